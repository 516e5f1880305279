variable "aws_region" {
  description = "Region of AWS"
  type        = string
  default     = "eu-west-1"
}

variable "environment" {
  description = "Part of every name. The sizes and counts of this module are those of dev."
  type        = string
  default     = "dev"
}

variable "agentcore_image_tag" {
  description = "Tag of the image of agentcore"
  type        = string
  default     = "latest"
}

variable "bff_image_tag" {
  description = "Tag of the image of bff"
  type        = string
  default     = "latest"
}
