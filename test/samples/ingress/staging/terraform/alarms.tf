resource "aws_cloudwatch_metric_alarm" "ingress_internal_load_balancer_errors" {
  alarm_name          = "${local.name_prefix}-internal-load-balancer-errors"
  alarm_description   = "The load balancer internal itself answered more than 10 requests with 5xx in 5 minutes"
  namespace           = "AWS/ApplicationELB"
  metric_name         = "HTTPCode_ELB_5XX_Count"
  dimensions          = { LoadBalancer = aws_lb.ingress_internal.arn_suffix }
  statistic           = "Sum"
  period              = 300
  comparison_operator = "GreaterThanThreshold"
  threshold           = 10
  evaluation_periods  = 1
  datapoints_to_alarm = 1
  treat_missing_data  = "notBreaching"
}

resource "aws_cloudwatch_metric_alarm" "ingress_partners_load_balancer_errors" {
  alarm_name          = "${local.name_prefix}-partners-load-balancer-errors"
  alarm_description   = "The load balancer partners itself answered more than 10 requests with 5xx in 5 minutes"
  namespace           = "AWS/ApplicationELB"
  metric_name         = "HTTPCode_ELB_5XX_Count"
  dimensions          = { LoadBalancer = aws_lb.ingress_partners.arn_suffix }
  statistic           = "Sum"
  period              = 300
  comparison_operator = "GreaterThanThreshold"
  threshold           = 10
  evaluation_periods  = 1
  datapoints_to_alarm = 1
  treat_missing_data  = "notBreaching"
}

resource "aws_cloudwatch_metric_alarm" "ingress_public_load_balancer_errors" {
  alarm_name          = "${local.name_prefix}-public-load-balancer-errors"
  alarm_description   = "The load balancer public itself answered more than 10 requests with 5xx in 5 minutes"
  namespace           = "AWS/ApplicationELB"
  metric_name         = "HTTPCode_ELB_5XX_Count"
  dimensions          = { LoadBalancer = aws_lb.ingress_public.arn_suffix }
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
    admin    = aws_ecs_service.admin.name
    api      = aws_ecs_service.api.name
    api-next = aws_ecs_service.api_next.name
    events   = aws_ecs_service.events.name
    mqtt     = aws_ecs_service.mqtt.name
    store    = aws_ecs_service.store.name
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
    admin    = aws_ecs_service.admin.name
    api      = aws_ecs_service.api.name
    api-next = aws_ecs_service.api_next.name
    events   = aws_ecs_service.events.name
    mqtt     = aws_ecs_service.mqtt.name
    store    = aws_ecs_service.store.name
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
    admin    = aws_ecs_service.admin.name
    api      = aws_ecs_service.api.name
    api-next = aws_ecs_service.api_next.name
    events   = aws_ecs_service.events.name
    mqtt     = aws_ecs_service.mqtt.name
    store    = aws_ecs_service.store.name
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

resource "aws_cloudwatch_metric_alarm" "server_errors_public" {
  for_each = {
    admin    = aws_lb_target_group.admin_public.arn_suffix
    api      = aws_lb_target_group.api_public.arn_suffix
    api-next = aws_lb_target_group.api_next_public.arn_suffix
  }

  alarm_name          = "${local.name_prefix}-${each.key}-server-errors-public"
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
        LoadBalancer = aws_lb.ingress_public.arn_suffix
        TargetGroup  = each.value
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
        LoadBalancer = aws_lb.ingress_public.arn_suffix
        TargetGroup  = each.value
      }
      stat   = "Sum"
      period = 60
    }
  }
}

resource "aws_cloudwatch_metric_alarm" "server_errors_public_3001_http2" {
  for_each = toset(["admin"])

  alarm_name          = "${local.name_prefix}-${each.key}-server-errors-public-3001-http2"
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
        LoadBalancer = aws_lb.ingress_public.arn_suffix
        TargetGroup  = aws_lb_target_group.admin_public_3001_http2.arn_suffix
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
        LoadBalancer = aws_lb.ingress_public.arn_suffix
        TargetGroup  = aws_lb_target_group.admin_public_3001_http2.arn_suffix
      }
      stat   = "Sum"
      period = 60
    }
  }
}

resource "aws_cloudwatch_metric_alarm" "server_errors_public_3002" {
  for_each = toset(["admin"])

  alarm_name          = "${local.name_prefix}-${each.key}-server-errors-public-3002"
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
        LoadBalancer = aws_lb.ingress_public.arn_suffix
        TargetGroup  = aws_lb_target_group.admin_public_3002.arn_suffix
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
        LoadBalancer = aws_lb.ingress_public.arn_suffix
        TargetGroup  = aws_lb_target_group.admin_public_3002.arn_suffix
      }
      stat   = "Sum"
      period = 60
    }
  }
}

resource "aws_cloudwatch_metric_alarm" "unhealthy_targets_public" {
  for_each = {
    admin    = aws_lb_target_group.admin_public.arn_suffix
    api      = aws_lb_target_group.api_public.arn_suffix
    api-next = aws_lb_target_group.api_next_public.arn_suffix
  }

  alarm_name        = "${local.name_prefix}-${each.key}-unhealthy-targets-public"
  alarm_description = "${each.key}: a target fails its health check for 3 minutes"
  namespace         = "AWS/ApplicationELB"
  metric_name       = "UnHealthyHostCount"
  dimensions = {
    LoadBalancer = aws_lb.ingress_public.arn_suffix
    TargetGroup  = each.value
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

resource "aws_cloudwatch_metric_alarm" "unhealthy_targets_public_3001_http2" {
  for_each = toset(["admin"])

  alarm_name        = "${local.name_prefix}-${each.key}-unhealthy-targets-public-3001-http2"
  alarm_description = "${each.key}: a target fails its health check for 3 minutes"
  namespace         = "AWS/ApplicationELB"
  metric_name       = "UnHealthyHostCount"
  dimensions = {
    LoadBalancer = aws_lb.ingress_public.arn_suffix
    TargetGroup  = aws_lb_target_group.admin_public_3001_http2.arn_suffix
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

resource "aws_cloudwatch_metric_alarm" "unhealthy_targets_public_3002" {
  for_each = toset(["admin"])

  alarm_name        = "${local.name_prefix}-${each.key}-unhealthy-targets-public-3002"
  alarm_description = "${each.key}: a target fails its health check for 3 minutes"
  namespace         = "AWS/ApplicationELB"
  metric_name       = "UnHealthyHostCount"
  dimensions = {
    LoadBalancer = aws_lb.ingress_public.arn_suffix
    TargetGroup  = aws_lb_target_group.admin_public_3002.arn_suffix
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

resource "aws_cloudwatch_metric_alarm" "server_errors_public_9090" {
  for_each = toset(["api"])

  alarm_name          = "${local.name_prefix}-${each.key}-server-errors-public-9090"
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
        LoadBalancer = aws_lb.ingress_public.arn_suffix
        TargetGroup  = aws_lb_target_group.api_public_9090.arn_suffix
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
        LoadBalancer = aws_lb.ingress_public.arn_suffix
        TargetGroup  = aws_lb_target_group.api_public_9090.arn_suffix
      }
      stat   = "Sum"
      period = 60
    }
  }
}

resource "aws_cloudwatch_metric_alarm" "server_errors_public_files" {
  for_each = toset(["api"])

  alarm_name          = "${local.name_prefix}-${each.key}-server-errors-public-files"
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
        LoadBalancer = aws_lb.ingress_public.arn_suffix
        TargetGroup  = aws_lb_target_group.api_public_files.arn_suffix
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
        LoadBalancer = aws_lb.ingress_public.arn_suffix
        TargetGroup  = aws_lb_target_group.api_public_files.arn_suffix
      }
      stat   = "Sum"
      period = 60
    }
  }
}

resource "aws_cloudwatch_metric_alarm" "unhealthy_targets_public_9090" {
  for_each = toset(["api"])

  alarm_name        = "${local.name_prefix}-${each.key}-unhealthy-targets-public-9090"
  alarm_description = "${each.key}: a target fails its health check for 3 minutes"
  namespace         = "AWS/ApplicationELB"
  metric_name       = "UnHealthyHostCount"
  dimensions = {
    LoadBalancer = aws_lb.ingress_public.arn_suffix
    TargetGroup  = aws_lb_target_group.api_public_9090.arn_suffix
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

resource "aws_cloudwatch_metric_alarm" "unhealthy_targets_public_files" {
  for_each = toset(["api"])

  alarm_name        = "${local.name_prefix}-${each.key}-unhealthy-targets-public-files"
  alarm_description = "${each.key}: a target fails its health check for 3 minutes"
  namespace         = "AWS/ApplicationELB"
  metric_name       = "UnHealthyHostCount"
  dimensions = {
    LoadBalancer = aws_lb.ingress_public.arn_suffix
    TargetGroup  = aws_lb_target_group.api_public_files.arn_suffix
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

resource "aws_cloudwatch_metric_alarm" "server_errors_partners_grpc" {
  for_each = toset(["events"])

  alarm_name          = "${local.name_prefix}-${each.key}-server-errors-partners-grpc"
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
        LoadBalancer = aws_lb.ingress_partners.arn_suffix
        TargetGroup  = aws_lb_target_group.events_partners_grpc.arn_suffix
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
        LoadBalancer = aws_lb.ingress_partners.arn_suffix
        TargetGroup  = aws_lb_target_group.events_partners_grpc.arn_suffix
      }
      stat   = "Sum"
      period = 60
    }
  }
}

resource "aws_cloudwatch_metric_alarm" "unhealthy_targets_partners_grpc" {
  for_each = toset(["events"])

  alarm_name        = "${local.name_prefix}-${each.key}-unhealthy-targets-partners-grpc"
  alarm_description = "${each.key}: a target fails its health check for 3 minutes"
  namespace         = "AWS/ApplicationELB"
  metric_name       = "UnHealthyHostCount"
  dimensions = {
    LoadBalancer = aws_lb.ingress_partners.arn_suffix
    TargetGroup  = aws_lb_target_group.events_partners_grpc.arn_suffix
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

resource "aws_cloudwatch_metric_alarm" "unhealthy_targets_1883" {
  for_each = toset(["mqtt"])

  alarm_name        = "${local.name_prefix}-${each.key}-unhealthy-targets-1883"
  alarm_description = "${each.key}: a target fails its health check for 3 minutes"
  namespace         = "AWS/NetworkELB"
  metric_name       = "UnHealthyHostCount"
  dimensions = {
    LoadBalancer = aws_lb.mqtt.arn_suffix
    TargetGroup  = aws_lb_target_group.mqtt_1883.arn_suffix
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

resource "aws_cloudwatch_metric_alarm" "unhealthy_targets_1884" {
  for_each = toset(["mqtt"])

  alarm_name        = "${local.name_prefix}-${each.key}-unhealthy-targets-1884"
  alarm_description = "${each.key}: a target fails its health check for 3 minutes"
  namespace         = "AWS/NetworkELB"
  metric_name       = "UnHealthyHostCount"
  dimensions = {
    LoadBalancer = aws_lb.mqtt.arn_suffix
    TargetGroup  = aws_lb_target_group.mqtt_1884.arn_suffix
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

resource "aws_cloudwatch_metric_alarm" "unhealthy_targets_5683_udp" {
  for_each = toset(["mqtt"])

  alarm_name        = "${local.name_prefix}-${each.key}-unhealthy-targets-5683-udp"
  alarm_description = "${each.key}: a target fails its health check for 3 minutes"
  namespace         = "AWS/NetworkELB"
  metric_name       = "UnHealthyHostCount"
  dimensions = {
    LoadBalancer = aws_lb.mqtt.arn_suffix
    TargetGroup  = aws_lb_target_group.mqtt_5683_udp.arn_suffix
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

resource "aws_cloudwatch_metric_alarm" "unhealthy_targets_9001" {
  for_each = toset(["mqtt"])

  alarm_name        = "${local.name_prefix}-${each.key}-unhealthy-targets-9001"
  alarm_description = "${each.key}: a target fails its health check for 3 minutes"
  namespace         = "AWS/NetworkELB"
  metric_name       = "UnHealthyHostCount"
  dimensions = {
    LoadBalancer = aws_lb.mqtt.arn_suffix
    TargetGroup  = aws_lb_target_group.mqtt_bridge_9001.arn_suffix
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

resource "aws_cloudwatch_metric_alarm" "server_errors_internal" {
  for_each = toset(["store"])

  alarm_name          = "${local.name_prefix}-${each.key}-server-errors-internal"
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
        LoadBalancer = aws_lb.ingress_internal.arn_suffix
        TargetGroup  = aws_lb_target_group.store_internal.arn_suffix
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
        LoadBalancer = aws_lb.ingress_internal.arn_suffix
        TargetGroup  = aws_lb_target_group.store_internal.arn_suffix
      }
      stat   = "Sum"
      period = 60
    }
  }
}

resource "aws_cloudwatch_metric_alarm" "unhealthy_targets_internal" {
  for_each = toset(["store"])

  alarm_name        = "${local.name_prefix}-${each.key}-unhealthy-targets-internal"
  alarm_description = "${each.key}: a target fails its health check for 3 minutes"
  namespace         = "AWS/ApplicationELB"
  metric_name       = "UnHealthyHostCount"
  dimensions = {
    LoadBalancer = aws_lb.ingress_internal.arn_suffix
    TargetGroup  = aws_lb_target_group.store_internal.arn_suffix
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
