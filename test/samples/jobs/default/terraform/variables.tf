variable "aws_region" {
  description = "Region of AWS"
  type        = string
  default     = "eu-west-1"
}

variable "api_image" {
  description = "Image of api, with tag or digest"
  type        = string
  default     = "public.ecr.aws/docker/library/busybox:1.37"
}

variable "fleet_image" {
  description = "Image of fleet, with tag or digest"
  type        = string
  default     = "public.ecr.aws/docker/library/busybox:1.37"
}

variable "given_image" {
  description = "Image of given, with tag or digest"
  type        = string
  default     = "public.ecr.aws/docker/library/busybox:1.37"
}

variable "nightly_image" {
  description = "Image of nightly, with tag or digest"
  type        = string
  default     = "public.ecr.aws/docker/library/busybox:1.37"
}

variable "worker_image" {
  description = "Image of worker, with tag or digest"
  type        = string
  default     = "public.ecr.aws/docker/library/busybox:1.37"
}
