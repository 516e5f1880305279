variable "aws_region" {
  description = "Region of AWS"
  type        = string
  default     = "eu-west-1"
}

variable "api_image_tag" {
  description = "Tag of the image of api"
  type        = string
}

variable "api_proxy_image_tag" {
  description = "Tag of the image of api-proxy"
  type        = string
}

variable "front_image_tag" {
  description = "Tag of the image of front; without one, what was released last is kept"
  type        = string
  default     = null
}

variable "licensed_image_tag" {
  description = "Tag of the image of licensed"
  type        = string
  default     = "4.2.1"
}

variable "pinned_image_digest" {
  description = "Digest of the image of pinned, sha256:..."
  type        = string
  default     = "sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
}
