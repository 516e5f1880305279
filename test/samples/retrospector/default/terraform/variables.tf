variable "aws_region" {
  description = "Region of AWS"
  type        = string
  default     = "eu-west-1"
}

variable "retrospector_image" {
  description = "Image of retrospector, with tag or digest"
  type        = string
  default     = "public.ecr.aws/amazonlinux/amazonlinux:latest"
}
