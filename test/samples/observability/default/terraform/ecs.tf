resource "aws_ecs_cluster" "main" {
  name = local.name_prefix

  setting {
    name  = "containerInsights"
    value = "enhanced"
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
  container_definitions = jsonencode([
    {
      name         = "api"
      image        = var.api_image
      essential    = true
      dependsOn    = [{ containerName = "aws-otel-collector", condition = "START" }]
      portMappings = [{ name = "api", containerPort = 80, protocol = "tcp" }]
      environment = [
        { name = "OTEL_EXPORTER_OTLP_ENDPOINT", value = "http://localhost:4318" },
        { name = "OTEL_EXPORTER_OTLP_PROTOCOL", value = "http/protobuf" },
        { name = "OTEL_METRICS_EXPORTER", value = "none" },
        { name = "OTEL_PROPAGATORS", value = "tracecontext,baggage,xray" },
        { name = "OTEL_RESOURCE_ATTRIBUTES", value = "service.namespace=shop" },
        { name = "OTEL_SERVICE_NAME", value = "api" },
      ]
      stopTimeout     = 30
      linuxParameters = { initProcessEnabled = true }
      logConfiguration = {
        logDriver = "awslogs"
        options = {
          awslogs-group             = aws_cloudwatch_log_group.services["api"].name
          awslogs-region            = local.region
          awslogs-stream-prefix     = "api"
          awslogs-multiline-pattern = "^\\d{4}-\\d{2}-\\d{2}"
          mode                      = "non-blocking"
          max-buffer-size           = "50m"
        }
      }
    },
    {
      name      = "aws-otel-collector"
      image     = var.api_aws_otel_collector_image
      essential = false
      command   = ["--config=/etc/ecs/ecs-xray.yaml"]
      healthCheck = {
        command     = ["CMD", "/healthcheck"]
        interval    = 30
        timeout     = 5
        retries     = 3
        startPeriod = 0
      }
      stopTimeout     = 30
      linuxParameters = { initProcessEnabled = true }
      logConfiguration = {
        logDriver = "awslogs"
        options = {
          awslogs-group             = aws_cloudwatch_log_group.services["api"].name
          awslogs-region            = local.region
          awslogs-stream-prefix     = "api"
          awslogs-multiline-pattern = "^\\d{4}-\\d{2}-\\d{2}"
          mode                      = "non-blocking"
          max-buffer-size           = "50m"
        }
      }
    },
  ])
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
  health_check_grace_period_seconds  = 60
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

  load_balancer {
    target_group_arn = aws_lb_target_group.api.arn
    container_name   = "api"
    container_port   = 80
  }

  deployment_circuit_breaker {
    enable   = true
    rollback = true
  }

  depends_on = [
    aws_ecs_cluster_capacity_providers.main,
    aws_lb_listener_rule.api_https,
    aws_vpc_security_group_egress_rule.api_load_balancer,
    aws_vpc_security_group_egress_rule.api_to_anywhere,
    aws_vpc_security_group_ingress_rule.api_from_load_balancer,
  ]
}

resource "aws_ecs_task_definition" "audit" {
  family                   = "${local.name_prefix}-audit"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = 256
  memory                   = 512
  execution_role_arn       = aws_iam_role.audit_execution.arn
  task_role_arn            = aws_iam_role.audit_task.arn
  container_definitions = jsonencode([{
    name            = "audit"
    image           = var.audit_image
    essential       = true
    stopTimeout     = 30
    linuxParameters = { initProcessEnabled = true }
    logConfiguration = {
      logDriver = "awslogs"
      options = {
        awslogs-group         = aws_cloudwatch_log_group.services["audit"].name
        awslogs-region        = local.region
        awslogs-stream-prefix = "audit"
        mode                  = "blocking"
      }
    }
  }])
  tags = { "longshore:service" = "audit" }

  runtime_platform {
    cpu_architecture        = "X86_64"
    operating_system_family = "LINUX"
  }

  depends_on = [
    aws_iam_role_policy.audit_execution_start_tasks,
    aws_iam_role_policy.audit_task_access,
  ]
}

resource "aws_ecs_service" "audit" {
  name                               = "${local.name_prefix}-audit"
  cluster                            = aws_ecs_cluster.main.name
  task_definition                    = aws_ecs_task_definition.audit.arn
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
  tags                 = { "longshore:service" = "audit" }

  capacity_provider_strategy {
    capacity_provider = "FARGATE"
    weight            = 1
  }

  network_configuration {
    subnets          = split(",", data.aws_ssm_parameter.network_private_subnets.insecure_value)
    security_groups  = [aws_security_group.audit.id]
    assign_public_ip = false
  }

  deployment_circuit_breaker {
    enable   = true
    rollback = true
  }

  depends_on = [
    aws_ecs_cluster_capacity_providers.main,
    aws_vpc_security_group_egress_rule.audit_to_anywhere,
  ]
}

resource "aws_ecs_task_definition" "worker" {
  family                   = "${local.name_prefix}-worker"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = 256
  memory                   = 512
  execution_role_arn       = aws_iam_role.worker_execution.arn
  task_role_arn            = aws_iam_role.worker_task.arn
  container_definitions = jsonencode([
    {
      name      = "worker"
      image     = var.worker_image
      essential = true
      dependsOn = [{ containerName = "aws-otel-collector", condition = "START" }]
      environment = [
        { name = "OTEL_EXPORTER_OTLP_ENDPOINT", value = "http://localhost:4318" },
        { name = "OTEL_EXPORTER_OTLP_PROTOCOL", value = "http/protobuf" },
        { name = "OTEL_PROPAGATORS", value = "tracecontext,baggage,xray" },
        { name = "OTEL_RESOURCE_ATTRIBUTES", value = "service.namespace=shop" },
        { name = "OTEL_SERVICE_NAME", value = "worker" },
      ]
      stopTimeout     = 30
      linuxParameters = { initProcessEnabled = true }
      logConfiguration = {
        logDriver = "awsfirelens"
        options = {
          Host       = "http-intake.logs.datadoghq.eu"
          Name       = "datadog"
          TLS        = "on"
          dd_service = "worker"
          provider   = "ecs"
        }
        secretOptions = [{
          name      = "apikey"
          valueFrom = "arn:${local.partition}:secretsmanager:${local.region}:${local.account_id}:secret:datadog:key::"
        }]
      }
    },
    {
      name      = "aws-otel-collector"
      image     = var.worker_aws_otel_collector_image
      essential = false
      command   = ["--config=/etc/ecs/ecs-default-config.yaml"]
      healthCheck = {
        command     = ["CMD", "/healthcheck"]
        interval    = 30
        timeout     = 5
        retries     = 3
        startPeriod = 0
      }
      stopTimeout     = 30
      linuxParameters = { initProcessEnabled = true }
      logConfiguration = {
        logDriver = "awsfirelens"
        options = {
          Host       = "http-intake.logs.datadoghq.eu"
          Name       = "datadog"
          TLS        = "on"
          dd_service = "worker"
          provider   = "ecs"
        }
        secretOptions = [{
          name      = "apikey"
          valueFrom = "arn:${local.partition}:secretsmanager:${local.region}:${local.account_id}:secret:datadog:key::"
        }]
      }
    },
    {
      name            = "log-router"
      image           = var.worker_log_router_image
      essential       = true
      user            = "0"
      stopTimeout     = 30
      linuxParameters = { initProcessEnabled = true }
      firelensConfiguration = {
        type = "fluentbit"
        options = {
          enable-ecs-log-metadata = "true"
          config-file-type        = "file"
          config-file-value       = "/fluent-bit/configs/parse-json.conf"
        }
      }
      logConfiguration = {
        logDriver = "awslogs"
        options = {
          awslogs-group         = aws_cloudwatch_log_group.services["worker"].name
          awslogs-region        = local.region
          awslogs-stream-prefix = "worker"
          mode                  = "non-blocking"
          max-buffer-size       = "25m"
        }
      }
    },
  ])
  tags = { "longshore:service" = "worker" }

  runtime_platform {
    cpu_architecture        = "X86_64"
    operating_system_family = "LINUX"
  }

  depends_on = [
    aws_iam_role_policy.worker_execution_start_tasks,
    aws_iam_role_policy.worker_task_access,
  ]
}

resource "aws_ecs_service" "worker" {
  name                               = "${local.name_prefix}-worker"
  cluster                            = aws_ecs_cluster.main.name
  task_definition                    = aws_ecs_task_definition.worker.arn
  desired_count                      = 1
  platform_version                   = "LATEST"
  deployment_minimum_healthy_percent = 100
  deployment_maximum_percent         = 200
  availability_zone_rebalancing      = "ENABLED"
  enable_execute_command             = true
  enable_ecs_managed_tags            = true
  propagate_tags                     = "SERVICE"
  # Without it a change of capacity providers would replace the service.
  force_new_deployment = true
  tags                 = { "longshore:service" = "worker" }

  capacity_provider_strategy {
    capacity_provider = "FARGATE"
    weight            = 1
  }

  network_configuration {
    subnets          = split(",", data.aws_ssm_parameter.network_private_subnets.insecure_value)
    security_groups  = [aws_security_group.worker.id]
    assign_public_ip = false
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
    aws_vpc_security_group_egress_rule.worker_to_anywhere,
  ]
}
