resource "aws_ssm_parameter" "exports" {
  for_each = {
    "data/Jobs-arn"  = { description = "arn of data/Jobs", value = aws_sqs_queue.jobs.arn }
    "data/Jobs-name" = { description = "name of data/Jobs", value = aws_sqs_queue.jobs.name }
    "data/Key-arn"   = { description = "arn of data/Key", value = aws_kms_key.key.arn }
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
    "platform/https-listener-arn" = {
      description = "arn of platform/https-listener"
      value       = aws_lb_listener.https.arn
    }
    "platform/load-balancer-dns-name" = {
      description = "dns name of platform/load-balancer"
      value       = aws_lb.main.dns_name
    }
    "platform/load-balancer-full-name" = {
      description = "full name of platform/load-balancer"
      value       = aws_lb.main.arn_suffix
    }
    "platform/load-balancer-security-group-id" = {
      description = "id of platform/load-balancer-security-group"
      value       = aws_security_group.load_balancer.id
    }
  }

  name        = "/shop/${each.key}"
  description = each.value.description
  type        = "String"
  value       = each.value.value
}
