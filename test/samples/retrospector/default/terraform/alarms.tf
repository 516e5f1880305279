resource "aws_cloudwatch_metric_alarm" "failed" {
  for_each = toset(["retrospector"])

  alarm_name          = "${local.name_prefix}-${each.key}-failed"
  alarm_description   = "${each.key}: a run failed or took too long"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 0
  evaluation_periods  = 1
  datapoints_to_alarm = 1
  treat_missing_data  = "notBreaching"
  tags                = { "longshore:job" = each.key }

  metric_query {
    id          = "expression"
    expression  = "FILL(failed, 0) + FILL(timedout, 0)"
    label       = "Failed runs"
    return_data = true
  }

  metric_query {
    id = "failed"

    metric {
      namespace   = "AWS/States"
      metric_name = "ExecutionsFailed"
      dimensions  = { StateMachineArn = aws_sfn_state_machine.retrospector.arn }
      stat        = "Sum"
      period      = 60
    }
  }

  metric_query {
    id = "timedout"

    metric {
      namespace   = "AWS/States"
      metric_name = "ExecutionsTimedOut"
      dimensions  = { StateMachineArn = aws_sfn_state_machine.retrospector.arn }
      stat        = "Sum"
      period      = 60
    }
  }
}
