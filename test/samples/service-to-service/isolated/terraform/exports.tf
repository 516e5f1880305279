resource "aws_ssm_parameter" "exports" {
  for_each = {
    "data/Db/security-group-id" = {
      description = "id of data/Db/security-group"
      value       = aws_security_group.db.id
    }
    "data/Messages-arn" = {
      description = "arn of data/Messages"
      value       = aws_dynamodb_table.messages.arn
    }
    "data/Messages-name" = {
      description = "name of data/Messages"
      value       = aws_dynamodb_table.messages.name
    }
    "data/Notices-arn" = { description = "arn of data/Notices", value = aws_sqs_queue.notices.arn }
    "data/Notices-name" = {
      description = "name of data/Notices"
      value       = aws_sqs_queue.notices.name
    }
    "data/Uploads-arn" = { description = "arn of data/Uploads", value = aws_s3_bucket.uploads.arn }
    "data/Uploads-name" = {
      description = "name of data/Uploads"
      value       = aws_s3_bucket.uploads.bucket
    }
    "network/endpoint-security-group-id" = {
      description = "id of network/endpoint-security-group"
      value       = aws_security_group.endpoint.id
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
    "platform/http-listener-arn" = {
      description = "arn of platform/http-listener"
      value       = aws_lb_listener.http.arn
    }
    "platform/http-namespace-arn" = {
      description = "arn of platform/http-namespace"
      value       = aws_service_discovery_http_namespace.http.arn
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
    "registry/digest-arn" = {
      description = "arn of registry/digest"
      value       = aws_ecr_repository.services["digest"].arn
    }
    "registry/digest-uri" = {
      description = "uri of registry/digest"
      value       = aws_ecr_repository.services["digest"].repository_url
    }
    "registry/gateway-arn" = {
      description = "arn of registry/gateway"
      value       = aws_ecr_repository.services["gateway"].arn
    }
    "registry/gateway-uri" = {
      description = "uri of registry/gateway"
      value       = aws_ecr_repository.services["gateway"].repository_url
    }
    "registry/presence-arn" = {
      description = "arn of registry/presence"
      value       = aws_ecr_repository.services["presence"].arn
    }
    "registry/presence-uri" = {
      description = "uri of registry/presence"
      value       = aws_ecr_repository.services["presence"].repository_url
    }
    "registry/rooms-arn" = {
      description = "arn of registry/rooms"
      value       = aws_ecr_repository.services["rooms"].arn
    }
    "registry/rooms-uri" = {
      description = "uri of registry/rooms"
      value       = aws_ecr_repository.services["rooms"].repository_url
    }
    "service/presence/security-group-id" = {
      description = "id of service/presence/security-group"
      value       = aws_security_group.presence.id
    }
    "service/rooms/security-group-id" = {
      description = "id of service/rooms/security-group"
      value       = aws_security_group.rooms.id
    }
  }

  name        = "/chat/${var.environment}/${each.key}"
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

  name        = "/chat/${var.environment}/${each.key}"
  description = each.value.description
  type        = "StringList"
  value       = join(",", each.value.value)
}
