resource "aws_ssm_parameter" "exports" {
  for_each = {
    "data/Files-arn"  = { description = "arn of data/Files", value = aws_s3_bucket.files.arn }
    "data/Files-name" = { description = "name of data/Files", value = aws_s3_bucket.files.bucket }
    "network/vpc-id"  = { description = "id of network/vpc", value = aws_vpc.main.id }
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
    "platform/namespace-id" = {
      description = "id of platform/namespace"
      value       = aws_service_discovery_private_dns_namespace.main.id
    }
    "registry/a-service-name-of-forty-characters-limit-arn" = {
      description = "arn of registry/a-service-name-of-forty-characters-limit"
      value       = aws_ecr_repository.services["a-service-name-of-forty-characters-limit"].arn
    }
    "registry/a-service-name-of-forty-characters-limit-uri" = {
      description = "uri of registry/a-service-name-of-forty-characters-limit"
      value       = aws_ecr_repository.services["a-service-name-of-forty-characters-limit"].repository_url
    }
    "service/ping/security-group-id" = {
      description = "id of service/ping/security-group"
      value       = aws_security_group.ping.id
    }
    "service/pong/security-group-id" = {
      description = "id of service/pong/security-group"
      value       = aws_security_group.pong.id
    }
  }

  name        = "/edge-of-the-longest-application-names-ok/${var.environment}/${each.key}"
  description = each.value.description
  type        = "String"
  value       = each.value.value
}

resource "aws_ssm_parameter" "list_exports" {
  for_each = toset(["network/public-subnet-ids"])

  name        = "/edge-of-the-longest-application-names-ok/${var.environment}/${each.key}"
  description = "ids of the public subnets"
  type        = "StringList"
  value       = join(",", values(aws_subnet.public)[*].id)
}
