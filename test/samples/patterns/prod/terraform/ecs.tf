resource "aws_ecs_task_definition" "app_api" {
  family                   = "${local.name_prefix}-app-api"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = 1024
  memory                   = 2048
  execution_role_arn       = aws_iam_role.app_api_execution.arn
  task_role_arn            = aws_iam_role.app_api_task.arn
  container_definitions = jsonencode([{
    name         = "app-api"
    image        = "${data.aws_ssm_parameter.agents_prod_app_api_repository_uri.insecure_value}:${var.app_api_image_tag}"
    essential    = true
    portMappings = [{ name = "app-api", containerPort = 8000, protocol = "tcp" }]
    environment = [
      { name = "AWS_REGION", value = "eu-west-1" },
      { name = "DYNAMODB_QUOTA_EVENTS_TABLE", value = aws_dynamodb_table.quota_events.name },
      {
        name  = "DYNAMODB_SESSIONS_METADATA_TABLE"
        value = data.aws_ssm_parameter.agents_prod_data_sessions_metadata_table.insecure_value
      },
      { name = "DYNAMODB_USER_QUOTAS_TABLE", value = aws_dynamodb_table.user_quotas.name },
      { name = "INFERENCE_API_URL", value = "http://inference-api.agents-prod.local:8001" },
      { name = "PROJECT_PREFIX", value = "agents-prod" },
      { name = "S3_USER_FILES_BUCKET", value = aws_s3_bucket.user_files.bucket },
    ]
    healthCheck = {
      command     = ["CMD-SHELL", "curl -f http://localhost:8000/health || exit 1"]
      interval    = 30
      timeout     = 5
      retries     = 3
      startPeriod = 60
    }
    stopTimeout     = 30
    linuxParameters = { initProcessEnabled = true }
    logConfiguration = {
      logDriver = "awslogs"
      options = {
        awslogs-group         = aws_cloudwatch_log_group.services["app-api"].name
        awslogs-region        = local.region
        awslogs-stream-prefix = "app-api"
        mode                  = "non-blocking"
        max-buffer-size       = "25m"
      }
    }
  }])
  tags = { "longshore:service" = "app-api" }

  runtime_platform {
    cpu_architecture        = "X86_64"
    operating_system_family = "LINUX"
  }

  depends_on = [
    aws_iam_role_policy.app_api_execution_start_tasks,
    aws_iam_role_policy.app_api_task_access,
  ]
}

resource "aws_ecs_service" "app_api" {
  name                               = "${local.name_prefix}-app-api"
  cluster                            = data.aws_ssm_parameter.agents_prod_network_ecs_cluster_name.insecure_value
  task_definition                    = aws_ecs_task_definition.app_api.arn
  desired_count                      = 2
  platform_version                   = "LATEST"
  deployment_minimum_healthy_percent = 100
  deployment_maximum_percent         = 200
  health_check_grace_period_seconds  = 60
  availability_zone_rebalancing      = "ENABLED"
  enable_execute_command             = false
  enable_ecs_managed_tags            = true
  propagate_tags                     = "SERVICE"
  # Without it a change of capacity providers would replace the service.
  force_new_deployment = true
  tags                 = { "longshore:service" = "app-api" }

  capacity_provider_strategy {
    capacity_provider = "FARGATE"
    weight            = 1
  }

  network_configuration {
    subnets          = split(",", data.aws_ssm_parameter.agents_prod_network_private_subnet_ids.insecure_value)
    security_groups  = [aws_security_group.app_api.id]
    assign_public_ip = false
  }

  load_balancer {
    target_group_arn = aws_lb_target_group.app_api.arn
    container_name   = "app-api"
    container_port   = 8000
  }

  deployment_circuit_breaker {
    enable   = true
    rollback = true
  }

  # Auto scaling owns the count; desired_count is where it begins.
  lifecycle {
    ignore_changes = [desired_count]
  }

  depends_on = [
    aws_lb_listener_rule.app_api_shared,
    aws_vpc_security_group_egress_rule.app_api_to_anywhere,
    aws_vpc_security_group_ingress_rule.app_api_connects_inference_api,
    aws_vpc_security_group_ingress_rule.app_api_from_alb_security_group_id_8000,
  ]
}

resource "aws_ecs_task_definition" "inference_api" {
  family                   = "${local.name_prefix}-inference-api"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = 512
  memory                   = 1024
  execution_role_arn       = aws_iam_role.inference_api_execution.arn
  task_role_arn            = aws_iam_role.inference_api_task.arn
  container_definitions = jsonencode([{
    name         = "inference-api"
    image        = "${data.aws_ssm_parameter.agents_prod_inference_api_repository_uri.insecure_value}:${var.inference_api_image_tag}"
    essential    = true
    portMappings = [{ name = "inference-api", containerPort = 8001, protocol = "tcp" }]
    healthCheck = {
      command     = ["CMD-SHELL", "curl -f http://localhost:8001/health || exit 1"]
      interval    = 30
      timeout     = 5
      retries     = 3
      startPeriod = 60
    }
    stopTimeout     = 30
    linuxParameters = { initProcessEnabled = true }
    logConfiguration = {
      logDriver = "awslogs"
      options = {
        awslogs-group         = aws_cloudwatch_log_group.services["inference-api"].name
        awslogs-region        = local.region
        awslogs-stream-prefix = "inference-api"
        mode                  = "non-blocking"
        max-buffer-size       = "25m"
      }
    }
  }])
  tags = { "longshore:service" = "inference-api" }

  runtime_platform {
    cpu_architecture        = "X86_64"
    operating_system_family = "LINUX"
  }

  depends_on = [aws_iam_role_policy.inference_api_execution_start_tasks]
}

resource "aws_ecs_service" "inference_api" {
  name                               = "${local.name_prefix}-inference-api"
  cluster                            = data.aws_ssm_parameter.agents_prod_network_ecs_cluster_name.insecure_value
  task_definition                    = aws_ecs_task_definition.inference_api.arn
  desired_count                      = 1
  platform_version                   = "LATEST"
  deployment_minimum_healthy_percent = 100
  deployment_maximum_percent         = 200
  availability_zone_rebalancing      = "ENABLED"
  enable_execute_command             = false
  enable_ecs_managed_tags            = true
  propagate_tags                     = "SERVICE"
  # Without it a change of capacity providers would replace the service.
  force_new_deployment = true
  tags                 = { "longshore:service" = "inference-api" }

  capacity_provider_strategy {
    capacity_provider = "FARGATE"
    weight            = 1
  }

  network_configuration {
    subnets          = split(",", data.aws_ssm_parameter.agents_prod_network_private_subnet_ids.insecure_value)
    security_groups  = [aws_security_group.inference_api.id]
    assign_public_ip = false
  }

  service_registries {
    registry_arn = aws_service_discovery_service.inference_api.arn
  }

  deployment_circuit_breaker {
    enable   = true
    rollback = true
  }

  depends_on = [aws_vpc_security_group_egress_rule.inference_api_to_anywhere]
}
