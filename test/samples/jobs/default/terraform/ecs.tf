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

  default_capacity_provider_strategy {
    capacity_provider = "FARGATE_SPOT"
    weight            = 3
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
    name            = "api"
    image           = var.api_image
    essential       = true
    portMappings    = [{ name = "api", containerPort = 8080, protocol = "tcp" }]
    stopTimeout     = 120
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

  capacity_provider_strategy {
    capacity_provider = "FARGATE_SPOT"
    weight            = 3
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
    aws_vpc_security_group_egress_rule.api_to_anywhere,
  ]
}

resource "aws_ecs_task_definition" "fleet" {
  family                   = "${local.name_prefix}-fleet"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = 256
  memory                   = 512
  execution_role_arn       = aws_iam_role.fleet_execution.arn
  task_role_arn            = aws_iam_role.fleet_task.arn
  container_definitions = jsonencode([{
    name            = "fleet"
    image           = var.fleet_image
    essential       = true
    command         = ["sh", "-c", "echo \"$ITEM\""]
    stopTimeout     = 120
    linuxParameters = { initProcessEnabled = true }
    logConfiguration = {
      logDriver = "awslogs"
      options = {
        awslogs-group         = aws_cloudwatch_log_group.jobs["fleet"].name
        awslogs-region        = local.region
        awslogs-stream-prefix = "fleet"
        mode                  = "non-blocking"
        max-buffer-size       = "25m"
      }
    }
  }])
  tags = { "longshore:job" = "fleet" }

  runtime_platform {
    cpu_architecture        = "X86_64"
    operating_system_family = "LINUX"
  }

  depends_on = [aws_iam_role_policy.fleet_execution_start_tasks]
}

resource "aws_ecs_task_definition" "given" {
  family                   = "${local.name_prefix}-given"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = 256
  memory                   = 512
  execution_role_arn       = aws_iam_role.given_execution.arn
  task_role_arn            = aws_iam_role.given_task.arn
  container_definitions = jsonencode([{
    name            = "given"
    image           = var.given_image
    essential       = true
    command         = ["sh", "-c", "echo \"$ITEM\""]
    stopTimeout     = 120
    linuxParameters = { initProcessEnabled = true }
    logConfiguration = {
      logDriver = "awslogs"
      options = {
        awslogs-group         = aws_cloudwatch_log_group.jobs["given"].name
        awslogs-region        = local.region
        awslogs-stream-prefix = "given"
        mode                  = "non-blocking"
        max-buffer-size       = "25m"
      }
    }
  }])
  tags = { "longshore:job" = "given" }

  runtime_platform {
    cpu_architecture        = "X86_64"
    operating_system_family = "LINUX"
  }

  depends_on = [aws_iam_role_policy.given_execution_start_tasks]
}

resource "aws_ecs_task_definition" "nightly" {
  family                   = "${local.name_prefix}-nightly"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = 512
  memory                   = 1024
  execution_role_arn       = aws_iam_role.nightly_execution.arn
  task_role_arn            = aws_iam_role.nightly_task.arn
  container_definitions = jsonencode([{
    name        = "nightly"
    image       = var.nightly_image
    essential   = true
    command     = ["sh", "-c", "wget -qO- $REPORT_URL"]
    environment = [{ name = "REPORT_URL", value = "http://api.batch.local:8080/report" }]
    secrets = [{
      name      = "TOKEN"
      valueFrom = "arn:${local.partition}:secretsmanager:${local.region}:${local.account_id}:secret:batch/token"
    }]
    stopTimeout     = 30
    linuxParameters = { initProcessEnabled = true }
    logConfiguration = {
      logDriver = "awslogs"
      options = {
        awslogs-group         = aws_cloudwatch_log_group.jobs["nightly"].name
        awslogs-region        = local.region
        awslogs-stream-prefix = "nightly"
        mode                  = "non-blocking"
        max-buffer-size       = "25m"
      }
    }
  }])
  tags = { "longshore:job" = "nightly" }

  runtime_platform {
    cpu_architecture        = "X86_64"
    operating_system_family = "LINUX"
  }

  depends_on = [
    aws_iam_role_policy.nightly_execution_start_tasks,
    aws_iam_role_policy.nightly_task_access,
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
  container_definitions = jsonencode([{
    name            = "worker"
    image           = var.worker_image
    essential       = true
    stopTimeout     = 120
    linuxParameters = { initProcessEnabled = true }
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
  }])
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
  desired_count                      = 0
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

  capacity_provider_strategy {
    capacity_provider = "FARGATE_SPOT"
    weight            = 3
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
    aws_vpc_security_group_ingress_rule.worker_connects_api,
  ]
}
