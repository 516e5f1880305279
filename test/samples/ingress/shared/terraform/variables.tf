variable "aws_region" {
  description = "Region of AWS"
  type        = string
  default     = "eu-west-1"
}

variable "environment" {
  description = "Part of every name. The sizes and counts of this module are those of shared."
  type        = string
  default     = "shared"
}

variable "admin_image" {
  description = "Image of admin, with tag or digest"
  type        = string
  default     = "nginx:1.27"
}

variable "api_files_image" {
  description = "Image of api-files, with tag or digest"
  type        = string
  default     = "nginx:1.27"
}

variable "api_image" {
  description = "Image of api, with tag or digest"
  type        = string
  default     = "nginx:1.27"
}

variable "api_next_image" {
  description = "Image of api-next, with tag or digest"
  type        = string
  default     = "nginx:1.28"
}

variable "events_image" {
  description = "Image of events, with tag or digest"
  type        = string
  default     = "nginx:1.27"
}

variable "mqtt_bridge_image" {
  description = "Image of mqtt-bridge, with tag or digest"
  type        = string
  default     = "nginx:1.27"
}

variable "mqtt_image" {
  description = "Image of mqtt, with tag or digest"
  type        = string
  default     = "eclipse-mosquitto:2"
}

variable "store_image" {
  description = "Image of store, with tag or digest"
  type        = string
  default     = "nginx:1.27"
}
