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

resource "aws_ecs_task_definition" "admin" {
  family                   = "${local.name_prefix}-admin"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = 256
  memory                   = 512
  execution_role_arn       = aws_iam_role.admin_execution.arn
  task_role_arn            = aws_iam_role.admin_task.arn
  container_definitions = jsonencode([{
    name      = "admin"
    image     = var.admin_image
    essential = true
    portMappings = [
      { name = "admin-3000", containerPort = 3000, protocol = "tcp" },
      { name = "admin-3001", containerPort = 3001, protocol = "tcp" },
      { name = "admin-3002", containerPort = 3002, protocol = "tcp" },
    ]
    stopTimeout     = 120
    linuxParameters = { initProcessEnabled = true }
    logConfiguration = {
      logDriver = "awslogs"
      options = {
        awslogs-group         = aws_cloudwatch_log_group.services["admin"].name
        awslogs-region        = local.region
        awslogs-stream-prefix = "admin"
        mode                  = "non-blocking"
        max-buffer-size       = "25m"
      }
    }
  }])
  tags = { "longshore:service" = "admin" }

  runtime_platform {
    cpu_architecture        = "X86_64"
    operating_system_family = "LINUX"
  }

  depends_on = [
    aws_iam_role_policy.admin_execution_start_tasks,
    aws_iam_role_policy.admin_task_access,
  ]
}

resource "aws_ecs_service" "admin" {
  name                               = "${local.name_prefix}-admin"
  cluster                            = aws_ecs_cluster.main.name
  task_definition                    = aws_ecs_task_definition.admin.arn
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
  tags                 = { "longshore:service" = "admin" }

  capacity_provider_strategy {
    capacity_provider = "FARGATE_SPOT"
    weight            = 1
  }

  network_configuration {
    subnets          = split(",", data.aws_ssm_parameter.net_private_ids.insecure_value)
    security_groups  = [aws_security_group.admin.id]
    assign_public_ip = false
  }

  load_balancer {
    target_group_arn = aws_lb_target_group.admin_public.arn
    container_name   = "admin"
    container_port   = 3000
  }

  load_balancer {
    target_group_arn = aws_lb_target_group.admin_public_3001_http2.arn
    container_name   = "admin"
    container_port   = 3001
  }

  load_balancer {
    target_group_arn = aws_lb_target_group.admin_public_3002.arn
    container_name   = "admin"
    container_port   = 3002
  }

  deployment_circuit_breaker {
    enable   = true
    rollback = true
  }

  depends_on = [
    aws_ecs_cluster_capacity_providers.main,
    aws_lb_listener_rule.admin_http_1,
    aws_lb_listener_rule.admin_http_2,
    aws_lb_listener_rule.admin_http_3,
    aws_lb_listener_rule.admin_https_1,
    aws_lb_listener_rule.admin_https_2,
    aws_lb_listener_rule.admin_https_3,
    aws_vpc_security_group_egress_rule.admin_load_balancer_public,
    aws_vpc_security_group_egress_rule.admin_load_balancer_public_3001,
    aws_vpc_security_group_egress_rule.admin_load_balancer_public_3002,
    aws_vpc_security_group_egress_rule.admin_to_anywhere,
    aws_vpc_security_group_ingress_rule.admin_from_load_balancer_public,
    aws_vpc_security_group_ingress_rule.admin_from_load_balancer_public_3001,
    aws_vpc_security_group_ingress_rule.admin_from_load_balancer_public_3002,
  ]
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
    },
    {
      name            = "files"
      image           = var.api_files_image
      essential       = true
      portMappings    = [{ name = "files", containerPort = 8081, protocol = "tcp" }]
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
    subnets          = split(",", data.aws_ssm_parameter.net_private_ids.insecure_value)
    security_groups  = [aws_security_group.api.id]
    assign_public_ip = false
  }

  load_balancer {
    target_group_arn = aws_lb_target_group.api_public.arn
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
    aws_lb_listener_rule.api_https,
    aws_vpc_security_group_egress_rule.api_load_balancer_public,
    aws_vpc_security_group_egress_rule.api_to_anywhere,
    aws_vpc_security_group_ingress_rule.api_from_load_balancer_public,
  ]
}

resource "aws_ecs_task_definition" "api_next" {
  family                   = "${local.name_prefix}-api-next"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = 256
  memory                   = 512
  execution_role_arn       = aws_iam_role.api_next_execution.arn
  task_role_arn            = aws_iam_role.api_next_task.arn
  container_definitions = jsonencode([{
    name            = "api-next"
    image           = var.api_next_image
    essential       = true
    portMappings    = [{ name = "api-next", containerPort = 8080, protocol = "tcp" }]
    stopTimeout     = 120
    linuxParameters = { initProcessEnabled = true }
    logConfiguration = {
      logDriver = "awslogs"
      options = {
        awslogs-group         = aws_cloudwatch_log_group.services["api-next"].name
        awslogs-region        = local.region
        awslogs-stream-prefix = "api-next"
        mode                  = "non-blocking"
        max-buffer-size       = "25m"
      }
    }
  }])
  tags = { "longshore:service" = "api-next" }

  runtime_platform {
    cpu_architecture        = "X86_64"
    operating_system_family = "LINUX"
  }

  depends_on = [
    aws_iam_role_policy.api_next_execution_start_tasks,
    aws_iam_role_policy.api_next_task_access,
  ]
}

resource "aws_ecs_service" "api_next" {
  name                               = "${local.name_prefix}-api-next"
  cluster                            = aws_ecs_cluster.main.name
  task_definition                    = aws_ecs_task_definition.api_next.arn
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
  tags                 = { "longshore:service" = "api-next" }

  capacity_provider_strategy {
    capacity_provider = "FARGATE_SPOT"
    weight            = 1
  }

  network_configuration {
    subnets          = split(",", data.aws_ssm_parameter.net_private_ids.insecure_value)
    security_groups  = [aws_security_group.api_next.id]
    assign_public_ip = false
  }

  load_balancer {
    target_group_arn = aws_lb_target_group.api_next_public.arn
    container_name   = "api-next"
    container_port   = 8080
  }

  deployment_circuit_breaker {
    enable   = true
    rollback = true
  }

  depends_on = [
    aws_ecs_cluster_capacity_providers.main,
    aws_lb_listener_rule.api_next_http,
    aws_lb_listener_rule.api_next_http_part_2,
    aws_lb_listener_rule.api_next_http_part_3,
    aws_lb_listener_rule.api_next_http_part_4,
    aws_lb_listener_rule.api_next_https,
    aws_lb_listener_rule.api_next_https_part_2,
    aws_lb_listener_rule.api_next_https_part_3,
    aws_lb_listener_rule.api_next_https_part_4,
    aws_vpc_security_group_egress_rule.api_next_load_balancer_public,
    aws_vpc_security_group_egress_rule.api_next_load_balancer_public_8082,
    aws_vpc_security_group_egress_rule.api_next_to_anywhere,
    aws_vpc_security_group_ingress_rule.api_next_from_load_balancer_public,
    aws_vpc_security_group_ingress_rule.api_next_from_load_balancer_public_8082,
  ]
}

resource "aws_ecs_task_definition" "events" {
  family                   = "${local.name_prefix}-events"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = 256
  memory                   = 512
  execution_role_arn       = aws_iam_role.events_execution.arn
  task_role_arn            = aws_iam_role.events_task.arn
  container_definitions = jsonencode([{
    name            = "events"
    image           = var.events_image
    essential       = true
    portMappings    = [{ name = "events", containerPort = 50051, protocol = "tcp" }]
    stopTimeout     = 120
    linuxParameters = { initProcessEnabled = true }
    logConfiguration = {
      logDriver = "awslogs"
      options = {
        awslogs-group         = aws_cloudwatch_log_group.services["events"].name
        awslogs-region        = local.region
        awslogs-stream-prefix = "events"
        mode                  = "non-blocking"
        max-buffer-size       = "25m"
      }
    }
  }])
  tags = { "longshore:service" = "events" }

  runtime_platform {
    cpu_architecture        = "X86_64"
    operating_system_family = "LINUX"
  }

  depends_on = [
    aws_iam_role_policy.events_execution_start_tasks,
    aws_iam_role_policy.events_task_access,
  ]
}

resource "aws_ecs_service" "events" {
  name                               = "${local.name_prefix}-events"
  cluster                            = aws_ecs_cluster.main.name
  task_definition                    = aws_ecs_task_definition.events.arn
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
  tags                 = { "longshore:service" = "events" }

  capacity_provider_strategy {
    capacity_provider = "FARGATE_SPOT"
    weight            = 1
  }

  network_configuration {
    subnets          = split(",", data.aws_ssm_parameter.net_private_ids.insecure_value)
    security_groups  = [aws_security_group.events.id]
    assign_public_ip = false
  }

  load_balancer {
    target_group_arn = aws_lb_target_group.events_public_grpc.arn
    container_name   = "events"
    container_port   = 50051
  }

  deployment_circuit_breaker {
    enable   = true
    rollback = true
  }

  depends_on = [
    aws_ecs_cluster_capacity_providers.main,
    aws_lb_listener_rule.events_http,
    aws_lb_listener_rule.events_https,
    aws_vpc_security_group_egress_rule.events_load_balancer_public,
    aws_vpc_security_group_egress_rule.events_to_anywhere,
    aws_vpc_security_group_ingress_rule.events_from_load_balancer_public,
  ]
}

resource "aws_ecs_task_definition" "mqtt" {
  family                   = "${local.name_prefix}-mqtt"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = 256
  memory                   = 512
  execution_role_arn       = aws_iam_role.mqtt_execution.arn
  task_role_arn            = aws_iam_role.mqtt_task.arn
  container_definitions = jsonencode([
    {
      name      = "mqtt"
      image     = var.mqtt_image
      essential = true
      portMappings = [
        { name = "mqtt-1883", containerPort = 1883, protocol = "tcp" },
        { name = "mqtt-1884", containerPort = 1884, protocol = "tcp" },
        { name = "mqtt-5683", containerPort = 5683, protocol = "udp" },
      ]
      stopTimeout     = 120
      linuxParameters = { initProcessEnabled = true }
      logConfiguration = {
        logDriver = "awslogs"
        options = {
          awslogs-group         = aws_cloudwatch_log_group.services["mqtt"].name
          awslogs-region        = local.region
          awslogs-stream-prefix = "mqtt"
          mode                  = "non-blocking"
          max-buffer-size       = "25m"
        }
      }
    },
    {
      name            = "bridge"
      image           = var.mqtt_bridge_image
      essential       = false
      portMappings    = [{ name = "bridge", containerPort = 9001, protocol = "tcp" }]
      stopTimeout     = 120
      linuxParameters = { initProcessEnabled = true }
      logConfiguration = {
        logDriver = "awslogs"
        options = {
          awslogs-group         = aws_cloudwatch_log_group.services["mqtt"].name
          awslogs-region        = local.region
          awslogs-stream-prefix = "mqtt"
          mode                  = "non-blocking"
          max-buffer-size       = "25m"
        }
      }
    },
  ])
  tags = { "longshore:service" = "mqtt" }

  runtime_platform {
    cpu_architecture        = "X86_64"
    operating_system_family = "LINUX"
  }

  depends_on = [
    aws_iam_role_policy.mqtt_execution_start_tasks,
    aws_iam_role_policy.mqtt_task_access,
  ]
}

resource "aws_ecs_service" "mqtt" {
  name                               = "${local.name_prefix}-mqtt"
  cluster                            = aws_ecs_cluster.main.name
  task_definition                    = aws_ecs_task_definition.mqtt.arn
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
  tags                 = { "longshore:service" = "mqtt" }

  capacity_provider_strategy {
    capacity_provider = "FARGATE_SPOT"
    weight            = 1
  }

  network_configuration {
    subnets          = split(",", data.aws_ssm_parameter.net_private_ids.insecure_value)
    security_groups  = [aws_security_group.mqtt.id]
    assign_public_ip = false
  }

  load_balancer {
    target_group_arn = aws_lb_target_group.mqtt_1883.arn
    container_name   = "mqtt"
    container_port   = 1883
  }

  load_balancer {
    target_group_arn = aws_lb_target_group.mqtt_1884.arn
    container_name   = "mqtt"
    container_port   = 1884
  }

  load_balancer {
    target_group_arn = aws_lb_target_group.mqtt_5683_udp.arn
    container_name   = "mqtt"
    container_port   = 5683
  }

  load_balancer {
    target_group_arn = aws_lb_target_group.mqtt_bridge_9001.arn
    container_name   = "bridge"
    container_port   = 9001
  }

  deployment_circuit_breaker {
    enable   = true
    rollback = true
  }

  depends_on = [
    aws_ecs_cluster_capacity_providers.main,
    aws_lb_listener.mqtt_1884_tcp,
    aws_lb_listener.mqtt_5683_udp,
    aws_lb_listener.mqtt_8883_tls,
    aws_lb_listener.mqtt_9001_tcp,
    aws_vpc_security_group_egress_rule.mqtt_load_balancer_1883,
    aws_vpc_security_group_egress_rule.mqtt_load_balancer_1884,
    aws_vpc_security_group_egress_rule.mqtt_load_balancer_5683_udp,
    aws_vpc_security_group_egress_rule.mqtt_load_balancer_9001,
    aws_vpc_security_group_egress_rule.mqtt_to_anywhere,
    aws_vpc_security_group_ingress_rule.mqtt_from_load_balancer_1883,
    aws_vpc_security_group_ingress_rule.mqtt_from_load_balancer_1884,
    aws_vpc_security_group_ingress_rule.mqtt_from_load_balancer_5683_udp,
    aws_vpc_security_group_ingress_rule.mqtt_from_load_balancer_9001,
  ]
}

resource "aws_ecs_task_definition" "store" {
  family                   = "${local.name_prefix}-store"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = 256
  memory                   = 512
  execution_role_arn       = aws_iam_role.store_execution.arn
  task_role_arn            = aws_iam_role.store_task.arn
  container_definitions = jsonencode([{
    name         = "store"
    image        = var.store_image
    essential    = true
    portMappings = [{ name = "store", containerPort = 80, protocol = "tcp" }]
    environment = [
      { name = "API", value = "https://example.com" },
      { name = "SELF", value = "https://store.internal.example.com" },
    ]
    stopTimeout     = 120
    linuxParameters = { initProcessEnabled = true }
    logConfiguration = {
      logDriver = "awslogs"
      options = {
        awslogs-group         = aws_cloudwatch_log_group.services["store"].name
        awslogs-region        = local.region
        awslogs-stream-prefix = "store"
        mode                  = "non-blocking"
        max-buffer-size       = "25m"
      }
    }
  }])
  tags = { "longshore:service" = "store" }

  runtime_platform {
    cpu_architecture        = "X86_64"
    operating_system_family = "LINUX"
  }

  depends_on = [
    aws_iam_role_policy.store_execution_start_tasks,
    aws_iam_role_policy.store_task_access,
  ]
}

resource "aws_ecs_service" "store" {
  name                               = "${local.name_prefix}-store"
  cluster                            = aws_ecs_cluster.main.name
  task_definition                    = aws_ecs_task_definition.store.arn
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
  tags                 = { "longshore:service" = "store" }

  capacity_provider_strategy {
    capacity_provider = "FARGATE_SPOT"
    weight            = 1
  }

  network_configuration {
    subnets          = split(",", data.aws_ssm_parameter.net_private_ids.insecure_value)
    security_groups  = [aws_security_group.store.id]
    assign_public_ip = false
  }

  load_balancer {
    target_group_arn = aws_lb_target_group.store_partners.arn
    container_name   = "store"
    container_port   = 80
  }

  load_balancer {
    target_group_arn = aws_lb_target_group.store_public.arn
    container_name   = "store"
    container_port   = 80
  }

  deployment_circuit_breaker {
    enable   = true
    rollback = true
  }

  depends_on = [
    aws_ecs_cluster_capacity_providers.main,
    aws_lb_listener_rule.store_http,
    aws_lb_listener_rule.store_https,
    aws_lb_listener_rule.store_shared_default_partners,
    aws_vpc_security_group_egress_rule.store_load_balancer_public,
    aws_vpc_security_group_egress_rule.store_to_anywhere,
    aws_vpc_security_group_ingress_rule.store_from_load_balancer_public,
    aws_vpc_security_group_ingress_rule.store_from_security_group_80,
  ]
}
