resource "aws_sns_topic" "alarms" {
  name              = "${local.name_prefix}-alarms"
  kms_master_key_id = aws_kms_key.key.arn
}

resource "aws_sns_topic_policy" "alarms" {
  arn = aws_sns_topic.alarms.arn
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid       = "PublishAlarms"
        Effect    = "Allow"
        Principal = { Service = "cloudwatch.amazonaws.com" }
        Action    = ["sns:Publish"]
        Resource  = [aws_sns_topic.alarms.arn]
        Condition = {
          StringEquals = { "aws:SourceAccount" = local.account_id }
        }
      },
      {
        Sid       = "PublishEvents"
        Effect    = "Allow"
        Principal = { Service = "events.amazonaws.com" }
        Action    = ["sns:Publish"]
        Resource  = [aws_sns_topic.alarms.arn]
      },
      {
        Sid       = "RequireTls"
        Effect    = "Deny"
        Principal = "*"
        Action    = ["sns:Publish"]
        Resource  = [aws_sns_topic.alarms.arn]
        Condition = {
          Bool = { "aws:SecureTransport" = "false" }
        }
      },
    ]
  })
}

resource "aws_sns_topic_subscription" "alarms_1jze3jm" {
  topic_arn = aws_sns_topic.alarms.arn
  protocol  = "email"
  endpoint  = "ops@example.com"
}

resource "aws_cloudwatch_event_rule" "deployment_failed" {
  name        = "${local.name_prefix}-deployment-failed"
  description = "An ECS deployment failed"
  event_pattern = jsonencode({
    source      = ["aws.ecs"]
    detail-type = ["ECS Deployment State Change"]
    detail      = { eventName = ["SERVICE_DEPLOYMENT_FAILED"] }
    resources   = [{ wildcard = "arn:*:ecs:*:service/${aws_ecs_cluster.main.name}/*" }]
  })
}

resource "aws_cloudwatch_event_target" "deployment_failed_alarms_topic" {
  rule      = aws_cloudwatch_event_rule.deployment_failed.name
  target_id = "alarms-topic"
  arn       = aws_sns_topic.alarms.arn
}

resource "aws_cloudwatch_event_rule" "deployments" {
  name        = "${local.name_prefix}-deployments"
  description = "An ECS deployment began, ended or failed, or a service could not place a task"
  event_pattern = jsonencode({
    source      = ["aws.ecs"]
    detail-type = ["ECS Deployment State Change", "ECS Service Action"]
    resources   = [{ wildcard = "arn:*:ecs:*:service/${aws_ecs_cluster.main.name}/*" }]
  })

  depends_on = [aws_cloudwatch_log_resource_policy.event_log]
}

resource "aws_cloudwatch_event_target" "deployments_event_log" {
  rule      = aws_cloudwatch_event_rule.deployments.name
  target_id = "event-log"
  arn       = "arn:${local.partition}:logs:${local.region}:${local.account_id}:log-group:${aws_cloudwatch_log_group.event.name}"
}

resource "aws_cloudwatch_event_rule" "stopped_tasks" {
  name        = "${local.name_prefix}-stopped-tasks"
  description = "An ECS task stopped"
  event_pattern = jsonencode({
    source      = ["aws.ecs"]
    detail-type = ["ECS Task State Change"]
    detail = {
      lastStatus = ["STOPPED"]
      clusterArn = [{ wildcard = "arn:*:ecs:*:cluster/${aws_ecs_cluster.main.name}" }]
    }
  })

  depends_on = [aws_cloudwatch_log_resource_policy.event_log]
}

resource "aws_cloudwatch_event_target" "stopped_tasks_event_log" {
  rule      = aws_cloudwatch_event_rule.stopped_tasks.name
  target_id = "event-log"
  arn       = "arn:${local.partition}:logs:${local.region}:${local.account_id}:log-group:${aws_cloudwatch_log_group.event.name}"
}

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

resource "aws_cloudwatch_composite_alarm" "composite" {
  alarm_name        = "${local.name_prefix}-application"
  alarm_description = "shop: one of its 10 alarms tells of something"
  alarm_rule = join(" OR ", formatlist("ALARM(\"%s\")", [
    "${local.name_prefix}-api-cpu-high",
    "${local.name_prefix}-api-latency",
    "${local.name_prefix}-api-running-below-desired",
    "${local.name_prefix}-api-server-errors",
    "${local.name_prefix}-api-unhealthy-targets",
    "${local.name_prefix}-load-balancer-errors",
    "${local.name_prefix}-worker-cpu-high",
    "${local.name_prefix}-worker-memory-high",
    "${local.name_prefix}-worker-queue-age-jobs",
    "${local.name_prefix}-worker-running-below-desired",
  ]))
  alarm_actions = [aws_sns_topic.alarms.arn, "arn:aws:sns:eu-west-1:111111111111:chatbot"]

  depends_on = [
    aws_cloudwatch_metric_alarm.cpu_high,
    aws_cloudwatch_metric_alarm.latency,
    aws_cloudwatch_metric_alarm.load_balancer_errors,
    aws_cloudwatch_metric_alarm.memory_high,
    aws_cloudwatch_metric_alarm.queue_age_jobs,
    aws_cloudwatch_metric_alarm.running_below_desired,
    aws_cloudwatch_metric_alarm.server_errors,
    aws_cloudwatch_metric_alarm.unhealthy_targets,
  ]
}

resource "aws_cloudwatch_metric_alarm" "cpu_high" {
  for_each = {
    api = {
      alarm_description = "api: CPU above 80 % for 10 minutes"
      service_name      = aws_ecs_service.api.name
      threshold         = 80
    }
    worker = {
      alarm_description = "worker: CPU above 90 % for 10 minutes"
      service_name      = aws_ecs_service.worker.name
      threshold         = 90
    }
  }

  alarm_name        = "${local.name_prefix}-${each.key}-cpu-high"
  alarm_description = each.value.alarm_description
  namespace         = "AWS/ECS"
  metric_name       = "CPUUtilization"
  dimensions = {
    ClusterName = aws_ecs_cluster.main.name
    ServiceName = each.value.service_name
  }
  statistic           = "Average"
  period              = 60
  comparison_operator = "GreaterThanThreshold"
  threshold           = each.value.threshold
  evaluation_periods  = 10
  datapoints_to_alarm = 10
  treat_missing_data  = "notBreaching"
  tags                = { "longshore:service" = each.key }
}

resource "aws_cloudwatch_metric_alarm" "latency" {
  for_each = toset(["api"])

  alarm_name        = "${local.name_prefix}-${each.key}-latency"
  alarm_description = "${each.key}: 1 % of the answers take longer than 300 ms for 5 minutes"
  namespace         = "AWS/ApplicationELB"
  metric_name       = "TargetResponseTime"
  dimensions = {
    LoadBalancer = aws_lb.main.arn_suffix
    TargetGroup  = aws_lb_target_group.api.arn_suffix
  }
  extended_statistic                    = "p99"
  period                                = 60
  comparison_operator                   = "GreaterThanThreshold"
  threshold                             = 0.3
  evaluation_periods                    = 5
  datapoints_to_alarm                   = 5
  treat_missing_data                    = "notBreaching"
  evaluate_low_sample_count_percentiles = "ignore"
  tags                                  = { "longshore:service" = each.key }
}

resource "aws_cloudwatch_metric_alarm" "running_below_desired" {
  for_each = {
    api    = aws_ecs_service.api.name
    worker = aws_ecs_service.worker.name
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
  alarm_description   = "${each.key}: more than 1 % of the answers are 5xx for 5 minutes"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 1
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

resource "aws_cloudwatch_metric_alarm" "memory_high" {
  for_each = toset(["worker"])

  alarm_name        = "${local.name_prefix}-${each.key}-memory-high"
  alarm_description = "${each.key}: memory above 90 % for 10 minutes"
  namespace         = "AWS/ECS"
  metric_name       = "MemoryUtilization"
  dimensions = {
    ClusterName = aws_ecs_cluster.main.name
    ServiceName = aws_ecs_service.worker.name
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

resource "aws_cloudwatch_metric_alarm" "queue_age_jobs" {
  for_each = toset(["worker"])

  alarm_name          = "${local.name_prefix}-${each.key}-queue-age-jobs"
  alarm_description   = "${each.key}: a message of Jobs waits longer than 600 s for 5 minutes"
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateAgeOfOldestMessage"
  dimensions          = { QueueName = aws_sqs_queue.jobs.name }
  statistic           = "Maximum"
  period              = 60
  comparison_operator = "GreaterThanThreshold"
  threshold           = 600
  evaluation_periods  = 5
  datapoints_to_alarm = 5
  treat_missing_data  = "notBreaching"
  tags                = { "longshore:service" = each.key }
}
