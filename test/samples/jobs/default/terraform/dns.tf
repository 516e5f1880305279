resource "aws_service_discovery_private_dns_namespace" "main" {
  name        = "${local.name_prefix}.local"
  description = "Names of the services of batch"
  vpc         = data.aws_ssm_parameter.network_vpc.insecure_value
}

resource "aws_service_discovery_service" "api" {
  name = "api"
  tags = { "longshore:service" = "api" }

  dns_config {
    namespace_id   = aws_service_discovery_private_dns_namespace.main.id
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
