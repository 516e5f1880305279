resource "aws_cloudwatch_log_group" "services" {
  for_each = toset(["api", "worker"])

  name              = "/ecs/${local.name_prefix}/${each.key}"
  retention_in_days = 30
  tags              = { "longshore:service" = each.key }
}

resource "aws_cloudwatch_log_group" "jobs" {
  for_each = {
    fleet   = 7
    given   = 30
    nightly = 30
  }

  name              = "/ecs/${local.name_prefix}/${each.key}"
  retention_in_days = each.value
  tags              = { "longshore:job" = each.key }
}

resource "aws_cloudwatch_log_group" "fleet_run" {
  name              = "/aws/vendedlogs/states/${local.name_prefix}-fleet"
  retention_in_days = 7
  tags              = { "longshore:job" = "fleet" }
}

resource "aws_cloudwatch_log_group" "given_run" {
  name              = "/aws/vendedlogs/states/${local.name_prefix}-given"
  retention_in_days = 30
  tags              = { "longshore:job" = "given" }
}

resource "aws_cloudwatch_log_group" "nightly_run" {
  name              = "/aws/vendedlogs/states/${local.name_prefix}-nightly"
  retention_in_days = 30
  tags              = { "longshore:job" = "nightly" }
}
