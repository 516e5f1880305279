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
    weight            = 1
  }
}

resource "aws_ecs_task_definition" "api" {
  family                   = "${local.name_prefix}-api"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = 256
  memory                   = 512
  execution_role_arn       = aws_iam_role.api_execution.arn
  task_role_arn            = aws_iam_role.api_task.arn
  container_definitions = jsonencode([{
    name         = "api"
    image        = var.api_image
    essential    = true
    portMappings = [{ name = "api", containerPort = 8080, protocol = "tcp" }]
    environment = [
      { name = "PGDATABASE", value = "shop" },
      { name = "PGHOST", value = aws_rds_cluster.db.endpoint },
      { name = "PGPORT", value = "5432" },
      { name = "PGSSLMODE", value = "require" },
      {
        name  = "REDIS_URL"
        value = "rediss://${aws_elasticache_replication_group.cache.primary_endpoint_address}:6379"
      },
      {
        name  = "SESSIONS"
        value = "${aws_elasticache_serverless_cache.sessions.endpoint[0].address}:6379"
      },
    ]
    secrets = [
      { name = "API_KEY", valueFrom = "${aws_secretsmanager_secret.token.arn}:key::" },
      {
        name      = "PGPASSWORD"
        valueFrom = "${aws_rds_cluster.db.master_user_secret[0].secret_arn}:password::"
      },
      {
        name      = "PGUSER"
        valueFrom = "${aws_rds_cluster.db.master_user_secret[0].secret_arn}:username::"
      },
      { name = "TOKEN", valueFrom = aws_secretsmanager_secret.token.arn },
    ]
    stopTimeout     = 30
    linuxParameters = { initProcessEnabled = true }
    logConfiguration = {
      logDriver = "awslogs"
      options = {
        awslogs-group         = aws_cloudwatch_log_group.services["api"].name
        awslogs-region        = local.region
        awslogs-stream-prefix = "api"
        mode                  = "non-blocking"
        max-buffer-size       = "25m"
      }
    }
  }])
  tags = { "longshore:service" = "api" }

  runtime_platform {
    cpu_architecture        = "X86_64"
    operating_system_family = "LINUX"
  }

  depends_on = [aws_iam_role_policy.api_execution_start_tasks, aws_iam_role_policy.api_task_access]
}

resource "aws_ecs_service" "api" {
  name                               = "${local.name_prefix}-api"
  cluster                            = aws_ecs_cluster.main.name
  task_definition                    = aws_ecs_task_definition.api.arn
  desired_count                      = 2
  platform_version                   = "LATEST"
  deployment_minimum_healthy_percent = 100
  deployment_maximum_percent         = 200
  availability_zone_rebalancing      = "ENABLED"
  enable_execute_command             = true
  enable_ecs_managed_tags            = true
  propagate_tags                     = "SERVICE"
  # Without it a change of capacity providers would replace the service.
  force_new_deployment = true
  tags                 = { "longshore:service" = "api" }

  capacity_provider_strategy {
    capacity_provider = "FARGATE"
    weight            = 1
  }

  network_configuration {
    subnets          = split(",", data.aws_ssm_parameter.network_private_subnets.insecure_value)
    security_groups  = [aws_security_group.api.id]
    assign_public_ip = false
  }

  service_registries {
    registry_arn = aws_service_discovery_service.api.arn
  }

  deployment_circuit_breaker {
    enable   = true
    rollback = true
  }

  depends_on = [
    aws_ecs_cluster_capacity_providers.main,
    aws_rds_cluster_instance.db_1,
    aws_rds_cluster_instance.db_2,
    aws_vpc_security_group_egress_rule.api_to_anywhere,
    aws_vpc_security_group_ingress_rule.api_connects_cache,
    aws_vpc_security_group_ingress_rule.api_connects_db,
    aws_vpc_security_group_ingress_rule.api_connects_sessions,
  ]
}

resource "aws_ecs_task_definition" "reports" {
  family                   = "${local.name_prefix}-reports"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = 256
  memory                   = 512
  execution_role_arn       = aws_iam_role.reports_execution.arn
  task_role_arn            = aws_iam_role.reports_task.arn
  container_definitions = jsonencode([{
    name      = "reports"
    image     = var.reports_image
    essential = true
    environment = [
      { name = "LEGACY", value = "legacy.example.com:5432" },
      { name = "PGHOST", value = aws_db_instance.reports.address },
    ]
    secrets = [{
      name      = "PGPASSWORD"
      valueFrom = "${aws_db_instance.reports.master_user_secret[0].secret_arn}:password::"
    }]
    stopTimeout     = 30
    linuxParameters = { initProcessEnabled = true }
    logConfiguration = {
      logDriver = "awslogs"
      options = {
        awslogs-group         = aws_cloudwatch_log_group.services["reports"].name
        awslogs-region        = local.region
        awslogs-stream-prefix = "reports"
        mode                  = "non-blocking"
        max-buffer-size       = "25m"
      }
    }
  }])
  tags = { "longshore:service" = "reports" }

  runtime_platform {
    cpu_architecture        = "X86_64"
    operating_system_family = "LINUX"
  }

  depends_on = [
    aws_iam_role_policy.reports_execution_start_tasks,
    aws_iam_role_policy.reports_task_access,
  ]
}

resource "aws_ecs_service" "reports" {
  name                               = "${local.name_prefix}-reports"
  cluster                            = aws_ecs_cluster.main.name
  task_definition                    = aws_ecs_task_definition.reports.arn
  desired_count                      = 2
  platform_version                   = "LATEST"
  deployment_minimum_healthy_percent = 100
  deployment_maximum_percent         = 200
  availability_zone_rebalancing      = "ENABLED"
  enable_execute_command             = true
  enable_ecs_managed_tags            = true
  propagate_tags                     = "SERVICE"
  # Without it a change of capacity providers would replace the service.
  force_new_deployment = true
  tags                 = { "longshore:service" = "reports" }

  capacity_provider_strategy {
    capacity_provider = "FARGATE"
    weight            = 1
  }

  network_configuration {
    subnets          = split(",", data.aws_ssm_parameter.network_private_subnets.insecure_value)
    security_groups  = [aws_security_group.service_reports_security_group.id]
    assign_public_ip = false
  }

  deployment_circuit_breaker {
    enable   = true
    rollback = true
  }

  depends_on = [
    aws_ecs_cluster_capacity_providers.main,
    aws_vpc_security_group_egress_rule.reports_connects_reports,
    aws_vpc_security_group_egress_rule.service_reports_security_group_to_10_0_0_0_16_443,
    aws_vpc_security_group_egress_rule.service_reports_security_group_to_sg_0a1b2c3d_5432,
    aws_vpc_security_group_ingress_rule.reports_connects_legacy,
    aws_vpc_security_group_ingress_rule.reports_connects_reports,
  ]
}
