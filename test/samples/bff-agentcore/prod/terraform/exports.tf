resource "aws_ssm_parameter" "exports" {
  for_each = {
    "platform/cluster-arn" = {
      description = "arn of platform/cluster"
      value       = aws_ecs_cluster.main.arn
    }
    "platform/cluster-name" = {
      description = "name of platform/cluster"
      value       = aws_ecs_cluster.main.name
    }
    "platform/namespace-id" = {
      description = "id of platform/namespace"
      value       = aws_service_discovery_private_dns_namespace.main.id
    }
  }

  name        = "/bff/${var.environment}/${each.key}"
  description = each.value.description
  type        = "String"
  value       = each.value.value
}
