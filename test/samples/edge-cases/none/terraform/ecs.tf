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

resource "aws_ecs_task_definition" "a_service_name_of_forty_characters_limit" {
  family                   = "${local.name_prefix}-a-service-name-of-forty-characters-limit"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = 16384
  memory                   = 122880
  execution_role_arn       = aws_iam_role.a_service_name_of_forty_characters_limit_execution.arn
  task_role_arn            = aws_iam_role.a_service_name_of_forty_characters_limit_task.arn
  container_definitions = jsonencode([{
    name      = "a-service-name-of-forty-characters-limit"
    image     = "${aws_ecr_repository.services["a-service-name-of-forty-characters-limit"].repository_url}:${var.aservice_name_of_forty_characters_limit_image_tag}"
    essential = true
    portMappings = [{
      name          = "a-service-name-of-forty-characters-limit"
      containerPort = 65535
      protocol      = "tcp"
    }]
    environment = [
      { name = "ACCOUNT", value = "account ${local.account_id}" },
      { name = "ESCAPED", value = "$${NOT_A_REFERENCE} costs $5, 100 %%{of} it" },
      { name = "FILES", value = "s3://${aws_s3_bucket.files.bucket}/in" },
      { name = "GREETING", value = "grüße, 世界 👋" },
      { name = "LINES", value = "one\ntwo\ttabbed \"quoted\" 'single' \\ back" },
      { name = "LOOKS_LIKE_YAML", value = "yes" },
      { name = "OCTAL", value = "0755" },
    ]
    secrets = [
      {
        name      = "ARN"
        valueFrom = "arn:aws:secretsmanager:ap-southeast-1:111111111111:secret:other-AbCdEf:user::"
      },
      {
        name      = "KEY"
        valueFrom = "arn:${local.partition}:secretsmanager:${local.region}:${local.account_id}:secret:team/one:password::"
      },
      {
        name      = "PARAMETER"
        valueFrom = "arn:${local.partition}:ssm:${local.region}:${local.account_id}:parameter/team/two"
      },
      {
        name      = "WHOLE"
        valueFrom = "arn:${local.partition}:secretsmanager:${local.region}:${local.account_id}:secret:team/one"
      },
    ]
    stopTimeout     = 30
    linuxParameters = { initProcessEnabled = true }
    logConfiguration = {
      logDriver = "awslogs"
      options = {
        awslogs-group         = aws_cloudwatch_log_group.services["a-service-name-of-forty-characters-limit"].name
        awslogs-region        = local.region
        awslogs-stream-prefix = "a-service-name-of-forty-characters-limit"
        mode                  = "non-blocking"
        max-buffer-size       = "25m"
      }
    }
  }])
  tags = { "longshore:service" = "a-service-name-of-forty-characters-limit" }

  runtime_platform {
    cpu_architecture        = "ARM64"
    operating_system_family = "LINUX"
  }

  ephemeral_storage {
    size_in_gib = 200
  }

  depends_on = [
    aws_iam_role_policy.a_service_name_of_forty_characters_limit_execution_start_tasks,
    aws_iam_role_policy.a_service_name_of_forty_characters_limit_task_access,
  ]
}

resource "aws_ecs_service" "a_service_name_of_forty_characters_limit" {
  name                               = "${local.name_prefix}-a-service-name-of-forty-characters-limit"
  cluster                            = aws_ecs_cluster.main.name
  task_definition                    = aws_ecs_task_definition.a_service_name_of_forty_characters_limit.arn
  desired_count                      = 1
  platform_version                   = "LATEST"
  deployment_minimum_healthy_percent = 100
  deployment_maximum_percent         = 150
  health_check_grace_period_seconds  = 60
  availability_zone_rebalancing      = "ENABLED"
  enable_execute_command             = true
  enable_ecs_managed_tags            = true
  propagate_tags                     = "SERVICE"
  # Without it a change of capacity providers would replace the service.
  force_new_deployment = true
  tags                 = { "longshore:service" = "a-service-name-of-forty-characters-limit" }

  capacity_provider_strategy {
    capacity_provider = "FARGATE"
    weight            = 1
  }

  network_configuration {
    subnets          = values(aws_subnet.public)[*].id
    security_groups  = [aws_security_group.a_service_name_of_forty_characters_limit.id]
    assign_public_ip = true
  }

  load_balancer {
    target_group_arn = aws_lb_target_group.a_service_name_of_forty_characters_limit.arn
    container_name   = "a-service-name-of-forty-characters-limit"
    container_port   = 65535
  }

  deployment_circuit_breaker {
    enable   = false
    rollback = false
  }

  # Auto scaling owns the count; desired_count is where it begins.
  lifecycle {
    ignore_changes = [desired_count]
  }

  depends_on = [
    aws_ecs_cluster_capacity_providers.main,
    aws_lb_listener_rule.a_service_name_of_forty_characters_limit_http_1,
    aws_lb_listener_rule.a_service_name_of_forty_characters_limit_http_2,
    aws_lb_listener_rule.a_service_name_of_forty_characters_limit_http_3,
    aws_route.public_default,
    aws_route_table_association.public,
    aws_vpc_security_group_egress_rule.a_service_name_of_forty_characters_limit_load_balancer,
    aws_vpc_security_group_egress_rule.a_service_name_of_forty_characters_limit_to_anywhere,
    aws_vpc_security_group_ingress_rule.a_service_name_of_forty_characters_limit_connects_ping,
    aws_vpc_security_group_ingress_rule.a_service_name_of_forty_characters_limit_from_load_balancer,
  ]
}

resource "aws_ecs_task_definition" "ping" {
  family                   = "${local.name_prefix}-ping"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = 256
  memory                   = 512
  execution_role_arn       = aws_iam_role.ping_execution.arn
  task_role_arn            = aws_iam_role.ping_task.arn
  container_definitions = jsonencode([{
    name            = "ping"
    image           = var.ping_image
    essential       = true
    portMappings    = [{ name = "ping", containerPort = 9000, protocol = "tcp" }]
    stopTimeout     = 30
    linuxParameters = { initProcessEnabled = true }
    logConfiguration = {
      logDriver = "awslogs"
      options = {
        awslogs-group         = aws_cloudwatch_log_group.services["ping"].name
        awslogs-region        = local.region
        awslogs-stream-prefix = "ping"
        mode                  = "non-blocking"
        max-buffer-size       = "25m"
      }
    }
  }])
  tags = { "longshore:service" = "ping" }

  runtime_platform {
    cpu_architecture        = "X86_64"
    operating_system_family = "LINUX"
  }

  depends_on = [
    aws_iam_role_policy.ping_execution_start_tasks,
    aws_iam_role_policy.ping_task_access,
  ]
}

resource "aws_ecs_service" "ping" {
  name                               = "${local.name_prefix}-ping"
  cluster                            = aws_ecs_cluster.main.name
  task_definition                    = aws_ecs_task_definition.ping.arn
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
  tags                 = { "longshore:service" = "ping" }

  capacity_provider_strategy {
    capacity_provider = "FARGATE"
    weight            = 1
  }

  network_configuration {
    subnets          = values(aws_subnet.public)[*].id
    security_groups  = [aws_security_group.ping.id]
    assign_public_ip = true
  }

  service_registries {
    registry_arn = aws_service_discovery_service.ping.arn
  }

  deployment_circuit_breaker {
    enable   = true
    rollback = true
  }

  depends_on = [
    aws_ecs_cluster_capacity_providers.main,
    aws_route.public_default,
    aws_route_table_association.public,
    aws_vpc_security_group_egress_rule.ping_to_anywhere,
    aws_vpc_security_group_ingress_rule.ping_connects_ping,
    aws_vpc_security_group_ingress_rule.ping_connects_pong,
  ]
}

resource "aws_ecs_task_definition" "pong" {
  family                   = "${local.name_prefix}-pong"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = 256
  memory                   = 512
  execution_role_arn       = aws_iam_role.pong_execution.arn
  task_role_arn            = aws_iam_role.pong_task.arn
  container_definitions = jsonencode([{
    name            = "pong"
    image           = var.pong_image
    essential       = true
    portMappings    = [{ name = "pong", containerPort = 9001, protocol = "tcp" }]
    stopTimeout     = 120
    linuxParameters = { initProcessEnabled = true }
    logConfiguration = {
      logDriver = "awslogs"
      options = {
        awslogs-group         = aws_cloudwatch_log_group.services["pong"].name
        awslogs-region        = local.region
        awslogs-stream-prefix = "pong"
        mode                  = "non-blocking"
        max-buffer-size       = "25m"
      }
    }
  }])
  tags = { "longshore:service" = "pong" }

  runtime_platform {
    cpu_architecture        = "X86_64"
    operating_system_family = "LINUX"
  }

  depends_on = [
    aws_iam_role_policy.pong_execution_start_tasks,
    aws_iam_role_policy.pong_task_access,
  ]
}

resource "aws_ecs_service" "pong" {
  name                               = "${local.name_prefix}-pong"
  cluster                            = aws_ecs_cluster.main.name
  task_definition                    = aws_ecs_task_definition.pong.arn
  desired_count                      = 3
  platform_version                   = "LATEST"
  deployment_minimum_healthy_percent = 100
  deployment_maximum_percent         = 200
  availability_zone_rebalancing      = "ENABLED"
  enable_execute_command             = true
  enable_ecs_managed_tags            = true
  propagate_tags                     = "SERVICE"
  # Without it a change of capacity providers would replace the service.
  force_new_deployment = true
  tags                 = { "longshore:service" = "pong" }

  capacity_provider_strategy {
    capacity_provider = "FARGATE_SPOT"
    weight            = 1
  }

  network_configuration {
    subnets          = values(aws_subnet.public)[*].id
    security_groups  = [aws_security_group.pong.id]
    assign_public_ip = true
  }

  service_registries {
    registry_arn = aws_service_discovery_service.pong.arn
  }

  deployment_circuit_breaker {
    enable   = true
    rollback = true
  }

  depends_on = [
    aws_ecs_cluster_capacity_providers.main,
    aws_route.public_default,
    aws_route_table_association.public,
    aws_vpc_security_group_egress_rule.pong_to_anywhere,
    aws_vpc_security_group_ingress_rule.pong_connects_ping,
  ]
}

resource "aws_ecs_task_definition" "quiet" {
  family                   = "${local.name_prefix}-quiet"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = 256
  memory                   = 512
  execution_role_arn       = aws_iam_role.quiet_execution.arn
  task_role_arn            = aws_iam_role.quiet_task.arn
  container_definitions = jsonencode([{
    name            = "quiet"
    image           = var.quiet_image
    essential       = true
    command         = ["sh", "-c", "while true; do sleep 60; done"]
    stopTimeout     = 30
    linuxParameters = { initProcessEnabled = true }
    logConfiguration = {
      logDriver = "awslogs"
      options = {
        awslogs-group         = aws_cloudwatch_log_group.services["quiet"].name
        awslogs-region        = local.region
        awslogs-stream-prefix = "quiet"
        mode                  = "non-blocking"
        max-buffer-size       = "25m"
      }
    }
  }])
  tags = { "longshore:service" = "quiet" }

  runtime_platform {
    cpu_architecture        = "X86_64"
    operating_system_family = "LINUX"
  }

  depends_on = [
    aws_iam_role_policy.quiet_execution_start_tasks,
    aws_iam_role_policy.quiet_task_access,
  ]
}

resource "aws_ecs_service" "quiet" {
  name                               = "${local.name_prefix}-quiet"
  cluster                            = aws_ecs_cluster.main.name
  task_definition                    = aws_ecs_task_definition.quiet.arn
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
  tags                 = { "longshore:service" = "quiet" }

  capacity_provider_strategy {
    capacity_provider = "FARGATE"
    weight            = 1
  }

  network_configuration {
    subnets          = values(aws_subnet.public)[*].id
    security_groups  = [aws_security_group.quiet.id]
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
    aws_vpc_security_group_egress_rule.quiet_to_anywhere,
  ]
}
