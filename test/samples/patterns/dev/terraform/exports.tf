resource "aws_ssm_parameter" "exports" {
  for_each = {
    "data/QuotaEvents-name" = {
      description = "name of data/QuotaEvents"
      value       = aws_dynamodb_table.quota_events.name
    }
    "data/UserFiles-name" = {
      description = "name of data/UserFiles"
      value       = aws_s3_bucket.user_files.bucket
    }
    "data/UserQuotas-name" = {
      description = "name of data/UserQuotas"
      value       = aws_dynamodb_table.user_quotas.name
    }
    "platform/namespace-id" = {
      description = "id of platform/namespace"
      value       = aws_service_discovery_private_dns_namespace.main.id
    }
  }

  name        = "/app/${var.environment}/${each.key}"
  description = each.value.description
  type        = "String"
  value       = each.value.value
}
