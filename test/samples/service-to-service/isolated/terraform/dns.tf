resource "aws_service_discovery_http_namespace" "http" {
  name        = "${local.name_prefix}.local"
  description = "Names of the services of chat-isolated"
}
