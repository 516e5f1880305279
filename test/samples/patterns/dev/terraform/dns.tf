resource "aws_service_discovery_private_dns_namespace" "main" {
  name        = "${local.name_prefix}.local"
  description = "Names of the services of agents-dev"
  vpc         = data.aws_ssm_parameter.agents_dev_network_vpc_id.insecure_value
}

resource "aws_service_discovery_service" "inference_api" {
  name = "inference-api"
  tags = { "longshore:service" = "inference-api" }

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
