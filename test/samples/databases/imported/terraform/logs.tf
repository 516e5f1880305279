resource "aws_cloudwatch_log_group" "db" {
  name              = "/aws/rds/cluster/${local.name_prefix}-db/postgresql"
  retention_in_days = 30
}

resource "aws_cloudwatch_log_group" "reports" {
  name              = "/aws/rds/instance/${local.name_prefix}-reports/postgresql"
  retention_in_days = 30
}

resource "aws_cloudwatch_log_group" "services" {
  for_each = toset(["api", "reports"])

  name              = "/ecs/${local.name_prefix}/${each.key}"
  retention_in_days = 30
  tags              = { "longshore:service" = each.key }
}
