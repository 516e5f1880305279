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
    admin  = aws_ecs_service.admin.name
    api    = aws_ecs_service.api.name
    mailer = aws_ecs_service.mailer.name
    mqtt   = aws_ecs_service.mqtt.name
    orders = aws_ecs_service.orders.name
    store  = aws_ecs_service.store.name
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
    admin  = aws_ecs_service.admin.name
    api    = aws_ecs_service.api.name
    mailer = aws_ecs_service.mailer.name
    mqtt   = aws_ecs_service.mqtt.name
    orders = aws_ecs_service.orders.name
    store  = aws_ecs_service.store.name
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
    admin  = aws_ecs_service.admin.name
    api    = aws_ecs_service.api.name
    mailer = aws_ecs_service.mailer.name
    mqtt   = aws_ecs_service.mqtt.name
    orders = aws_ecs_service.orders.name
    store  = aws_ecs_service.store.name
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
  for_each = {
    admin = aws_lb_target_group.admin.arn_suffix
    api   = aws_lb_target_group.api.arn_suffix
    store = aws_lb_target_group.store.arn_suffix
  }

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
        LoadBalancer = aws_lb.main.arn_suffix
        TargetGroup  = each.value
      }
      stat   = "Sum"
      period = 60
    }
  }
}

resource "aws_cloudwatch_metric_alarm" "server_errors_alternate" {
  for_each = {
    admin = aws_lb_target_group.admin_alternate.arn_suffix
    api   = aws_lb_target_group.api_alternate.arn_suffix
  }

  alarm_name          = "${local.name_prefix}-${each.key}-server-errors-alternate"
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
        LoadBalancer = aws_lb.main.arn_suffix
        TargetGroup  = each.value
      }
      stat   = "Sum"
      period = 60
    }
  }
}

resource "aws_cloudwatch_metric_alarm" "unhealthy_targets" {
  for_each = {
    admin = aws_lb_target_group.admin.arn_suffix
    api   = aws_lb_target_group.api.arn_suffix
    store = aws_lb_target_group.store.arn_suffix
  }

  alarm_name        = "${local.name_prefix}-${each.key}-unhealthy-targets"
  alarm_description = "${each.key}: a target fails its health check for 3 minutes"
  namespace         = "AWS/ApplicationELB"
  metric_name       = "UnHealthyHostCount"
  dimensions = {
    LoadBalancer = aws_lb.main.arn_suffix
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

resource "aws_cloudwatch_metric_alarm" "unhealthy_targets_alternate" {
  for_each = {
    admin = aws_lb_target_group.admin_alternate.arn_suffix
    api   = aws_lb_target_group.api_alternate.arn_suffix
  }

  alarm_name        = "${local.name_prefix}-${each.key}-unhealthy-targets-alternate"
  alarm_description = "${each.key}: a target fails its health check for 3 minutes"
  namespace         = "AWS/ApplicationELB"
  metric_name       = "UnHealthyHostCount"
  dimensions = {
    LoadBalancer = aws_lb.main.arn_suffix
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

resource "aws_cloudwatch_metric_alarm" "rollback_errors" {
  for_each = {
    api = {
      alarm_description = "Deployment of api: more than 5 % of the answers are 5xx in two of three minutes"
      threshold         = 5
      target_group      = aws_lb_target_group.api.arn_suffix
    }
    store = {
      alarm_description = "Deployment of store: more than 1 % of the answers are 5xx in two of three minutes"
      threshold         = 1
      target_group      = aws_lb_target_group.store.arn_suffix
    }
  }

  alarm_name          = "${local.name_prefix}-${each.key}-rollback-errors"
  alarm_description   = each.value.alarm_description
  comparison_operator = "GreaterThanThreshold"
  threshold           = each.value.threshold
  evaluation_periods  = 3
  datapoints_to_alarm = 2
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
        TargetGroup  = each.value.target_group
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
        TargetGroup  = each.value.target_group
      }
      stat   = "Sum"
      period = 60
    }
  }
}

resource "aws_cloudwatch_metric_alarm" "rollback_errors_alternate" {
  for_each = toset(["api"])

  alarm_name          = "${local.name_prefix}-${each.key}-rollback-errors-alternate"
  alarm_description   = "Deployment of ${each.key}: more than 5 % of the answers are 5xx in two of three minutes"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 5
  evaluation_periods  = 3
  datapoints_to_alarm = 2
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
        TargetGroup  = aws_lb_target_group.api_alternate.arn_suffix
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
        TargetGroup  = aws_lb_target_group.api_alternate.arn_suffix
      }
      stat   = "Sum"
      period = 60
    }
  }
}

resource "aws_cloudwatch_metric_alarm" "rollback_latency" {
  for_each = {
    api = {
      alarm_description = "Deployment of api: one answer in a hundred takes more than 1 s in two of three minutes"
      target_group      = aws_lb_target_group.api.arn_suffix
      threshold         = 1
    }
    store = {
      alarm_description = "Deployment of store: one answer in a hundred takes more than 0.8 s in two of three minutes"
      target_group      = aws_lb_target_group.store.arn_suffix
      threshold         = 0.8
    }
  }

  alarm_name        = "${local.name_prefix}-${each.key}-rollback-latency"
  alarm_description = each.value.alarm_description
  namespace         = "AWS/ApplicationELB"
  metric_name       = "TargetResponseTime"
  dimensions = {
    LoadBalancer = aws_lb.main.arn_suffix
    TargetGroup  = each.value.target_group
  }
  extended_statistic  = "p99"
  period              = 60
  comparison_operator = "GreaterThanThreshold"
  threshold           = each.value.threshold
  evaluation_periods  = 3
  datapoints_to_alarm = 2
  treat_missing_data  = "notBreaching"
  tags                = { "longshore:service" = each.key }
}

resource "aws_cloudwatch_metric_alarm" "rollback_latency_alternate" {
  for_each = toset(["api"])

  alarm_name        = "${local.name_prefix}-${each.key}-rollback-latency-alternate"
  alarm_description = "Deployment of ${each.key}: one answer in a hundred takes more than 1 s in two of three minutes"
  namespace         = "AWS/ApplicationELB"
  metric_name       = "TargetResponseTime"
  dimensions = {
    LoadBalancer = aws_lb.main.arn_suffix
    TargetGroup  = aws_lb_target_group.api_alternate.arn_suffix
  }
  extended_statistic  = "p99"
  period              = 60
  comparison_operator = "GreaterThanThreshold"
  threshold           = 1
  evaluation_periods  = 3
  datapoints_to_alarm = 2
  treat_missing_data  = "notBreaching"
  tags                = { "longshore:service" = each.key }
}

resource "aws_cloudwatch_metric_alarm" "rollback_queue_age" {
  for_each = toset(["mailer"])

  alarm_name          = "${local.name_prefix}-${each.key}-rollback-queue-age"
  alarm_description   = "Deployment of ${each.key}: a message of Mails is older than 900 s in two of three minutes"
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateAgeOfOldestMessage"
  dimensions          = { QueueName = aws_sqs_queue.mails.name }
  statistic           = "Maximum"
  period              = 60
  comparison_operator = "GreaterThanThreshold"
  threshold           = 900
  evaluation_periods  = 3
  datapoints_to_alarm = 2
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

resource "aws_cloudwatch_metric_alarm" "unhealthy_targets_1883_alternate" {
  for_each = toset(["mqtt"])

  alarm_name        = "${local.name_prefix}-${each.key}-unhealthy-targets-1883-alternate"
  alarm_description = "${each.key}: a target fails its health check for 3 minutes"
  namespace         = "AWS/NetworkELB"
  metric_name       = "UnHealthyHostCount"
  dimensions = {
    LoadBalancer = aws_lb.mqtt.arn_suffix
    TargetGroup  = aws_lb_target_group.mqtt_1883_alternate.arn_suffix
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

resource "aws_cloudwatch_metric_alarm" "unhealthy_targets_8883" {
  for_each = toset(["mqtt"])

  alarm_name        = "${local.name_prefix}-${each.key}-unhealthy-targets-8883"
  alarm_description = "${each.key}: a target fails its health check for 3 minutes"
  namespace         = "AWS/NetworkELB"
  metric_name       = "UnHealthyHostCount"
  dimensions = {
    LoadBalancer = aws_lb.mqtt.arn_suffix
    TargetGroup  = aws_lb_target_group.mqtt_8883.arn_suffix
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

resource "aws_cloudwatch_metric_alarm" "unhealthy_targets_8883_alternate" {
  for_each = toset(["mqtt"])

  alarm_name        = "${local.name_prefix}-${each.key}-unhealthy-targets-8883-alternate"
  alarm_description = "${each.key}: a target fails its health check for 3 minutes"
  namespace         = "AWS/NetworkELB"
  metric_name       = "UnHealthyHostCount"
  dimensions = {
    LoadBalancer = aws_lb.mqtt.arn_suffix
    TargetGroup  = aws_lb_target_group.mqtt_8883_alternate.arn_suffix
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

resource "aws_cloudwatch_metric_alarm" "rollback_cpu" {
  for_each = toset(["orders"])

  alarm_name        = "${local.name_prefix}-${each.key}-rollback-cpu"
  alarm_description = "Deployment of ${each.key}: CPU above 90 % in two of three minutes"
  namespace         = "AWS/ECS"
  metric_name       = "CPUUtilization"
  dimensions = {
    ClusterName = aws_ecs_cluster.main.name
    ServiceName = "shop-${each.key}"
  }
  statistic           = "Average"
  period              = 60
  comparison_operator = "GreaterThanThreshold"
  threshold           = 90
  evaluation_periods  = 3
  datapoints_to_alarm = 2
  treat_missing_data  = "notBreaching"
  tags                = { "longshore:service" = each.key }
}

resource "aws_cloudwatch_metric_alarm" "rollback_memory" {
  for_each = toset(["store"])

  alarm_name        = "${local.name_prefix}-${each.key}-rollback-memory"
  alarm_description = "Deployment of ${each.key}: memory above 95 % in two of three minutes"
  namespace         = "AWS/ECS"
  metric_name       = "MemoryUtilization"
  dimensions = {
    ClusterName = aws_ecs_cluster.main.name
    ServiceName = "shop-${each.key}"
  }
  statistic           = "Average"
  period              = 60
  comparison_operator = "GreaterThanThreshold"
  threshold           = 95
  evaluation_periods  = 3
  datapoints_to_alarm = 2
  treat_missing_data  = "notBreaching"
  tags                = { "longshore:service" = each.key }
}
