resource "aws_cloudwatch_log_group" "db" {
  name              = "/aws/rds/instance/${local.name_prefix}-db/postgresql"
  retention_in_days = 7
}

resource "aws_cloudwatch_log_group" "jobs" {
  for_each = toset(["digest"])

  name              = "/ecs/${local.name_prefix}/${each.key}"
  retention_in_days = 7
  tags              = { "longshore:job" = each.key }
}

resource "aws_cloudwatch_log_group" "digest_run" {
  name              = "/aws/vendedlogs/states/${local.name_prefix}-digest"
  retention_in_days = 7
  tags              = { "longshore:job" = "digest" }
}

resource "aws_cloudwatch_log_group" "services" {
  for_each = toset(["gateway", "presence", "rooms"])

  name              = "/ecs/${local.name_prefix}/${each.key}"
  retention_in_days = 7
  tags              = { "longshore:service" = each.key }
}
