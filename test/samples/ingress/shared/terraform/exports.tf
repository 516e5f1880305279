resource "aws_ssm_parameter" "exports" {
  for_each = {
    "platform/cluster-arn" = {
      description = "arn of platform/cluster"
      value       = aws_ecs_cluster.main.arn
    }
    "platform/cluster-name" = {
      description = "name of platform/cluster"
      value       = aws_ecs_cluster.main.name
    }
    "platform/ingress-public/http-listener-arn" = {
      description = "arn of platform/ingress-public/http-listener"
      value       = aws_lb_listener.ingress_public_http.arn
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
  }

  name        = "/gate/${var.environment}/${each.key}"
  description = each.value.description
  type        = "String"
  value       = each.value.value
}
