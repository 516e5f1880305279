resource "aws_appautoscaling_target" "agentcore" {
  service_namespace  = "ecs"
  scalable_dimension = "ecs:service:DesiredCount"
  resource_id        = "service/${aws_ecs_cluster.main.name}/${aws_ecs_service.agentcore.name}"
  min_capacity       = 2
  max_capacity       = 10
  tags               = { "longshore:service" = "agentcore" }
}

resource "aws_appautoscaling_policy" "agentcore_cpu" {
  name               = "${local.name_prefix}-agentcore-cpu"
  policy_type        = "TargetTrackingScaling"
  service_namespace  = aws_appautoscaling_target.agentcore.service_namespace
  scalable_dimension = aws_appautoscaling_target.agentcore.scalable_dimension
  resource_id        = aws_appautoscaling_target.agentcore.resource_id

  target_tracking_scaling_policy_configuration {
    target_value       = 70
    scale_in_cooldown  = 300
    scale_out_cooldown = 300

    predefined_metric_specification {
      predefined_metric_type = "ECSServiceAverageCPUUtilization"
    }
  }
}

resource "aws_appautoscaling_policy" "agentcore_memory" {
  name               = "${local.name_prefix}-agentcore-memory"
  policy_type        = "TargetTrackingScaling"
  service_namespace  = aws_appautoscaling_target.agentcore.service_namespace
  scalable_dimension = aws_appautoscaling_target.agentcore.scalable_dimension
  resource_id        = aws_appautoscaling_target.agentcore.resource_id

  target_tracking_scaling_policy_configuration {
    target_value       = 80
    scale_in_cooldown  = 300
    scale_out_cooldown = 300

    predefined_metric_specification {
      predefined_metric_type = "ECSServiceAverageMemoryUtilization"
    }
  }
}

resource "aws_appautoscaling_target" "bff" {
  service_namespace  = "ecs"
  scalable_dimension = "ecs:service:DesiredCount"
  resource_id        = "service/${aws_ecs_cluster.main.name}/${aws_ecs_service.bff.name}"
  min_capacity       = 2
  max_capacity       = 10
  tags               = { "longshore:service" = "bff" }
}

resource "aws_appautoscaling_policy" "bff_cpu" {
  name               = "${local.name_prefix}-bff-cpu"
  policy_type        = "TargetTrackingScaling"
  service_namespace  = aws_appautoscaling_target.bff.service_namespace
  scalable_dimension = aws_appautoscaling_target.bff.scalable_dimension
  resource_id        = aws_appautoscaling_target.bff.resource_id

  target_tracking_scaling_policy_configuration {
    target_value       = 70
    scale_in_cooldown  = 300
    scale_out_cooldown = 300

    predefined_metric_specification {
      predefined_metric_type = "ECSServiceAverageCPUUtilization"
    }
  }
}

resource "aws_appautoscaling_policy" "bff_memory" {
  name               = "${local.name_prefix}-bff-memory"
  policy_type        = "TargetTrackingScaling"
  service_namespace  = aws_appautoscaling_target.bff.service_namespace
  scalable_dimension = aws_appautoscaling_target.bff.scalable_dimension
  resource_id        = aws_appautoscaling_target.bff.resource_id

  target_tracking_scaling_policy_configuration {
    target_value       = 80
    scale_in_cooldown  = 300
    scale_out_cooldown = 300

    predefined_metric_specification {
      predefined_metric_type = "ECSServiceAverageMemoryUtilization"
    }
  }
}
