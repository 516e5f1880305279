resource "aws_ssm_parameter" "exports" {
  for_each = {
    "data/Accounts-arn" = {
      description = "arn of data/Accounts"
      value       = aws_dynamodb_table.accounts.arn
    }
    "data/Accounts-name" = {
      description = "name of data/Accounts"
      value       = aws_dynamodb_table.accounts.name
    }
    "data/Booked-arn" = { description = "arn of data/Booked", value = aws_sns_topic.booked.arn }
    "data/Entries-arn" = {
      description = "arn of data/Entries"
      value       = aws_dynamodb_table.entries.arn
    }
    "data/Entries-name" = {
      description = "name of data/Entries"
      value       = aws_dynamodb_table.entries.name
    }
    "data/Notices-arn" = { description = "arn of data/Notices", value = aws_sqs_queue.notices.arn }
    "data/Notices-name" = {
      description = "name of data/Notices"
      value       = aws_sqs_queue.notices.name
    }
    "data/Notices-url" = { description = "url of data/Notices", value = aws_sqs_queue.notices.url }
    "data/Postings-arn" = {
      description = "arn of data/Postings"
      value       = aws_sqs_queue.postings.arn
    }
    "data/Postings-name" = {
      description = "name of data/Postings"
      value       = aws_sqs_queue.postings.name
    }
    "data/Postings-url" = {
      description = "url of data/Postings"
      value       = aws_sqs_queue.postings.url
    }
    "data/Signing-arn" = {
      description = "arn of data/Signing"
      value       = aws_secretsmanager_secret.signing.arn
    }
    "data/Token-arn" = {
      description = "arn of data/Token"
      value       = aws_secretsmanager_secret.token.arn
    }
    "data/Uploads-arn" = { description = "arn of data/Uploads", value = aws_s3_bucket.uploads.arn }
    "data/Uploads-name" = {
      description = "name of data/Uploads"
      value       = aws_s3_bucket.uploads.bucket
    }
    "data/Vault-arn" = { description = "arn of data/Vault", value = aws_kms_key.vault.arn }
    "network/vpc-id" = { description = "id of network/vpc", value = aws_vpc.main.id }
    "platform/cluster-arn" = {
      description = "arn of platform/cluster"
      value       = aws_ecs_cluster.main.arn
    }
    "platform/cluster-name" = {
      description = "name of platform/cluster"
      value       = aws_ecs_cluster.main.name
    }
    "platform/http-listener-arn" = {
      description = "arn of platform/http-listener"
      value       = aws_lb_listener.http.arn
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

  name        = "/ledger/${var.environment}/${each.key}"
  description = each.value.description
  type        = "String"
  value       = each.value.value
}

resource "aws_ssm_parameter" "list_exports" {
  for_each = {
    "network/private-subnet-ids" = {
      description = "ids of the private subnets"
      value       = values(aws_subnet.private)[*].id
    }
    "network/public-subnet-ids" = {
      description = "ids of the public subnets"
      value       = values(aws_subnet.public)[*].id
    }
  }

  name        = "/ledger/${var.environment}/${each.key}"
  description = each.value.description
  type        = "StringList"
  value       = join(",", each.value.value)
}
