variable "aws_region" {
  description = "Region of AWS"
  type        = string
  default     = "eu-west-1"
}

variable "api_agent_image" {
  description = "Image of api-agent, with tag or digest"
  type        = string
  default     = "public.ecr.aws/aws-observability/aws-otel-collector:v0.43.2"
}

variable "api_image" {
  description = "Image of api, with tag or digest"
  type        = string
  default     = "public.ecr.aws/docker/library/node:24"
}

variable "api_setup_image" {
  description = "Image of api-setup, with tag or digest"
  type        = string
  default     = "public.ecr.aws/docker/library/busybox:1.37"
}

variable "legacy_image" {
  description = "Image of legacy, with tag or digest"
  type        = string
  default     = "mcr.microsoft.com/windows/servercore/iis:windowsservercore-ltsc2022"
}
