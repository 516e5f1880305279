variable "aws_region" {
  description = "Region of AWS"
  type        = string
  default     = "eu-west-1"
}

variable "web_image" {
  description = "Image of web, with tag or digest"
  type        = string
  default     = "public.ecr.aws/nginx/nginx:1.27"
}
