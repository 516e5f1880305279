resource "aws_appautoscaling_target" "a_service_name_of_forty_characters_limit" {
  service_namespace  = "ecs"
  scalable_dimension = "ecs:service:DesiredCount"
  resource_id        = "service/${data.aws_ssm_parameter.platform_cluster_name.insecure_value}/${aws_ecs_service.a_service_name_of_forty_characters_limit.name}"
  min_capacity       = 1
  max_capacity       = 5000
  tags               = { "longshore:service" = "a-service-name-of-forty-characters-limit" }
}

resource "aws_appautoscaling_policy" "a_service_name_of_forty_characters_limit_cpu" {
  name               = "${local.name_prefix}-a-service-name-of-forty-characters-limit-cpu"
  policy_type        = "TargetTrackingScaling"
  service_namespace  = aws_appautoscaling_target.a_service_name_of_forty_characters_limit.service_namespace
  scalable_dimension = aws_appautoscaling_target.a_service_name_of_forty_characters_limit.scalable_dimension
  resource_id        = aws_appautoscaling_target.a_service_name_of_forty_characters_limit.resource_id

  target_tracking_scaling_policy_configuration {
    target_value       = 50
    scale_in_cooldown  = 300
    scale_out_cooldown = 60

    predefined_metric_specification {
      predefined_metric_type = "ECSServiceAverageCPUUtilization"
    }
  }
}

resource "aws_appautoscaling_policy" "a_service_name_of_forty_characters_limit_memory" {
  name               = "${local.name_prefix}-a-service-name-of-forty-characters-limit-memory"
  policy_type        = "TargetTrackingScaling"
  service_namespace  = aws_appautoscaling_target.a_service_name_of_forty_characters_limit.service_namespace
  scalable_dimension = aws_appautoscaling_target.a_service_name_of_forty_characters_limit.scalable_dimension
  resource_id        = aws_appautoscaling_target.a_service_name_of_forty_characters_limit.resource_id

  target_tracking_scaling_policy_configuration {
    target_value       = 60
    scale_in_cooldown  = 300
    scale_out_cooldown = 60

    predefined_metric_specification {
      predefined_metric_type = "ECSServiceAverageMemoryUtilization"
    }
  }
}

resource "aws_appautoscaling_policy" "a_service_name_of_forty_characters_limit_requests" {
  name               = "${local.name_prefix}-a-service-name-of-forty-characters-limit-requests"
  policy_type        = "TargetTrackingScaling"
  service_namespace  = aws_appautoscaling_target.a_service_name_of_forty_characters_limit.service_namespace
  scalable_dimension = aws_appautoscaling_target.a_service_name_of_forty_characters_limit.scalable_dimension
  resource_id        = aws_appautoscaling_target.a_service_name_of_forty_characters_limit.resource_id

  target_tracking_scaling_policy_configuration {
    target_value       = 1000
    scale_in_cooldown  = 300
    scale_out_cooldown = 60

    predefined_metric_specification {
      predefined_metric_type = "ALBRequestCountPerTarget"
      resource_label         = "app/shared/50dc6c495c0c9188/${aws_lb_target_group.a_service_name_of_forty_characters_limit.arn_suffix}"
    }
  }
}
