variable "aws_region" {
  description = "Region of AWS"
  type        = string
  default     = "eu-west-1"
}

variable "api_image" {
  description = "Image of api, with tag or digest"
  type        = string
  default     = "public.ecr.aws/nginx/nginx:1.27"
}

variable "encoder_image" {
  description = "Image of encoder, with tag or digest"
  type        = string
  default     = "public.ecr.aws/docker/library/busybox:1.37"
}

variable "office_image" {
  description = "Image of office, with tag or digest"
  type        = string
  default     = "public.ecr.aws/nginx/nginx:1.27"
}

variable "sessions_image" {
  description = "Image of sessions, with tag or digest"
  type        = string
  default     = "public.ecr.aws/nginx/nginx:1.27"
}

variable "worker_image" {
  description = "Image of worker, with tag or digest"
  type        = string
  default     = "public.ecr.aws/docker/library/busybox:1.37"
}
