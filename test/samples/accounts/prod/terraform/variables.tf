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

variable "api_image" {
  description = "Image of api, with tag or digest"
  type        = string
  default     = "public.ecr.aws/nginx/nginx:1.27"
}
