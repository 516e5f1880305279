variable "aws_region" {
  description = "Region of AWS"
  type        = string
  default     = "eu-west-1"
}

variable "environment" {
  description = "Part of every name. The sizes and counts of this module are those of prod."
  type        = string
  default     = "prod"
}

variable "digest_image_tag" {
  description = "Tag of the image of digest"
  type        = string
}

variable "gateway_image_tag" {
  description = "Tag of the image of gateway"
  type        = string
}

variable "presence_image_tag" {
  description = "Tag of the image of presence"
  type        = string
}

variable "rooms_image_tag" {
  description = "Tag of the image of rooms"
  type        = string
}
