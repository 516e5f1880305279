resource "aws_cloudwatch_metric_alarm" "load_balancer_errors" {
  alarm_name          = "${local.name_prefix}-load-balancer-errors"
  alarm_description   = "The load balancer itself answered more than 10 requests with 5xx in 5 minutes"
  namespace           = "AWS/ApplicationELB"
  metric_name         = "HTTPCode_ELB_5XX_Count"
  dimensions          = { LoadBalancer = aws_lb.main.arn_suffix }
  statistic           = "Sum"
  period              = 300
  comparison_operator = "GreaterThanThreshold"
  threshold           = 10
  evaluation_periods  = 1
  datapoints_to_alarm = 1
  treat_missing_data  = "notBreaching"
}

resource "aws_cloudwatch_metric_alarm" "cpu_high" {
  for_each = {
    api    = aws_ecs_service.api.name
    legacy = aws_ecs_service.legacy.name
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
    api    = aws_ecs_service.api.name
    legacy = aws_ecs_service.legacy.name
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
    api    = aws_ecs_service.api.name
    legacy = aws_ecs_service.legacy.name
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

resource "aws_cloudwatch_metric_alarm" "server_errors" {
  for_each = toset(["api"])

  alarm_name          = "${local.name_prefix}-${each.key}-server-errors"
  alarm_description   = "${each.key}: more than 5 % of the answers are 5xx for 5 minutes"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 5
  evaluation_periods  = 5
  datapoints_to_alarm = 5
  treat_missing_data  = "notBreaching"
  tags                = { "longshore:service" = each.key }

  metric_query {
    id          = "expression"
    expression  = "IF(requests > 0, 100 * FILL(errors, 0) / requests, 0)"
    label       = "5xx answers in percent"
    return_data = true
  }

  metric_query {
    id = "errors"

    metric {
      namespace   = "AWS/ApplicationELB"
      metric_name = "HTTPCode_Target_5XX_Count"
      dimensions = {
        LoadBalancer = aws_lb.main.arn_suffix
        TargetGroup  = aws_lb_target_group.api.arn_suffix
      }
      stat   = "Sum"
      period = 60
    }
  }

  metric_query {
    id = "requests"

    metric {
      namespace   = "AWS/ApplicationELB"
      metric_name = "RequestCount"
      dimensions = {
        LoadBalancer = aws_lb.main.arn_suffix
        TargetGroup  = aws_lb_target_group.api.arn_suffix
      }
      stat   = "Sum"
      period = 60
    }
  }
}

resource "aws_cloudwatch_metric_alarm" "unhealthy_targets" {
  for_each = toset(["api"])

  alarm_name        = "${local.name_prefix}-${each.key}-unhealthy-targets"
  alarm_description = "${each.key}: a target fails its health check for 3 minutes"
  namespace         = "AWS/ApplicationELB"
  metric_name       = "UnHealthyHostCount"
  dimensions = {
    LoadBalancer = aws_lb.main.arn_suffix
    TargetGroup  = aws_lb_target_group.api.arn_suffix
  }
  statistic           = "Maximum"
  period              = 60
  comparison_operator = "GreaterThanThreshold"
  threshold           = 0
  evaluation_periods  = 3
  datapoints_to_alarm = 3
  treat_missing_data  = "notBreaching"
  tags                = { "longshore:service" = each.key }
}
