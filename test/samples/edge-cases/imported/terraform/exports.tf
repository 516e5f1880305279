resource "aws_ssm_parameter" "exports" {
  for_each = {
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
