resource "aws_ecs_cluster" "main" {
  name = local.name_prefix

  setting {
    name  = "containerInsights"
    value = "disabled"
  }
}

resource "aws_ecs_cluster_capacity_providers" "main" {
  cluster_name       = aws_ecs_cluster.main.name
  capacity_providers = ["FARGATE", "FARGATE_SPOT"]

  default_capacity_provider_strategy {
    capacity_provider = "FARGATE_SPOT"
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
      name      = "api"
      image     = "${aws_ecr_repository.services["api"].repository_url}:${var.api_image_tag}"
      essential = true
      dependsOn = [
        { containerName = "migrate", condition = "SUCCESS" },
        { containerName = "proxy", condition = "START" },
      ]
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
    },
    {
      name            = "migrate"
      image           = "${aws_ecr_repository.services["api"].repository_url}:${var.api_image_tag}"
      essential       = false
      command         = ["npm", "run", "migrate"]
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
    },
    {
      name            = "proxy"
      image           = "${aws_ecr_repository.services["api/proxy"].repository_url}:${var.api_proxy_image_tag}"
      essential       = true
      portMappings    = [{ name = "proxy", containerPort = 8443, protocol = "tcp" }]
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
    },
  ])
  tags = { "longshore:service" = "api" }

  runtime_platform {
    cpu_architecture        = "ARM64"
    operating_system_family = "LINUX"
  }

  depends_on = [aws_iam_role_policy.api_execution_start_tasks, aws_iam_role_policy.api_task_access]
}

resource "aws_ecs_service" "api" {
  name                               = "${local.name_prefix}-api"
  cluster                            = aws_ecs_cluster.main.name
  task_definition                    = aws_ecs_task_definition.api.arn
  desired_count                      = 1
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
    capacity_provider = "FARGATE_SPOT"
    weight            = 1
  }

  network_configuration {
    subnets          = values(aws_subnet.public)[*].id
    security_groups  = [aws_security_group.api.id]
    assign_public_ip = true
  }

  load_balancer {
    target_group_arn = aws_lb_target_group.api.arn
    container_name   = "api"
    container_port   = 8080
  }

  deployment_circuit_breaker {
    enable   = true
    rollback = true
  }

  depends_on = [
    aws_ecs_cluster_capacity_providers.main,
    aws_lb_listener_rule.api_http,
    aws_route.public_default,
    aws_route_table_association.public,
    aws_vpc_security_group_egress_rule.api_load_balancer,
    aws_vpc_security_group_egress_rule.api_to_anywhere,
    aws_vpc_security_group_ingress_rule.api_from_load_balancer,
  ]
}

resource "aws_ecs_task_definition" "front" {
  family                   = "${local.name_prefix}-front"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = 256
  memory                   = 512
  execution_role_arn       = aws_iam_role.front_execution.arn
  task_role_arn            = aws_iam_role.front_task.arn
  # Compared with what a pipeline released last, not with what was applied last.
  track_latest = true
  container_definitions = jsonencode([{
    name            = "front"
    image           = var.front_image_tag == null ? one(data.aws_ecs_container_definition.front[*].image) : "${aws_ecr_repository.services["front"].repository_url}:${var.front_image_tag}"
    essential       = true
    portMappings    = [{ name = "front", containerPort = 3000, protocol = "tcp" }]
    stopTimeout     = 120
    linuxParameters = { initProcessEnabled = true }
    logConfiguration = {
      logDriver = "awslogs"
      options = {
        awslogs-group         = aws_cloudwatch_log_group.services["front"].name
        awslogs-region        = local.region
        awslogs-stream-prefix = "front"
        mode                  = "non-blocking"
        max-buffer-size       = "25m"
      }
    }
  }])
  tags = { "longshore:service" = "front" }

  runtime_platform {
    cpu_architecture        = "X86_64"
    operating_system_family = "LINUX"
  }

  depends_on = [
    aws_iam_role_policy.front_execution_start_tasks,
    aws_iam_role_policy.front_task_access,
  ]
}

resource "aws_ecs_service" "front" {
  name                               = "${local.name_prefix}-front"
  cluster                            = aws_ecs_cluster.main.name
  task_definition                    = aws_ecs_task_definition.front.arn
  desired_count                      = 1
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
  tags                 = { "longshore:service" = "front" }

  capacity_provider_strategy {
    capacity_provider = "FARGATE_SPOT"
    weight            = 1
  }

  network_configuration {
    subnets          = values(aws_subnet.public)[*].id
    security_groups  = [aws_security_group.front.id]
    assign_public_ip = true
  }

  load_balancer {
    target_group_arn = aws_lb_target_group.front.arn
    container_name   = "front"
    container_port   = 3000
  }

  deployment_circuit_breaker {
    enable   = true
    rollback = true
  }

  depends_on = [
    aws_ecs_cluster_capacity_providers.main,
    aws_lb_listener_rule.front_http,
    aws_route.public_default,
    aws_route_table_association.public,
    aws_vpc_security_group_egress_rule.front_load_balancer,
    aws_vpc_security_group_egress_rule.front_to_anywhere,
    aws_vpc_security_group_ingress_rule.front_from_load_balancer,
  ]
}

resource "aws_ecs_task_definition" "licensed" {
  family                   = "${local.name_prefix}-licensed"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = 256
  memory                   = 512
  execution_role_arn       = aws_iam_role.licensed_execution.arn
  task_role_arn            = aws_iam_role.licensed_task.arn
  container_definitions = jsonencode([{
    name                  = "licensed"
    image                 = "registry.example.com/team/licensed:${var.licensed_image_tag}"
    repositoryCredentials = { credentialsParameter = "registry/team" }
    essential             = true
    stopTimeout           = 120
    linuxParameters       = { initProcessEnabled = true }
    logConfiguration = {
      logDriver = "awslogs"
      options = {
        awslogs-group         = aws_cloudwatch_log_group.services["licensed"].name
        awslogs-region        = local.region
        awslogs-stream-prefix = "licensed"
        mode                  = "non-blocking"
        max-buffer-size       = "25m"
      }
    }
  }])
  tags = { "longshore:service" = "licensed" }

  runtime_platform {
    cpu_architecture        = "X86_64"
    operating_system_family = "LINUX"
  }

  depends_on = [
    aws_iam_role_policy.licensed_execution_start_tasks,
    aws_iam_role_policy.licensed_task_access,
  ]
}

resource "aws_ecs_service" "licensed" {
  name                               = "${local.name_prefix}-licensed"
  cluster                            = aws_ecs_cluster.main.name
  task_definition                    = aws_ecs_task_definition.licensed.arn
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
  tags                 = { "longshore:service" = "licensed" }

  capacity_provider_strategy {
    capacity_provider = "FARGATE_SPOT"
    weight            = 1
  }

  network_configuration {
    subnets          = values(aws_subnet.public)[*].id
    security_groups  = [aws_security_group.licensed.id]
    assign_public_ip = true
  }

  deployment_circuit_breaker {
    enable   = true
    rollback = true
  }

  depends_on = [
    aws_ecs_cluster_capacity_providers.main,
    aws_route.public_default,
    aws_route_table_association.public,
    aws_vpc_security_group_egress_rule.licensed_to_anywhere,
  ]
}

resource "aws_ecs_task_definition" "nightly" {
  family                   = "${local.name_prefix}-nightly"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = 256
  memory                   = 512
  execution_role_arn       = aws_iam_role.nightly_execution.arn
  task_role_arn            = aws_iam_role.nightly_task.arn
  container_definitions = jsonencode([{
    name            = "nightly"
    image           = "${aws_ecr_repository.services["api"].repository_url}:${var.api_image_tag}"
    essential       = true
    command         = ["npm", "run", "nightly"]
    stopTimeout     = 120
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

  depends_on = [aws_iam_role_policy.nightly_execution_start_tasks]
}

resource "aws_ecs_task_definition" "pinned" {
  family                   = "${local.name_prefix}-pinned"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = 256
  memory                   = 512
  execution_role_arn       = aws_iam_role.pinned_execution.arn
  task_role_arn            = aws_iam_role.pinned_task.arn
  container_definitions = jsonencode([{
    name            = "pinned"
    image           = "public.ecr.aws/nginx/nginx@${var.pinned_image_digest}"
    essential       = true
    stopTimeout     = 120
    linuxParameters = { initProcessEnabled = true }
    logConfiguration = {
      logDriver = "awslogs"
      options = {
        awslogs-group         = aws_cloudwatch_log_group.services["pinned"].name
        awslogs-region        = local.region
        awslogs-stream-prefix = "pinned"
        mode                  = "non-blocking"
        max-buffer-size       = "25m"
      }
    }
  }])
  tags = { "longshore:service" = "pinned" }

  runtime_platform {
    cpu_architecture        = "X86_64"
    operating_system_family = "LINUX"
  }

  depends_on = [
    aws_iam_role_policy.pinned_execution_start_tasks,
    aws_iam_role_policy.pinned_task_access,
  ]
}

resource "aws_ecs_service" "pinned" {
  name                               = "${local.name_prefix}-pinned"
  cluster                            = aws_ecs_cluster.main.name
  task_definition                    = aws_ecs_task_definition.pinned.arn
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
  tags                 = { "longshore:service" = "pinned" }

  capacity_provider_strategy {
    capacity_provider = "FARGATE_SPOT"
    weight            = 1
  }

  network_configuration {
    subnets          = values(aws_subnet.public)[*].id
    security_groups  = [aws_security_group.pinned.id]
    assign_public_ip = true
  }

  deployment_circuit_breaker {
    enable   = true
    rollback = true
  }

  depends_on = [
    aws_ecs_cluster_capacity_providers.main,
    aws_route.public_default,
    aws_route_table_association.public,
    aws_vpc_security_group_egress_rule.pinned_to_anywhere,
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
    image           = "${aws_ecr_repository.services["api"].repository_url}:${var.api_image_tag}"
    essential       = true
    command         = ["npm", "run", "worker"]
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
    capacity_provider = "FARGATE_SPOT"
    weight            = 1
  }

  network_configuration {
    subnets          = values(aws_subnet.public)[*].id
    security_groups  = [aws_security_group.worker.id]
    assign_public_ip = true
  }

  deployment_circuit_breaker {
    enable   = true
    rollback = true
  }

  depends_on = [
    aws_ecs_cluster_capacity_providers.main,
    aws_route.public_default,
    aws_route_table_association.public,
    aws_vpc_security_group_egress_rule.worker_to_anywhere,
  ]
}
