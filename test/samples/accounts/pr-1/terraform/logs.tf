resource "aws_cloudwatch_log_group" "services" {
  for_each = toset(["api"])

  name              = "/ecs/${local.name_prefix}/${each.key}"
  retention_in_days = 7
}
