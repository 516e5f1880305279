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

resource "aws_ecs_task_definition" "digest" {
  family                   = "${local.name_prefix}-digest"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = 256
  memory                   = 512
  execution_role_arn       = aws_iam_role.digest_execution.arn
  task_role_arn            = aws_iam_role.digest_task.arn
  container_definitions = jsonencode([{
    name            = "digest"
    image           = "${aws_ecr_repository.services["digest"].repository_url}:${var.digest_image_tag}"
    essential       = true
    stopTimeout     = 120
    linuxParameters = { initProcessEnabled = true }
    logConfiguration = {
      logDriver = "awslogs"
      options = {
        awslogs-group         = aws_cloudwatch_log_group.jobs["digest"].name
        awslogs-region        = local.region
        awslogs-stream-prefix = "digest"
        mode                  = "non-blocking"
        max-buffer-size       = "25m"
      }
    }
  }])
  tags = { "longshore:job" = "digest" }

  runtime_platform {
    cpu_architecture        = "X86_64"
    operating_system_family = "LINUX"
  }

  depends_on = [
    aws_iam_role_policy.digest_execution_start_tasks,
    aws_iam_role_policy.digest_task_access,
  ]
}

resource "aws_ecs_task_definition" "gateway" {
  family                   = "${local.name_prefix}-gateway"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = 512
  memory                   = 1024
  execution_role_arn       = aws_iam_role.gateway_execution.arn
  task_role_arn            = aws_iam_role.gateway_task.arn
  container_definitions = jsonencode([{
    name         = "gateway"
    image        = "${aws_ecr_repository.services["gateway"].repository_url}:${var.gateway_image_tag}"
    essential    = true
    portMappings = [{ name = "gateway", containerPort = 8080, protocol = "tcp" }]
    environment = [
      { name = "PRESENCE_URL", value = "http://presence.chat-dev.local:6001" },
      { name = "ROOMS_URL", value = "http://rooms.chat-dev.local:7000" },
    ]
    stopTimeout     = 120
    linuxParameters = { initProcessEnabled = true }
    logConfiguration = {
      logDriver = "awslogs"
      options = {
        awslogs-group         = aws_cloudwatch_log_group.services["gateway"].name
        awslogs-region        = local.region
        awslogs-stream-prefix = "gateway"
        mode                  = "non-blocking"
        max-buffer-size       = "25m"
      }
    }
  }])
  tags = { "longshore:service" = "gateway" }

  runtime_platform {
    cpu_architecture        = "X86_64"
    operating_system_family = "LINUX"
  }

  depends_on = [
    aws_iam_role_policy.gateway_execution_start_tasks,
    aws_iam_role_policy.gateway_task_access,
  ]
}

resource "aws_ecs_service" "gateway" {
  name                               = "${local.name_prefix}-gateway"
  cluster                            = aws_ecs_cluster.main.name
  task_definition                    = aws_ecs_task_definition.gateway.arn
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
  tags                 = { "longshore:service" = "gateway" }

  capacity_provider_strategy {
    capacity_provider = "FARGATE_SPOT"
    weight            = 1
  }

  network_configuration {
    subnets = values(aws_subnet.private)[*].id
    security_groups = [
      aws_security_group.gateway.id,
      data.aws_ssm_parameter.shared_monitored_security_group.insecure_value,
    ]
    assign_public_ip = false
  }

  load_balancer {
    target_group_arn = aws_lb_target_group.gateway.arn
    container_name   = "gateway"
    container_port   = 8080
  }

  deployment_circuit_breaker {
    enable   = true
    rollback = true
  }

  depends_on = [
    aws_ecs_cluster_capacity_providers.main,
    aws_lb_listener_rule.gateway_http,
    aws_route.private_default,
    aws_route.public_default,
    aws_route_table_association.private,
    aws_route_table_association.public,
    aws_vpc_security_group_egress_rule.gateway_load_balancer,
    aws_vpc_security_group_egress_rule.gateway_to_anywhere,
    aws_vpc_security_group_ingress_rule.gateway_connects_presence_6001,
    aws_vpc_security_group_ingress_rule.gateway_connects_rooms,
    aws_vpc_security_group_ingress_rule.gateway_connects_rooms_7001,
    aws_vpc_security_group_ingress_rule.gateway_from_load_balancer,
  ]
}

resource "aws_ecs_task_definition" "presence" {
  family                   = "${local.name_prefix}-presence"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = 512
  memory                   = 1024
  execution_role_arn       = aws_iam_role.presence_execution.arn
  task_role_arn            = aws_iam_role.presence_task.arn
  container_definitions = jsonencode([{
    name      = "presence"
    image     = "${aws_ecr_repository.services["presence"].repository_url}:${var.presence_image_tag}"
    essential = true
    portMappings = [
      { name = "presence-6000", containerPort = 6000, protocol = "tcp" },
      { name = "presence-6001", containerPort = 6001, protocol = "tcp" },
    ]
    stopTimeout     = 120
    linuxParameters = { initProcessEnabled = true }
    logConfiguration = {
      logDriver = "awslogs"
      options = {
        awslogs-group         = aws_cloudwatch_log_group.services["presence"].name
        awslogs-region        = local.region
        awslogs-stream-prefix = "presence"
        mode                  = "non-blocking"
        max-buffer-size       = "25m"
      }
    }
  }])
  tags = { "longshore:service" = "presence" }

  runtime_platform {
    cpu_architecture        = "X86_64"
    operating_system_family = "LINUX"
  }

  depends_on = [
    aws_iam_role_policy.presence_execution_start_tasks,
    aws_iam_role_policy.presence_task_access,
  ]
}

resource "aws_ecs_service" "presence" {
  name                               = "${local.name_prefix}-presence"
  cluster                            = aws_ecs_cluster.main.name
  task_definition                    = aws_ecs_task_definition.presence.arn
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
  tags                 = { "longshore:service" = "presence" }

  capacity_provider_strategy {
    capacity_provider = "FARGATE_SPOT"
    weight            = 1
  }

  network_configuration {
    subnets          = values(aws_subnet.private)[*].id
    security_groups  = [aws_security_group.presence.id]
    assign_public_ip = false
  }

  service_registries {
    registry_arn = aws_service_discovery_service.presence.arn
  }

  deployment_circuit_breaker {
    enable   = true
    rollback = true
  }

  depends_on = [
    aws_ecs_cluster_capacity_providers.main,
    aws_route.private_default,
    aws_route.public_default,
    aws_route_table_association.private,
    aws_route_table_association.public,
    aws_vpc_security_group_egress_rule.presence_to_anywhere,
  ]
}

resource "aws_ecs_task_definition" "rooms" {
  family                   = "${local.name_prefix}-rooms"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = 512
  memory                   = 1024
  execution_role_arn       = aws_iam_role.rooms_execution.arn
  task_role_arn            = aws_iam_role.rooms_task.arn
  container_definitions = jsonencode([{
    name      = "rooms"
    image     = "${aws_ecr_repository.services["rooms"].repository_url}:${var.rooms_image_tag}"
    essential = true
    portMappings = [
      {
        name          = "rooms-7000"
        containerPort = 7000
        protocol      = "tcp"
        appProtocol   = "http"
      },
      {
        name          = "rooms-7001"
        containerPort = 7001
        protocol      = "tcp"
        appProtocol   = "grpc"
      },
    ]
    secrets = [{
      name      = "SIGNING_KEY"
      valueFrom = "arn:${local.partition}:ssm:${local.region}:${local.account_id}:parameter/chat/signing-key"
    }]
    stopTimeout     = 120
    linuxParameters = { initProcessEnabled = true }
    logConfiguration = {
      logDriver = "awslogs"
      options = {
        awslogs-group         = aws_cloudwatch_log_group.services["rooms"].name
        awslogs-region        = local.region
        awslogs-stream-prefix = "rooms"
        mode                  = "non-blocking"
        max-buffer-size       = "25m"
      }
    }
  }])
  tags = { "longshore:service" = "rooms" }

  runtime_platform {
    cpu_architecture        = "X86_64"
    operating_system_family = "LINUX"
  }

  depends_on = [
    aws_iam_role_policy.rooms_execution_start_tasks,
    aws_iam_role_policy.rooms_task_access,
  ]
}

resource "aws_ecs_service" "rooms" {
  name                               = "${local.name_prefix}-rooms"
  cluster                            = aws_ecs_cluster.main.name
  task_definition                    = aws_ecs_task_definition.rooms.arn
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
  tags                 = { "longshore:service" = "rooms" }

  capacity_provider_strategy {
    capacity_provider = "FARGATE_SPOT"
    weight            = 1
  }

  network_configuration {
    subnets          = values(aws_subnet.private)[*].id
    security_groups  = [aws_security_group.rooms.id]
    assign_public_ip = false
  }

  service_registries {
    registry_arn = aws_service_discovery_service.rooms.arn
  }

  deployment_circuit_breaker {
    enable   = true
    rollback = true
  }

  depends_on = [
    aws_ecs_cluster_capacity_providers.main,
    aws_route.private_default,
    aws_route.public_default,
    aws_route_table_association.private,
    aws_route_table_association.public,
    aws_vpc_security_group_egress_rule.rooms_to_anywhere,
    aws_vpc_security_group_ingress_rule.rooms_connects_db,
    aws_vpc_security_group_ingress_rule.rooms_connects_presence,
    aws_vpc_security_group_ingress_rule.rooms_connects_presence_6001,
  ]
}
