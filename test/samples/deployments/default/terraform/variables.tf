variable "aws_region" {
  description = "Region of AWS"
  type        = string
  default     = "eu-west-1"
}

variable "admin_image" {
  description = "Image of admin, with tag or digest"
  type        = string
  default     = "public.ecr.aws/nginx/nginx:1.27"
}

variable "api_image" {
  description = "Image of api, with tag or digest"
  type        = string
  default     = "public.ecr.aws/nginx/nginx:1.27"
}

variable "mailer_image" {
  description = "Image of mailer, with tag or digest"
  type        = string
  default     = "public.ecr.aws/docker/library/busybox:1.37"
}

variable "mqtt_image" {
  description = "Image of mqtt, with tag or digest"
  type        = string
  default     = "public.ecr.aws/docker/library/eclipse-mosquitto:2"
}

variable "orders_image" {
  description = "Image of orders, with tag or digest"
  type        = string
  default     = "public.ecr.aws/nginx/nginx:1.27"
}

variable "store_image" {
  description = "Image of store, with tag or digest"
  type        = string
  default     = "public.ecr.aws/nginx/nginx:1.27"
}
