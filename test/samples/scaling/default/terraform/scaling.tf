resource "aws_appautoscaling_target" "api" {
  service_namespace  = "ecs"
  scalable_dimension = "ecs:service:DesiredCount"
  resource_id        = "service/${aws_ecs_cluster.main.name}/${aws_ecs_service.api.name}"
  min_capacity       = 2
  max_capacity       = 40
  tags               = { "longshore:service" = "api" }
}

resource "aws_appautoscaling_policy" "api_cpu" {
  name               = "${local.name_prefix}-api-cpu"
  policy_type        = "TargetTrackingScaling"
  service_namespace  = aws_appautoscaling_target.api.service_namespace
  scalable_dimension = aws_appautoscaling_target.api.scalable_dimension
  resource_id        = aws_appautoscaling_target.api.resource_id

  target_tracking_scaling_policy_configuration {
    target_value       = 60
    scale_in_cooldown  = 600
    scale_out_cooldown = 30

    predefined_metric_specification {
      predefined_metric_type = "ECSServiceAverageCPUUtilization"
    }
  }
}

resource "aws_appautoscaling_policy" "api_memory" {
  name               = "${local.name_prefix}-api-memory"
  policy_type        = "TargetTrackingScaling"
  service_namespace  = aws_appautoscaling_target.api.service_namespace
  scalable_dimension = aws_appautoscaling_target.api.scalable_dimension
  resource_id        = aws_appautoscaling_target.api.resource_id

  target_tracking_scaling_policy_configuration {
    target_value       = 80
    scale_in_cooldown  = 300
    scale_out_cooldown = 60

    predefined_metric_specification {
      predefined_metric_type = "ECSServiceAverageMemoryUtilization"
    }
  }
}

resource "aws_appautoscaling_policy" "api_predictive" {
  name               = "${local.name_prefix}-api-predictive"
  policy_type        = "PredictiveScaling"
  service_namespace  = aws_appautoscaling_target.api.service_namespace
  scalable_dimension = aws_appautoscaling_target.api.scalable_dimension
  resource_id        = aws_appautoscaling_target.api.resource_id

  predictive_scaling_policy_configuration {
    mode                         = "ForecastAndScale"
    scheduling_buffer_time       = 600
    max_capacity_breach_behavior = "IncreaseMaxCapacity"
    max_capacity_buffer          = 20

    metric_specification {
      target_value = "1200"

      predefined_metric_pair_specification {
        predefined_metric_type = "ALBRequestCount"
        resource_label         = "${aws_lb.main.arn_suffix}/${aws_lb_target_group.api.arn_suffix}"
      }
    }
  }
}

resource "aws_appautoscaling_policy" "api_requests" {
  name               = "${local.name_prefix}-api-requests"
  policy_type        = "TargetTrackingScaling"
  service_namespace  = aws_appautoscaling_target.api.service_namespace
  scalable_dimension = aws_appautoscaling_target.api.scalable_dimension
  resource_id        = aws_appautoscaling_target.api.resource_id

  target_tracking_scaling_policy_configuration {
    target_value       = 1200
    scale_in_cooldown  = 300
    scale_out_cooldown = 60

    predefined_metric_specification {
      predefined_metric_type = "ALBRequestCountPerTarget"
      resource_label         = "${aws_lb.main.arn_suffix}/${aws_lb_target_group.api.arn_suffix}"
    }
  }
}

resource "aws_appautoscaling_policy" "api_response_time" {
  name               = "${local.name_prefix}-api-response-time"
  policy_type        = "TargetTrackingScaling"
  service_namespace  = aws_appautoscaling_target.api.service_namespace
  scalable_dimension = aws_appautoscaling_target.api.scalable_dimension
  resource_id        = aws_appautoscaling_target.api.resource_id

  target_tracking_scaling_policy_configuration {
    target_value       = 0.25
    scale_in_cooldown  = 90
    scale_out_cooldown = 90

    customized_metric_specification {
      metrics {
        id    = "metric"
        label = "Seconds to an answer"

        metric_stat {
          stat = "Average"

          metric {
            namespace   = "AWS/ApplicationELB"
            metric_name = "TargetResponseTime"

            dimensions {
              name  = "LoadBalancer"
              value = aws_lb.main.arn_suffix
            }

            dimensions {
              name  = "TargetGroup"
              value = aws_lb_target_group.api.arn_suffix
            }
          }
        }

        return_data = true
      }
    }
  }
}

resource "aws_appautoscaling_target" "encoder" {
  service_namespace  = "ecs"
  scalable_dimension = "ecs:service:DesiredCount"
  resource_id        = "service/${aws_ecs_cluster.main.name}/${aws_ecs_service.encoder.name}"
  min_capacity       = 2
  max_capacity       = 50
  tags               = { "longshore:service" = "encoder" }
}

resource "aws_appautoscaling_policy" "encoder_cpu_steps_in" {
  name               = "${local.name_prefix}-encoder-cpu-steps-in"
  policy_type        = "StepScaling"
  service_namespace  = aws_appautoscaling_target.encoder.service_namespace
  scalable_dimension = aws_appautoscaling_target.encoder.scalable_dimension
  resource_id        = aws_appautoscaling_target.encoder.resource_id

  step_scaling_policy_configuration {
    adjustment_type         = "ChangeInCapacity"
    cooldown                = 300
    metric_aggregation_type = "Average"

    step_adjustment {
      metric_interval_upper_bound = "0"
      scaling_adjustment          = -1
    }
  }
}

resource "aws_appautoscaling_policy" "encoder_cpu_steps_out" {
  name               = "${local.name_prefix}-encoder-cpu-steps-out"
  policy_type        = "StepScaling"
  service_namespace  = aws_appautoscaling_target.encoder.service_namespace
  scalable_dimension = aws_appautoscaling_target.encoder.scalable_dimension
  resource_id        = aws_appautoscaling_target.encoder.resource_id

  step_scaling_policy_configuration {
    adjustment_type          = "PercentChangeInCapacity"
    cooldown                 = 60
    metric_aggregation_type  = "Average"
    min_adjustment_magnitude = 1

    step_adjustment {
      metric_interval_lower_bound = "0"
      metric_interval_upper_bound = "15"
      scaling_adjustment          = 10
    }

    step_adjustment {
      metric_interval_lower_bound = "15"
      scaling_adjustment          = 30
    }
  }
}

resource "aws_appautoscaling_policy" "encoder_waiting_steps_out" {
  name               = "${local.name_prefix}-encoder-waiting-steps-out"
  policy_type        = "StepScaling"
  service_namespace  = aws_appautoscaling_target.encoder.service_namespace
  scalable_dimension = aws_appautoscaling_target.encoder.scalable_dimension
  resource_id        = aws_appautoscaling_target.encoder.resource_id

  step_scaling_policy_configuration {
    adjustment_type         = "ChangeInCapacity"
    cooldown                = 60
    metric_aggregation_type = "Average"

    step_adjustment {
      metric_interval_lower_bound = "0"
      metric_interval_upper_bound = "900"
      scaling_adjustment          = 2
    }

    step_adjustment {
      metric_interval_lower_bound = "900"
      scaling_adjustment          = 10
    }
  }
}

resource "aws_appautoscaling_target" "office" {
  service_namespace  = "ecs"
  scalable_dimension = "ecs:service:DesiredCount"
  resource_id        = "service/${aws_ecs_cluster.main.name}/${aws_ecs_service.office.name}"
  min_capacity       = 1
  max_capacity       = 3
  tags               = { "longshore:service" = "office" }

  # The schedule changes them; what stands here is where they begin.
  lifecycle {
    ignore_changes = [min_capacity, max_capacity]
  }
}

resource "aws_appautoscaling_scheduled_action" "office_c2ab2q" {
  name               = "${local.name_prefix}-office-at-c2ab2q"
  service_namespace  = aws_appautoscaling_target.office.service_namespace
  scalable_dimension = aws_appautoscaling_target.office.scalable_dimension
  resource_id        = aws_appautoscaling_target.office.resource_id
  schedule           = "at(2027-11-26T06:00:00)"
  timezone           = "Europe/Madrid"

  scalable_target_action {
    min_capacity = "3"
  }
}

resource "aws_appautoscaling_scheduled_action" "office_m63wfx" {
  name               = "${local.name_prefix}-office-at-m63wfx"
  service_namespace  = aws_appautoscaling_target.office.service_namespace
  scalable_dimension = aws_appautoscaling_target.office.scalable_dimension
  resource_id        = aws_appautoscaling_target.office.resource_id
  schedule           = "cron(0 20 ? * MON-FRI *)"
  timezone           = "Europe/Madrid"

  scalable_target_action {
    min_capacity = "0"
    max_capacity = "0"
  }
}

resource "aws_appautoscaling_scheduled_action" "office_npmsae" {
  name               = "${local.name_prefix}-office-at-npmsae"
  service_namespace  = aws_appautoscaling_target.office.service_namespace
  scalable_dimension = aws_appautoscaling_target.office.scalable_dimension
  resource_id        = aws_appautoscaling_target.office.resource_id
  schedule           = "cron(0 7 ? * MON-FRI *)"
  timezone           = "Europe/Madrid"

  scalable_target_action {
    min_capacity = "1"
    max_capacity = "3"
  }
}

resource "aws_appautoscaling_policy" "office_cpu" {
  name               = "${local.name_prefix}-office-cpu"
  policy_type        = "TargetTrackingScaling"
  service_namespace  = aws_appautoscaling_target.office.service_namespace
  scalable_dimension = aws_appautoscaling_target.office.scalable_dimension
  resource_id        = aws_appautoscaling_target.office.resource_id

  target_tracking_scaling_policy_configuration {
    target_value       = 70
    scale_in_cooldown  = 300
    scale_out_cooldown = 60

    predefined_metric_specification {
      predefined_metric_type = "ECSServiceAverageCPUUtilization"
    }
  }
}

resource "aws_appautoscaling_target" "sessions" {
  service_namespace  = "ecs"
  scalable_dimension = "ecs:service:DesiredCount"
  resource_id        = "service/${aws_ecs_cluster.main.name}/${aws_ecs_service.sessions.name}"
  min_capacity       = 1
  max_capacity       = 12
  tags               = { "longshore:service" = "sessions" }
}

resource "aws_appautoscaling_policy" "sessions_open_sessions" {
  name               = "${local.name_prefix}-sessions-open-sessions"
  policy_type        = "TargetTrackingScaling"
  service_namespace  = aws_appautoscaling_target.sessions.service_namespace
  scalable_dimension = aws_appautoscaling_target.sessions.scalable_dimension
  resource_id        = aws_appautoscaling_target.sessions.resource_id

  target_tracking_scaling_policy_configuration {
    target_value       = 200
    scale_in_cooldown  = 300
    scale_out_cooldown = 60

    customized_metric_specification {
      metrics {
        id    = "metric"
        label = "open-sessions"

        metric_stat {
          stat = "p90"

          metric {
            namespace   = "Shop"
            metric_name = "Sessions"

            dimensions {
              name  = "Service"
              value = "sessions"
            }
          }
        }

        return_data = true
      }
    }
  }
}

resource "aws_appautoscaling_policy" "sessions_per_core" {
  name               = "${local.name_prefix}-sessions-per-core"
  policy_type        = "TargetTrackingScaling"
  service_namespace  = aws_appautoscaling_target.sessions.service_namespace
  scalable_dimension = aws_appautoscaling_target.sessions.scalable_dimension
  resource_id        = aws_appautoscaling_target.sessions.resource_id

  target_tracking_scaling_policy_configuration {
    target_value       = 1.5
    scale_in_cooldown  = 300
    scale_out_cooldown = 60

    customized_metric_specification {
      metrics {
        id = "cores"

        metric_stat {
          stat = "Average"

          metric {
            namespace   = "Shop"
            metric_name = "Cores"
          }
        }

        return_data = false
      }

      metrics {
        id = "work"

        metric_stat {
          stat = "Sum"

          metric {
            namespace   = "Shop"
            metric_name = "Work"
          }
        }

        return_data = false
      }

      metrics {
        id          = "expression"
        expression  = "work / cores"
        label       = "per-core"
        return_data = true
      }
    }
  }
}

resource "aws_appautoscaling_target" "worker" {
  service_namespace  = "ecs"
  scalable_dimension = "ecs:service:DesiredCount"
  resource_id        = "service/${aws_ecs_cluster.main.name}/${aws_ecs_service.worker.name}"
  min_capacity       = 0
  max_capacity       = 20
  tags               = { "longshore:service" = "worker" }
}

resource "aws_appautoscaling_policy" "worker_backlog" {
  name               = "${local.name_prefix}-worker-backlog"
  policy_type        = "TargetTrackingScaling"
  service_namespace  = aws_appautoscaling_target.worker.service_namespace
  scalable_dimension = aws_appautoscaling_target.worker.scalable_dimension
  resource_id        = aws_appautoscaling_target.worker.resource_id

  target_tracking_scaling_policy_configuration {
    target_value       = 100
    scale_in_cooldown  = 300
    scale_out_cooldown = 60

    customized_metric_specification {
      metrics {
        id = "messages"

        metric_stat {
          stat = "Sum"

          metric {
            namespace   = "AWS/SQS"
            metric_name = "ApproximateNumberOfMessagesVisible"

            dimensions {
              name  = "QueueName"
              value = aws_sqs_queue.jobs.name
            }
          }
        }

        return_data = false
      }

      metrics {
        id = "running"

        metric_stat {
          stat = "Average"

          metric {
            namespace   = "ECS/ContainerInsights"
            metric_name = "RunningTaskCount"

            dimensions {
              name  = "ClusterName"
              value = aws_ecs_cluster.main.name
            }

            dimensions {
              name  = "ServiceName"
              value = aws_ecs_service.worker.name
            }
          }
        }

        return_data = false
      }

      metrics {
        id          = "expression"
        expression  = "messages / IF(running > 0, running, 1)"
        label       = "Messages in Jobs for each task"
        return_data = true
      }
    }
  }
}
