variable "aws_region" {
  description = "Region of AWS"
  type        = string
  default     = "ap-southeast-1"
}

variable "environment" {
  description = "Part of every name. The sizes and counts of this module are those of none."
  type        = string
  default     = "none"
}

variable "aservice_name_of_forty_characters_limit_image_tag" {
  description = "Tag of the image of a-service-name-of-forty-characters-limit"
  type        = string
  default     = "1.0"
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
