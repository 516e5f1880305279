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
  container_definitions = jsonencode([{
    name         = "api"
    image        = var.api_image
    essential    = true
    portMappings = [{ name = "api", containerPort = 8080, protocol = "tcp" }]
    environment = [
      { name = "ACCOUNTS_TABLE", value = "accounts" },
      { name = "BOOKED_TOPIC", value = "arn:aws:sns:eu-west-1:111111111111:booked.fifo" },
      {
        name  = "KEY"
        value = "arn:aws:kms:eu-west-1:111111111111:key/1234abcd-12ab-34cd-56ef-1234567890ab"
      },
      {
        name  = "POSTINGS_QUEUE"
        value = "https://sqs.eu-west-1.${local.dns_suffix}/111111111111/postings.fifo"
      },
      { name = "UPLOADS", value = "s3://ledger-uploads/in" },
    ]
    secrets = [{
      name      = "PARTNER_TOKEN"
      valueFrom = "arn:${local.partition}:secretsmanager:${local.region}:${local.account_id}:secret:partner/token:value::"
    }]
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
    subnets          = values(aws_subnet.private)[*].id
    security_groups  = [aws_security_group.api.id]
    assign_public_ip = false
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
    aws_route.private_default,
    aws_route.public_default,
    aws_route_table_association.private,
    aws_route_table_association.public,
    aws_vpc_security_group_egress_rule.api_load_balancer,
    aws_vpc_security_group_egress_rule.api_to_anywhere,
    aws_vpc_security_group_ingress_rule.api_from_load_balancer,
  ]
}

resource "aws_ecs_task_definition" "poster" {
  family                   = "${local.name_prefix}-poster"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = 256
  memory                   = 512
  execution_role_arn       = aws_iam_role.poster_execution.arn
  task_role_arn            = aws_iam_role.poster_task.arn
  container_definitions = jsonencode([{
    name      = "poster"
    image     = var.poster_image
    essential = true
    environment = [{
      name  = "NOTICES_QUEUE"
      value = "https://sqs.${split(":", data.aws_ssm_parameter.ledger_notices_queue_arn.insecure_value)[3]}.${local.dns_suffix}/${split(":", data.aws_ssm_parameter.ledger_notices_queue_arn.insecure_value)[4]}/${split(":", data.aws_ssm_parameter.ledger_notices_queue_arn.insecure_value)[5]}"
    }]
    stopTimeout     = 60
    linuxParameters = { initProcessEnabled = true }
    logConfiguration = {
      logDriver = "awslogs"
      options = {
        awslogs-group         = aws_cloudwatch_log_group.services["poster"].name
        awslogs-region        = local.region
        awslogs-stream-prefix = "poster"
        mode                  = "non-blocking"
        max-buffer-size       = "25m"
      }
    }
  }])
  tags = { "longshore:service" = "poster" }

  runtime_platform {
    cpu_architecture        = "X86_64"
    operating_system_family = "LINUX"
  }

  depends_on = [
    aws_iam_role_policy.poster_execution_start_tasks,
    aws_iam_role_policy.poster_task_access,
  ]
}

resource "aws_ecs_service" "poster" {
  name                               = "${local.name_prefix}-poster"
  cluster                            = aws_ecs_cluster.main.name
  task_definition                    = aws_ecs_task_definition.poster.arn
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
  tags                 = { "longshore:service" = "poster" }

  capacity_provider_strategy {
    capacity_provider = "FARGATE_SPOT"
    weight            = 1
  }

  network_configuration {
    subnets          = values(aws_subnet.private)[*].id
    security_groups  = [aws_security_group.poster.id]
    assign_public_ip = false
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
    aws_vpc_security_group_egress_rule.poster_to_anywhere,
  ]
}

resource "aws_ecs_task_definition" "reporter" {
  family                   = "${local.name_prefix}-reporter"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = 256
  memory                   = 512
  execution_role_arn       = aws_iam_role.reporter_execution.arn
  task_role_arn            = aws_iam_role.reporter_task.arn
  container_definitions = jsonencode([{
    name      = "reporter"
    image     = var.reporter_image
    essential = true
    environment = [
      {
        name  = "CONNECTION"
        value = "arn:aws:codestar-connections:eu-west-1:111111111111:connection/1234abcd-12ab-34cd-56ef-1234567890ab"
      },
      {
        name  = "MODELS"
        value = "https://git-codecommit.${local.region}.${local.dns_suffix}/v1/repos/${data.aws_ssm_parameter.ledger_models_repository.insecure_value}"
      },
    ]
    stopTimeout     = 120
    linuxParameters = { initProcessEnabled = true }
    logConfiguration = {
      logDriver = "awslogs"
      options = {
        awslogs-group         = aws_cloudwatch_log_group.services["reporter"].name
        awslogs-region        = local.region
        awslogs-stream-prefix = "reporter"
        mode                  = "non-blocking"
        max-buffer-size       = "25m"
      }
    }
  }])
  tags = { "longshore:service" = "reporter" }

  runtime_platform {
    cpu_architecture        = "X86_64"
    operating_system_family = "LINUX"
  }

  depends_on = [
    aws_iam_role_policy.reporter_execution_start_tasks,
    aws_iam_role_policy.reporter_task_access,
  ]
}

resource "aws_ecs_service" "reporter" {
  name                               = "${local.name_prefix}-reporter"
  cluster                            = aws_ecs_cluster.main.name
  task_definition                    = aws_ecs_task_definition.reporter.arn
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
  tags                 = { "longshore:service" = "reporter" }

  capacity_provider_strategy {
    capacity_provider = "FARGATE_SPOT"
    weight            = 1
  }

  network_configuration {
    subnets          = values(aws_subnet.private)[*].id
    security_groups  = [aws_security_group.reporter.id]
    assign_public_ip = false
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
    aws_vpc_security_group_egress_rule.reporter_to_anywhere,
  ]
}
