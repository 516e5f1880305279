resource "aws_cloudwatch_log_group" "flow" {
  name              = "/vpc/${local.name_prefix}"
  retention_in_days = 90
  # What was logged outlives the service.
  skip_destroy = true
}

resource "aws_cloudwatch_log_group" "db" {
  name              = "/aws/rds/cluster/${local.name_prefix}-db/postgresql"
  retention_in_days = 365
  # What was logged outlives the service.
  skip_destroy = true
}

resource "aws_cloudwatch_log_group" "jobs" {
  for_each = toset(["digest"])

  name              = "/ecs/${local.name_prefix}/${each.key}"
  retention_in_days = 365
  # What was logged outlives the service.
  skip_destroy = true
  tags         = { "longshore:job" = each.key }
}

resource "aws_cloudwatch_log_group" "digest_run" {
  name              = "/aws/vendedlogs/states/${local.name_prefix}-digest"
  retention_in_days = 365
  # What was logged outlives the service.
  skip_destroy = true
  tags         = { "longshore:job" = "digest" }
}

resource "aws_cloudwatch_log_group" "services" {
  for_each = toset(["gateway", "presence", "rooms"])

  name              = "/ecs/${local.name_prefix}/${each.key}"
  retention_in_days = 365
  # What was logged outlives the service.
  skip_destroy = true
  tags         = { "longshore:service" = each.key }
}
