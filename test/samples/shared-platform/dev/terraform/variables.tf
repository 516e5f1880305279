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

variable "home_image" {
  description = "Image of home, with tag or digest"
  type        = string
  default     = "public.ecr.aws/nginx/nginx:1.27"
}
