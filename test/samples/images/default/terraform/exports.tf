resource "aws_ssm_parameter" "exports" {
  for_each = {
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
    "registry/api-arn" = {
      description = "arn of registry/api"
      value       = aws_ecr_repository.services["api"].arn
    }
    "registry/api-uri" = {
      description = "uri of registry/api"
      value       = aws_ecr_repository.services["api"].repository_url
    }
    "registry/api/proxy-arn" = {
      description = "arn of registry/api/proxy"
      value       = aws_ecr_repository.services["api/proxy"].arn
    }
    "registry/api/proxy-uri" = {
      description = "uri of registry/api/proxy"
      value       = aws_ecr_repository.services["api/proxy"].repository_url
    }
    "registry/front-arn" = {
      description = "arn of registry/front"
      value       = aws_ecr_repository.services["front"].arn
    }
    "registry/front-uri" = {
      description = "uri of registry/front"
      value       = aws_ecr_repository.services["front"].repository_url
    }
  }

  name        = "/gallery/${each.key}"
  description = each.value.description
  type        = "String"
  value       = each.value.value
}

resource "aws_ssm_parameter" "list_exports" {
  for_each = toset(["network/public-subnet-ids"])

  name        = "/gallery/${each.key}"
  description = "ids of the public subnets"
  type        = "StringList"
  value       = join(",", values(aws_subnet.public)[*].id)
}
