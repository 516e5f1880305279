resource "aws_cloudwatch_log_group" "services" {
  for_each = toset(["api", "front", "licensed", "pinned", "worker"])

  name              = "/ecs/${local.name_prefix}/${each.key}"
  retention_in_days = 7
  tags              = { "longshore:service" = each.key }
}

resource "aws_cloudwatch_log_group" "jobs" {
  for_each = toset(["nightly"])

  name              = "/ecs/${local.name_prefix}/${each.key}"
  retention_in_days = 7
  tags              = { "longshore:job" = each.key }
}

resource "aws_cloudwatch_log_group" "nightly_run" {
  name              = "/aws/vendedlogs/states/${local.name_prefix}-nightly"
  retention_in_days = 7
  tags              = { "longshore:job" = "nightly" }
}
