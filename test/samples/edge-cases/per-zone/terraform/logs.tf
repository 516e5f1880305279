resource "aws_cloudwatch_log_group" "services" {
  for_each = {
    a-service-name-of-forty-characters-limit = 1
    ping                                     = 365
    pong                                     = 365
    quiet                                    = 365
  }

  name              = "/ecs/${local.name_prefix}/${each.key}"
  retention_in_days = each.value
  # What was logged outlives the service.
  skip_destroy = true
  tags         = { "longshore:service" = each.key }
}
