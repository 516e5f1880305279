variable "aws_region" {
  description = "Region of AWS"
  type        = string
  default     = "eu-west-1"
}

variable "api_aws_otel_collector_image" {
  description = "Image of api-aws-otel-collector, with tag or digest"
  type        = string
  default     = "public.ecr.aws/aws-observability/aws-otel-collector:v0.43.1"
}

variable "api_image" {
  description = "Image of api, with tag or digest"
  type        = string
  default     = "public.ecr.aws/nginx/nginx:1.27"
}

variable "audit_image" {
  description = "Image of audit, with tag or digest"
  type        = string
  default     = "public.ecr.aws/docker/library/busybox:1.37"
}

variable "worker_aws_otel_collector_image" {
  description = "Image of worker-aws-otel-collector, with tag or digest"
  type        = string
  default     = "public.ecr.aws/aws-observability/aws-otel-collector:v0.43.1"
}

variable "worker_image" {
  description = "Image of worker, with tag or digest"
  type        = string
  default     = "public.ecr.aws/docker/library/busybox:1.37"
}

variable "worker_log_router_image" {
  description = "Image of worker-log-router, with tag or digest"
  type        = string
  default     = "public.ecr.aws/aws-observability/aws-for-fluent-bit:2.34.0"
}
