resource "aws_cloudwatch_log_group" "event" {
  name              = "/aws/events/${local.name_prefix}"
  retention_in_days = 90
}

resource "aws_cloudwatch_log_resource_policy" "event_log" {
  policy_name = "${local.name_prefix}-events"
  policy_document = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "DeliverEvents"
      Effect    = "Allow"
      Principal = { Service = ["events.amazonaws.com", "delivery.logs.amazonaws.com"] }
      Action    = ["logs:CreateLogStream", "logs:PutLogEvents"]
      Resource  = ["${aws_cloudwatch_log_group.event.arn}:*"]
    }]
  })
}

resource "aws_cloudwatch_log_group" "services" {
  for_each = {
    api = {
      name              = "/ecs/"
      retention_in_days = 90
      log_group_class   = "INFREQUENT_ACCESS"
      kms_key_id        = aws_kms_key.key.arn
      skip_destroy      = null
    }
    audit = {
      name              = "/"
      retention_in_days = 3653
      log_group_class   = null
      kms_key_id        = null
      skip_destroy      = true
    }
    worker = {
      name              = "/ecs/"
      retention_in_days = 30
      log_group_class   = null
      kms_key_id        = null
      skip_destroy      = null
    }
  }

  name              = "${each.value.name}${local.name_prefix}/${each.key}"
  retention_in_days = each.value.retention_in_days
  log_group_class   = each.value.log_group_class
  kms_key_id        = each.value.kms_key_id
  tags              = { "longshore:service" = each.key }
  # What was logged outlives the service.
  skip_destroy = each.value.skip_destroy
}
