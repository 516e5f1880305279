resource "aws_ssm_parameter" "exports" {
  for_each = {
    "data/Jobs-name"   = { description = "name of data/Jobs", value = aws_sqs_queue.jobs.name }
    "data/Results-arn" = { description = "arn of data/Results", value = aws_s3_bucket.results.arn }
    "data/Results-name" = {
      description = "name of data/Results"
      value       = aws_s3_bucket.results.bucket
    }
    "platform/alarms-topic-arn" = {
      description = "arn of platform/alarms-topic"
      value       = aws_sns_topic.alarms.arn
    }
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
    "service/api/security-group-id" = {
      description = "id of service/api/security-group"
      value       = aws_security_group.api.id
    }
  }

  name        = "/batch/${each.key}"
  description = each.value.description
  type        = "String"
  value       = each.value.value
}
