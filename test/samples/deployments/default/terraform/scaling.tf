resource "aws_appautoscaling_target" "api" {
  service_namespace  = "ecs"
  scalable_dimension = "ecs:service:DesiredCount"
  resource_id        = "service/${aws_ecs_cluster.main.name}/${aws_ecs_service.api.name}"
  min_capacity       = 2
  max_capacity       = 10
  tags               = { "longshore:service" = "api" }
}

resource "aws_appautoscaling_policy" "api_requests" {
  name               = "${local.name_prefix}-api-requests"
  policy_type        = "TargetTrackingScaling"
  service_namespace  = aws_appautoscaling_target.api.service_namespace
  scalable_dimension = aws_appautoscaling_target.api.scalable_dimension
  resource_id        = aws_appautoscaling_target.api.resource_id

  target_tracking_scaling_policy_configuration {
    target_value       = 800
    scale_in_cooldown  = 300
    scale_out_cooldown = 60

    customized_metric_specification {
      metrics {
        id = "first"

        metric_stat {
          stat = "Sum"

          metric {
            namespace   = "AWS/ApplicationELB"
            metric_name = "RequestCountPerTarget"

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

        return_data = false
      }

      metrics {
        id = "second"

        metric_stat {
          stat = "Sum"

          metric {
            namespace   = "AWS/ApplicationELB"
            metric_name = "RequestCountPerTarget"

            dimensions {
              name  = "LoadBalancer"
              value = aws_lb.main.arn_suffix
            }

            dimensions {
              name  = "TargetGroup"
              value = aws_lb_target_group.api_alternate.arn_suffix
            }
          }
        }

        return_data = false
      }

      metrics {
        id          = "expression"
        expression  = "FILL(first, 0) + FILL(second, 0)"
        label       = "Requests per task and minute"
        return_data = true
      }
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
    target_value       = 0.3
    scale_in_cooldown  = 300
    scale_out_cooldown = 60

    customized_metric_specification {
      metrics {
        id = "first"

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

        return_data = false
      }

      metrics {
        id = "second"

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
              value = aws_lb_target_group.api_alternate.arn_suffix
            }
          }
        }

        return_data = false
      }

      metrics {
        id          = "expression"
        expression  = "MAX([FILL(first, 0), FILL(second, 0)])"
        label       = "Seconds to an answer"
        return_data = true
      }
    }
  }
}

resource "aws_appautoscaling_target" "mailer" {
  service_namespace  = "ecs"
  scalable_dimension = "ecs:service:DesiredCount"
  resource_id        = "service/${aws_ecs_cluster.main.name}/${aws_ecs_service.mailer.name}"
  min_capacity       = 1
  max_capacity       = 4
  tags               = { "longshore:service" = "mailer" }
}

resource "aws_appautoscaling_policy" "mailer_backlog" {
  name               = "${local.name_prefix}-mailer-backlog"
  policy_type        = "TargetTrackingScaling"
  service_namespace  = aws_appautoscaling_target.mailer.service_namespace
  scalable_dimension = aws_appautoscaling_target.mailer.scalable_dimension
  resource_id        = aws_appautoscaling_target.mailer.resource_id

  target_tracking_scaling_policy_configuration {
    target_value       = 50
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
              value = aws_sqs_queue.mails.name
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
              value = aws_ecs_service.mailer.name
            }
          }
        }

        return_data = false
      }

      metrics {
        id          = "expression"
        expression  = "messages / IF(running > 0, running, 1)"
        label       = "Messages in Mails for each task"
        return_data = true
      }
    }
  }
}
