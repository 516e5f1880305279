resource "aws_ssm_parameter" "exports" {
  for_each = {
    "data/Cache-host" = {
      description = "host of data/Cache"
      value       = aws_elasticache_replication_group.cache.primary_endpoint_address
    }
    "data/Cache/security-group-id" = {
      description = "id of data/Cache/security-group"
      value       = aws_security_group.cache.id
    }
    "data/Db-host" = { description = "host of data/Db", value = aws_rds_cluster.db.endpoint }
    "data/Db-secret-arn" = {
      description = "secret arn of data/Db"
      value       = aws_rds_cluster.db.master_user_secret[0].secret_arn
    }
    "data/Db/security-group-id" = {
      description = "id of data/Db/security-group"
      value       = aws_security_group.db.id
    }
    "data/Reports-host" = {
      description = "host of data/Reports"
      value       = aws_db_instance.reports.address
    }
    "data/Reports-secret-arn" = {
      description = "secret arn of data/Reports"
      value       = aws_db_instance.reports.master_user_secret[0].secret_arn
    }
    "data/Reports/security-group-id" = {
      description = "id of data/Reports/security-group"
      value       = aws_security_group.reports.id
    }
    "data/Sessions-host" = {
      description = "host of data/Sessions"
      value       = aws_elasticache_serverless_cache.sessions.endpoint[0].address
    }
    "data/Sessions/security-group-id" = {
      description = "id of data/Sessions/security-group"
      value       = aws_security_group.sessions.id
    }
    "data/Token-arn" = {
      description = "arn of data/Token"
      value       = aws_secretsmanager_secret.token.arn
    }
    "network/vpc-id" = { description = "id of network/vpc", value = aws_vpc.main.id }
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

  name        = "/shop/${var.environment}/${each.key}"
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

  name        = "/shop/${var.environment}/${each.key}"
  description = each.value.description
  type        = "StringList"
  value       = join(",", each.value.value)
}
