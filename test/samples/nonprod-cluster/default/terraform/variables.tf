variable "aws_region" {
  description = "Region of AWS"
  type        = string
  default     = "eu-west-1"
}

variable "app_image_tag" {
  description = "Tag of the image of app"
  type        = string
}

variable "worker_image_tag" {
  description = "Tag of the image of worker"
  type        = string
}
