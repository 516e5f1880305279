resource "aws_cloudwatch_log_group" "jobs" {
  for_each = toset(["retrospector"])

  name              = "/ecs/${local.name_prefix}/${each.key}"
  retention_in_days = 30
  tags              = { "longshore:job" = each.key }
}

resource "aws_cloudwatch_log_group" "retrospector_run" {
  name              = "/aws/vendedlogs/states/${local.name_prefix}-retrospector"
  retention_in_days = 30
  tags              = { "longshore:job" = "retrospector" }
}
