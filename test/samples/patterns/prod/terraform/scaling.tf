resource "aws_appautoscaling_target" "app_api" {
  service_namespace  = "ecs"
  scalable_dimension = "ecs:service:DesiredCount"
  resource_id        = "service/${data.aws_ssm_parameter.agents_prod_network_ecs_cluster_name.insecure_value}/${aws_ecs_service.app_api.name}"
  min_capacity       = 2
  max_capacity       = 10
  tags               = { "longshore:service" = "app-api" }
}

resource "aws_appautoscaling_policy" "app_api_cpu" {
  name               = "${local.name_prefix}-app-api-cpu"
  policy_type        = "TargetTrackingScaling"
  service_namespace  = aws_appautoscaling_target.app_api.service_namespace
  scalable_dimension = aws_appautoscaling_target.app_api.scalable_dimension
  resource_id        = aws_appautoscaling_target.app_api.resource_id

  target_tracking_scaling_policy_configuration {
    target_value       = 70
    scale_in_cooldown  = 60
    scale_out_cooldown = 60

    predefined_metric_specification {
      predefined_metric_type = "ECSServiceAverageCPUUtilization"
    }
  }
}

resource "aws_appautoscaling_policy" "app_api_memory" {
  name               = "${local.name_prefix}-app-api-memory"
  policy_type        = "TargetTrackingScaling"
  service_namespace  = aws_appautoscaling_target.app_api.service_namespace
  scalable_dimension = aws_appautoscaling_target.app_api.scalable_dimension
  resource_id        = aws_appautoscaling_target.app_api.resource_id

  target_tracking_scaling_policy_configuration {
    target_value       = 80
    scale_in_cooldown  = 60
    scale_out_cooldown = 60

    predefined_metric_specification {
      predefined_metric_type = "ECSServiceAverageMemoryUtilization"
    }
  }
}

resource "aws_appautoscaling_policy" "app_api_requests" {
  name               = "${local.name_prefix}-app-api-requests"
  policy_type        = "TargetTrackingScaling"
  service_namespace  = aws_appautoscaling_target.app_api.service_namespace
  scalable_dimension = aws_appautoscaling_target.app_api.scalable_dimension
  resource_id        = aws_appautoscaling_target.app_api.resource_id

  target_tracking_scaling_policy_configuration {
    target_value       = 1000
    scale_in_cooldown  = 60
    scale_out_cooldown = 60

    predefined_metric_specification {
      predefined_metric_type = "ALBRequestCountPerTarget"
      resource_label         = "${data.aws_ssm_parameter.agents_prod_network_alb_full_name.insecure_value}/${aws_lb_target_group.app_api.arn_suffix}"
    }
  }
}
