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

variable "app_api_image_tag" {
  description = "Tag of the image of app-api"
  type        = string
  default     = "latest"
}

variable "inference_api_image_tag" {
  description = "Tag of the image of inference-api"
  type        = string
  default     = "latest"
}
