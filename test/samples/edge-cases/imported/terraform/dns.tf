resource "aws_service_discovery_service" "ping" {
  name = "ping"
  tags = { "longshore:service" = "ping" }

  dns_config {
    namespace_id   = data.aws_cloudformation_export.platform_namespace_id.value
    routing_policy = "MULTIVALUE"

    dns_records {
      type = "A"
      ttl  = 10
    }
  }

  health_check_custom_config {
    failure_threshold = 1
  }
}

resource "aws_service_discovery_service" "pong" {
  name = "pong"
  tags = { "longshore:service" = "pong" }

  dns_config {
    namespace_id   = data.aws_cloudformation_export.platform_namespace_id.value
    routing_policy = "MULTIVALUE"

    dns_records {
      type = "A"
      ttl  = 10
    }
  }

  health_check_custom_config {
    failure_threshold = 1
  }
}
