resource "aws_ssm_parameter" "exports" {
  for_each = {
    "data/Files-arn"  = { description = "arn of data/Files", value = aws_s3_bucket.files.arn }
    "data/Files-name" = { description = "name of data/Files", value = aws_s3_bucket.files.bucket }
    "data/Shared-arn" = {
      description = "arn of data/Shared"
      value       = aws_efs_file_system.shared.arn
    }
    "data/Shared-id" = { description = "id of data/Shared", value = aws_efs_file_system.shared.id }
    "data/Shared/security-group-id" = {
      description = "id of data/Shared/security-group"
      value       = aws_security_group.shared.id
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
  }

  name        = "/depot/${each.key}"
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

  name        = "/depot/${each.key}"
  description = each.value.description
  type        = "StringList"
  value       = join(",", each.value.value)
}
