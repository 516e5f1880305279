variable "aws_region" {
  description = "Region of AWS"
  type        = string
  default     = "eu-west-1"
}

variable "environment" {
  description = "Part of every name. The sizes and counts of this module are those of production."
  type        = string
  default     = "production"
}

variable "api_image" {
  description = "Image of api, with tag or digest"
  type        = string
  default     = "nginx:1.27"
}

variable "reports_image" {
  description = "Image of reports, with tag or digest"
  type        = string
  default     = "nginx:1.27"
}
