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

variable "delivery_worker_image_tag" {
  description = "Tag of the image of delivery-worker"
  type        = string
}

variable "dispatcher_image_tag" {
  description = "Tag of the image of dispatcher"
  type        = string
}

variable "evaluator_iot_image_tag" {
  description = "Tag of the image of evaluator-iot"
  type        = string
}

variable "firmware_bucket" {
  description = "Bucket that devices load their firmware from"
  type        = string
}

variable "ingest_iot_image_tag" {
  description = "Tag of the image of ingest-iot"
  type        = string
}

variable "keycloak_image" {
  description = "Image of keycloak, with tag or digest"
  type        = string
  default     = "quay.io/keycloak/keycloak:25.0"
}

variable "mqtt_image" {
  description = "Image of mqtt, with tag or digest"
  type        = string
  default     = "eclipse-mosquitto:2.0"
}

variable "ops_worker_image_tag" {
  description = "Tag of the image of ops-worker"
  type        = string
}

variable "provision_api_image_tag" {
  description = "Tag of the image of provision-api"
  type        = string
}

variable "subscription_worker_image_tag" {
  description = "Tag of the image of subscription-worker"
  type        = string
}

variable "twilio_account_sid" {
  description = "Account at Twilio that sends text messages"
  type        = string
}

variable "ui_iot_image_tag" {
  description = "Tag of the image of ui-iot"
  type        = string
}

variable "webhook_receiver_image_tag" {
  description = "Tag of the image of webhook-receiver"
  type        = string
}
