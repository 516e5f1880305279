resource "aws_ecs_cluster" "main" {
  name = local.name_prefix

  setting {
    name  = "containerInsights"
    value = "enabled"
  }
}

resource "aws_ecs_cluster_capacity_providers" "main" {
  cluster_name       = aws_ecs_cluster.main.name
  capacity_providers = ["FARGATE", "FARGATE_SPOT"]

  default_capacity_provider_strategy {
    capacity_provider = "FARGATE"
    weight            = 70
  }

  default_capacity_provider_strategy {
    capacity_provider = "FARGATE_SPOT"
    weight            = 30
  }
}

resource "aws_ecs_task_definition" "agentcore" {
  family                   = "${local.name_prefix}-agentcore"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = 1024
  memory                   = 2048
  execution_role_arn       = aws_iam_role.agentcore_execution.arn
  task_role_arn            = aws_iam_role.agentcore_task.arn
  container_definitions = jsonencode([{
    name         = "agentcore"
    image        = "${data.aws_ssm_parameter.storage_agent_repository_uri.insecure_value}:${var.agentcore_image_tag}"
    essential    = true
    portMappings = [{ name = "agentcore", containerPort = 8080, protocol = "tcp" }]
    environment = [
      {
        name  = "AGENT_DATA_BUCKET"
        value = data.aws_ssm_parameter.storage_agent_data_bucket.insecure_value
      },
      { name = "DATABASE_HOST", value = data.aws_ssm_parameter.database_host.insecure_value },
      { name = "ENVIRONMENT", value = "test" },
    ]
    secrets = [{
      name      = "DATABASE_URL"
      valueFrom = "arn:${local.partition}:ssm:${local.region}:${local.account_id}:parameter/bff/test/security/database-url"
    }]
    stopTimeout     = 120
    linuxParameters = { initProcessEnabled = true }
    logConfiguration = {
      logDriver = "awslogs"
      options = {
        awslogs-group         = aws_cloudwatch_log_group.services["agentcore"].name
        awslogs-region        = local.region
        awslogs-stream-prefix = "agentcore"
        mode                  = "non-blocking"
        max-buffer-size       = "25m"
      }
    }
  }])
  tags = { "longshore:service" = "agentcore" }

  runtime_platform {
    cpu_architecture        = "X86_64"
    operating_system_family = "LINUX"
  }

  depends_on = [
    aws_iam_role_policy.agentcore_execution_start_tasks,
    aws_iam_role_policy.agentcore_task_access,
  ]
}

resource "aws_ecs_service" "agentcore" {
  name                               = "${local.name_prefix}-agentcore"
  cluster                            = aws_ecs_cluster.main.name
  task_definition                    = aws_ecs_task_definition.agentcore.arn
  desired_count                      = 2
  platform_version                   = "LATEST"
  deployment_minimum_healthy_percent = 50
  deployment_maximum_percent         = 200
  availability_zone_rebalancing      = "ENABLED"
  enable_execute_command             = false
  enable_ecs_managed_tags            = true
  propagate_tags                     = "SERVICE"
  # Without it a change of capacity providers would replace the service.
  force_new_deployment = true
  tags                 = { "longshore:service" = "agentcore" }

  capacity_provider_strategy {
    capacity_provider = "FARGATE"
    weight            = 70
  }

  capacity_provider_strategy {
    capacity_provider = "FARGATE_SPOT"
    weight            = 30
  }

  network_configuration {
    subnets          = split(",", data.aws_ssm_parameter.network_private_agent_subnet_ids.insecure_value)
    security_groups  = [aws_security_group.agentcore.id]
    assign_public_ip = false
  }

  service_registries {
    registry_arn = aws_service_discovery_service.agentcore.arn
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
    aws_ecs_cluster_capacity_providers.main,
    aws_vpc_security_group_egress_rule.agentcore_to_endpoint_security_group_id_443,
    aws_vpc_security_group_egress_rule.agentcore_to_s3_prefix_list_id_443,
    aws_vpc_security_group_egress_rule.agentcore_to_security_group_id_5432,
  ]
}

resource "aws_ecs_task_definition" "bff" {
  family                   = "${local.name_prefix}-bff"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = 1024
  memory                   = 2048
  execution_role_arn       = aws_iam_role.bff_execution.arn
  task_role_arn            = aws_iam_role.bff_task.arn
  container_definitions = jsonencode([{
    name         = "bff"
    image        = "${data.aws_ssm_parameter.storage_app_repository_uri.insecure_value}:${var.bff_image_tag}"
    essential    = true
    portMappings = [{ name = "bff", containerPort = 3000, protocol = "tcp" }]
    environment = [
      { name = "AGENTCORE_URL", value = "http://agentcore.local:8080" },
      { name = "DATABASE_HOST", value = data.aws_ssm_parameter.database_host.insecure_value },
      { name = "ENVIRONMENT", value = "test" },
    ]
    secrets = [
      {
        name      = "DATABASE_URL"
        valueFrom = "arn:${local.partition}:ssm:${local.region}:${local.account_id}:parameter/bff/test/security/database-url"
      },
      {
        name      = "SESSION_SECRET"
        valueFrom = "arn:${local.partition}:ssm:${local.region}:${local.account_id}:parameter/bff/test/security/session-secret"
      },
    ]
    stopTimeout     = 120
    linuxParameters = { initProcessEnabled = true }
    logConfiguration = {
      logDriver = "awslogs"
      options = {
        awslogs-group         = aws_cloudwatch_log_group.services["bff"].name
        awslogs-region        = local.region
        awslogs-stream-prefix = "bff"
        mode                  = "non-blocking"
        max-buffer-size       = "25m"
      }
    }
  }])
  tags = { "longshore:service" = "bff" }

  runtime_platform {
    cpu_architecture        = "X86_64"
    operating_system_family = "LINUX"
  }

  depends_on = [aws_iam_role_policy.bff_execution_start_tasks, aws_iam_role_policy.bff_task_access]
}

resource "aws_ecs_service" "bff" {
  name                               = "${local.name_prefix}-bff"
  cluster                            = aws_ecs_cluster.main.name
  task_definition                    = aws_ecs_task_definition.bff.arn
  desired_count                      = 2
  platform_version                   = "LATEST"
  deployment_minimum_healthy_percent = 50
  deployment_maximum_percent         = 200
  health_check_grace_period_seconds  = 60
  availability_zone_rebalancing      = "ENABLED"
  enable_execute_command             = false
  enable_ecs_managed_tags            = true
  propagate_tags                     = "SERVICE"
  # Without it a change of capacity providers would replace the service.
  force_new_deployment = true
  tags                 = { "longshore:service" = "bff" }

  capacity_provider_strategy {
    capacity_provider = "FARGATE"
    weight            = 70
  }

  capacity_provider_strategy {
    capacity_provider = "FARGATE_SPOT"
    weight            = 30
  }

  network_configuration {
    subnets          = split(",", data.aws_ssm_parameter.network_private_app_subnet_ids.insecure_value)
    security_groups  = [aws_security_group.bff.id]
    assign_public_ip = false
  }

  load_balancer {
    target_group_arn = aws_lb_target_group.bff.arn
    container_name   = "bff"
    container_port   = 3000
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
    aws_ecs_cluster_capacity_providers.main,
    aws_lb_listener_rule.bff_shared,
    aws_vpc_security_group_egress_rule.bff_connects_agentcore,
    aws_vpc_security_group_egress_rule.bff_to_endpoint_security_group_id_443,
    aws_vpc_security_group_egress_rule.bff_to_s3_prefix_list_id_443,
    aws_vpc_security_group_egress_rule.bff_to_security_group_id_5432,
    aws_vpc_security_group_ingress_rule.bff_connects_agentcore,
    aws_vpc_security_group_ingress_rule.bff_from_public_load_balancer_security_group_id_3000,
  ]
}
