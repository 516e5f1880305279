variable "aws_region" {
  description = "Region of AWS"
  type        = string
  default     = "ap-southeast-1"
}

variable "environment" {
  description = "Part of every name. The sizes and counts of this module are those of imported."
  type        = string
  default     = "imported"
}

variable "aservice_name_of_forty_characters_limit_image_digest" {
  description = "Digest of the image of a-service-name-of-forty-characters-limit, sha256:..."
  type        = string
  default     = "sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
}

variable "load_balancer_group" {
  description = "Security group of the shared load balancer"
  type        = string
  default     = "sg-0123456789abcdef0"
}

variable "ping_image" {
  description = "Image of ping, with tag or digest"
  type        = string
  default     = "public.ecr.aws/docker/library/busybox:1"
}

variable "pong_image" {
  description = "Image of pong, with tag or digest"
  type        = string
  default     = "public.ecr.aws/docker/library/busybox:1"
}

variable "quiet_image" {
  description = "Image of quiet, with tag or digest"
  type        = string
  default     = "public.ecr.aws/docker/library/busybox:1"
}
