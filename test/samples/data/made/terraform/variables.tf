variable "aws_region" {
  description = "Region of AWS"
  type        = string
  default     = "eu-west-1"
}

variable "environment" {
  description = "Part of every name. The sizes and counts of this module are those of made."
  type        = string
  default     = "made"
}

variable "api_image" {
  description = "Image of api, with tag or digest"
  type        = string
  default     = "registry.example.com/ledger/api"
}

variable "poster_image" {
  description = "Image of poster, with tag or digest"
  type        = string
  default     = "registry.example.com/ledger/poster"
}

variable "reporter_image" {
  description = "Image of reporter, with tag or digest"
  type        = string
  default     = "registry.example.com/ledger/reporter"
}
