resource "aws_appautoscaling_target" "ingest_iot" {
  service_namespace  = "ecs"
  scalable_dimension = "ecs:service:DesiredCount"
  resource_id        = "service/${aws_ecs_cluster.main.name}/${aws_ecs_service.ingest_iot.name}"
  min_capacity       = 2
  max_capacity       = 10
  tags               = { "longshore:service" = "ingest-iot" }
}

resource "aws_appautoscaling_policy" "ingest_iot_cpu" {
  name               = "${local.name_prefix}-ingest-iot-cpu"
  policy_type        = "TargetTrackingScaling"
  service_namespace  = aws_appautoscaling_target.ingest_iot.service_namespace
  scalable_dimension = aws_appautoscaling_target.ingest_iot.scalable_dimension
  resource_id        = aws_appautoscaling_target.ingest_iot.resource_id

  target_tracking_scaling_policy_configuration {
    target_value       = 60
    scale_in_cooldown  = 300
    scale_out_cooldown = 60

    predefined_metric_specification {
      predefined_metric_type = "ECSServiceAverageCPUUtilization"
    }
  }
}

resource "aws_appautoscaling_target" "ui_iot" {
  service_namespace  = "ecs"
  scalable_dimension = "ecs:service:DesiredCount"
  resource_id        = "service/${aws_ecs_cluster.main.name}/${aws_ecs_service.ui_iot.name}"
  min_capacity       = 2
  max_capacity       = 6
  tags               = { "longshore:service" = "ui-iot" }
}

resource "aws_appautoscaling_policy" "ui_iot_cpu" {
  name               = "${local.name_prefix}-ui-iot-cpu"
  policy_type        = "TargetTrackingScaling"
  service_namespace  = aws_appautoscaling_target.ui_iot.service_namespace
  scalable_dimension = aws_appautoscaling_target.ui_iot.scalable_dimension
  resource_id        = aws_appautoscaling_target.ui_iot.resource_id

  target_tracking_scaling_policy_configuration {
    target_value       = 70
    scale_in_cooldown  = 300
    scale_out_cooldown = 60

    predefined_metric_specification {
      predefined_metric_type = "ECSServiceAverageCPUUtilization"
    }
  }
}
