resource "aws_cloudwatch_log_group" "services" {
  for_each = toset(["admin", "api", "api-next", "events", "mqtt", "store"])

  name              = "/ecs/${local.name_prefix}/${each.key}"
  retention_in_days = 7
  tags              = { "longshore:service" = each.key }
}
