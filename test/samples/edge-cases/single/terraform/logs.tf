resource "aws_cloudwatch_log_group" "services" {
  for_each = {
    a-service-name-of-forty-characters-limit = 1
    ping                                     = 30
    pong                                     = 30
    quiet                                    = 30
  }

  name              = "/ecs/${local.name_prefix}/${each.key}"
  retention_in_days = each.value
  tags              = { "longshore:service" = each.key }
}
