resource "aws_cloudwatch_log_group" "services" {
  for_each = toset(["agentcore", "bff"])

  name              = "/ecs/${local.name_prefix}/${each.key}"
  retention_in_days = 7
  # What was logged outlives the service.
  skip_destroy = true
  tags         = { "longshore:service" = each.key }
}
