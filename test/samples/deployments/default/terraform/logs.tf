resource "aws_cloudwatch_log_group" "services" {
  for_each = toset(["admin", "api", "mailer", "mqtt", "orders", "store"])

  name              = "/ecs/${local.name_prefix}/${each.key}"
  retention_in_days = 30
  tags              = { "longshore:service" = each.key }
}
