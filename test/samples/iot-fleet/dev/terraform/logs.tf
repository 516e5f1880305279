resource "aws_cloudwatch_log_group" "services" {
  for_each = toset([
    "delivery-worker",
    "dispatcher",
    "evaluator-iot",
    "ingest-iot",
    "keycloak",
    "mqtt",
    "ops-worker",
    "provision-api",
    "subscription-worker",
    "ui-iot",
    "webhook-receiver",
  ])

  name              = "/ecs/${local.name_prefix}/${each.key}"
  retention_in_days = 7
  tags              = { "longshore:service" = each.key }
}
