resource "aws_cloudwatch_metric_alarm" "cpu_high" {
  for_each = {
    api     = aws_ecs_service.api.name
    reports = aws_ecs_service.reports.name
  }

  alarm_name        = "${local.name_prefix}-${each.key}-cpu-high"
  alarm_description = "${each.key}: CPU above 90 % for 10 minutes"
  namespace         = "AWS/ECS"
  metric_name       = "CPUUtilization"
  dimensions = {
    ClusterName = aws_ecs_cluster.main.name
    ServiceName = each.value
  }
  statistic           = "Average"
  period              = 60
  comparison_operator = "GreaterThanThreshold"
  threshold           = 90
  evaluation_periods  = 10
  datapoints_to_alarm = 10
  treat_missing_data  = "notBreaching"
  tags                = { "longshore:service" = each.key }
}

resource "aws_cloudwatch_metric_alarm" "memory_high" {
  for_each = {
    api     = aws_ecs_service.api.name
    reports = aws_ecs_service.reports.name
  }

  alarm_name        = "${local.name_prefix}-${each.key}-memory-high"
  alarm_description = "${each.key}: memory above 90 % for 10 minutes"
  namespace         = "AWS/ECS"
  metric_name       = "MemoryUtilization"
  dimensions = {
    ClusterName = aws_ecs_cluster.main.name
    ServiceName = each.value
  }
  statistic           = "Average"
  period              = 60
  comparison_operator = "GreaterThanThreshold"
  threshold           = 90
  evaluation_periods  = 10
  datapoints_to_alarm = 10
  treat_missing_data  = "notBreaching"
  tags                = { "longshore:service" = each.key }
}

resource "aws_cloudwatch_metric_alarm" "running_below_desired" {
  for_each = {
    api     = aws_ecs_service.api.name
    reports = aws_ecs_service.reports.name
  }

  alarm_name          = "${local.name_prefix}-${each.key}-running-below-desired"
  alarm_description   = "${each.key}: fewer tasks run than desired for 5 minutes"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 0
  evaluation_periods  = 5
  datapoints_to_alarm = 5
  treat_missing_data  = "notBreaching"
  tags                = { "longshore:service" = each.key }

  metric_query {
    id          = "expression"
    expression  = "desired - running"
    label       = "Missing tasks"
    return_data = true
  }

  metric_query {
    id = "desired"

    metric {
      namespace   = "ECS/ContainerInsights"
      metric_name = "DesiredTaskCount"
      dimensions = {
        ClusterName = aws_ecs_cluster.main.name
        ServiceName = each.value
      }
      stat   = "Average"
      period = 60
    }
  }

  metric_query {
    id = "running"

    metric {
      namespace   = "ECS/ContainerInsights"
      metric_name = "RunningTaskCount"
      dimensions = {
        ClusterName = aws_ecs_cluster.main.name
        ServiceName = each.value
      }
      stat   = "Average"
      period = 60
    }
  }
}
