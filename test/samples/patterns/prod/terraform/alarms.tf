resource "aws_cloudwatch_metric_alarm" "cpu_high" {
  for_each = {
    app-api       = aws_ecs_service.app_api.name
    inference-api = aws_ecs_service.inference_api.name
  }

  alarm_name        = "${local.name_prefix}-${each.key}-cpu-high"
  alarm_description = "${each.key}: CPU above 90 % for 10 minutes"
  namespace         = "AWS/ECS"
  metric_name       = "CPUUtilization"
  dimensions = {
    ClusterName = data.aws_ssm_parameter.agents_prod_network_ecs_cluster_name.insecure_value
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
    app-api       = aws_ecs_service.app_api.name
    inference-api = aws_ecs_service.inference_api.name
  }

  alarm_name        = "${local.name_prefix}-${each.key}-memory-high"
  alarm_description = "${each.key}: memory above 90 % for 10 minutes"
  namespace         = "AWS/ECS"
  metric_name       = "MemoryUtilization"
  dimensions = {
    ClusterName = data.aws_ssm_parameter.agents_prod_network_ecs_cluster_name.insecure_value
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
    app-api = {
      alarm_description = "app-api: fewer tasks run than the minimum of 2 for 5 minutes"
      service_name      = aws_ecs_service.app_api.name
      threshold         = 2
    }
    inference-api = {
      alarm_description = "inference-api: fewer tasks run than the minimum of 1 for 5 minutes"
      service_name      = aws_ecs_service.inference_api.name
      threshold         = 1
    }
  }

  alarm_name        = "${local.name_prefix}-${each.key}-running-below-desired"
  alarm_description = each.value.alarm_description
  namespace         = "AWS/ECS"
  metric_name       = "CPUUtilization"
  dimensions = {
    ClusterName = data.aws_ssm_parameter.agents_prod_network_ecs_cluster_name.insecure_value
    ServiceName = each.value.service_name
  }
  statistic           = "SampleCount"
  period              = 60
  comparison_operator = "LessThanThreshold"
  threshold           = each.value.threshold
  evaluation_periods  = 5
  datapoints_to_alarm = 5
  treat_missing_data  = "breaching"
  tags                = { "longshore:service" = each.key }
}

resource "aws_cloudwatch_metric_alarm" "server_errors" {
  for_each = toset(["app-api"])

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
        LoadBalancer = data.aws_ssm_parameter.agents_prod_network_alb_full_name.insecure_value
        TargetGroup  = aws_lb_target_group.app_api.arn_suffix
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
        LoadBalancer = data.aws_ssm_parameter.agents_prod_network_alb_full_name.insecure_value
        TargetGroup  = aws_lb_target_group.app_api.arn_suffix
      }
      stat   = "Sum"
      period = 60
    }
  }
}

resource "aws_cloudwatch_metric_alarm" "unhealthy_targets" {
  for_each = toset(["app-api"])

  alarm_name        = "${local.name_prefix}-${each.key}-unhealthy-targets"
  alarm_description = "${each.key}: a target fails its health check for 3 minutes"
  namespace         = "AWS/ApplicationELB"
  metric_name       = "UnHealthyHostCount"
  dimensions = {
    LoadBalancer = data.aws_ssm_parameter.agents_prod_network_alb_full_name.insecure_value
    TargetGroup  = aws_lb_target_group.app_api.arn_suffix
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
