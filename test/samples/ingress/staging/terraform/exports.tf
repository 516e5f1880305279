resource "aws_ssm_parameter" "exports" {
  for_each = {
    "data/login-arn" = {
      description = "arn of data/login"
      value       = aws_secretsmanager_secret.login.arn
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
    "platform/ingress-internal/https-listener-arn" = {
      description = "arn of platform/ingress-internal/https-listener"
      value       = aws_lb_listener.ingress_internal_https.arn
    }
    "platform/ingress-internal/load-balancer-dns-name" = {
      description = "dns name of platform/ingress-internal/load-balancer"
      value       = aws_lb.ingress_internal.dns_name
    }
    "platform/ingress-internal/load-balancer-full-name" = {
      description = "full name of platform/ingress-internal/load-balancer"
      value       = aws_lb.ingress_internal.arn_suffix
    }
    "platform/ingress-internal/load-balancer-security-group-id" = {
      description = "id of platform/ingress-internal/load-balancer-security-group"
      value       = aws_security_group.ingress_internal_load_balancer.id
    }
    "platform/ingress-partners/https-listener-arn" = {
      description = "arn of platform/ingress-partners/https-listener"
      value       = aws_lb_listener.ingress_partners_https.arn
    }
    "platform/ingress-partners/load-balancer-dns-name" = {
      description = "dns name of platform/ingress-partners/load-balancer"
      value       = aws_lb.ingress_partners.dns_name
    }
    "platform/ingress-partners/load-balancer-full-name" = {
      description = "full name of platform/ingress-partners/load-balancer"
      value       = aws_lb.ingress_partners.arn_suffix
    }
    "platform/ingress-partners/load-balancer-security-group-id" = {
      description = "id of platform/ingress-partners/load-balancer-security-group"
      value       = aws_security_group.ingress_partners_load_balancer.id
    }
    "platform/ingress-public/https-listener-arn" = {
      description = "arn of platform/ingress-public/https-listener"
      value       = aws_lb_listener.ingress_public_https.arn
    }
    "platform/ingress-public/load-balancer-dns-name" = {
      description = "dns name of platform/ingress-public/load-balancer"
      value       = aws_lb.ingress_public.dns_name
    }
    "platform/ingress-public/load-balancer-full-name" = {
      description = "full name of platform/ingress-public/load-balancer"
      value       = aws_lb.ingress_public.arn_suffix
    }
    "platform/ingress-public/load-balancer-security-group-id" = {
      description = "id of platform/ingress-public/load-balancer-security-group"
      value       = aws_security_group.ingress_public_load_balancer.id
    }
    "service/api-next/target-group-public-arn" = {
      description = "arn of service/api-next/target-group-public"
      value       = aws_lb_target_group.api_next_public.arn
    }
  }

  name        = "/gate/${var.environment}/${each.key}"
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

  name        = "/gate/${var.environment}/${each.key}"
  description = each.value.description
  type        = "StringList"
  value       = join(",", each.value.value)
}
