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

resource "aws_ecs_task_definition" "admin" {
  family                   = "${local.name_prefix}-admin"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = 256
  memory                   = 512
  execution_role_arn       = aws_iam_role.admin_execution.arn
  task_role_arn            = aws_iam_role.admin_task.arn
  container_definitions = jsonencode([{
    name            = "admin"
    image           = var.admin_image
    essential       = true
    portMappings    = [{ name = "admin", containerPort = 8080, protocol = "tcp" }]
    stopTimeout     = 30
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
  tags                 = { "longshore:service" = "admin" }

  capacity_provider_strategy {
    capacity_provider = "FARGATE"
    weight            = 1
  }

  network_configuration {
    subnets          = values(aws_subnet.private)[*].id
    security_groups  = [aws_security_group.admin.id]
    assign_public_ip = false
  }

  load_balancer {
    target_group_arn = aws_lb_target_group.admin.arn
    container_name   = "admin"
    container_port   = 8080

    advanced_configuration {
      alternate_target_group_arn = aws_lb_target_group.admin_alternate.arn
      production_listener_rule   = aws_lb_listener_rule.admin_https.arn
      role_arn                   = aws_iam_role.admin_traffic.arn
    }
  }

  deployment_configuration {
    strategy             = "LINEAR"
    bake_time_in_minutes = "0"

    linear_configuration {
      step_percent              = 20
      step_bake_time_in_minutes = "10"
    }
  }

  depends_on = [
    aws_ecs_cluster_capacity_providers.main,
    aws_ecs_service.api,
    aws_ecs_service.orders,
    aws_iam_role_policy.admin_traffic_move_traffic,
    aws_route.private_default,
    aws_route.public_default,
    aws_route_table_association.private,
    aws_route_table_association.public,
    aws_vpc_security_group_egress_rule.admin_load_balancer,
    aws_vpc_security_group_egress_rule.admin_to_anywhere,
    aws_vpc_security_group_ingress_rule.admin_from_load_balancer,
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
  container_definitions = jsonencode([{
    name            = "api"
    image           = var.api_image
    essential       = true
    portMappings    = [{ name = "api", containerPort = 8080, protocol = "tcp" }]
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
  health_check_grace_period_seconds  = 60
  availability_zone_rebalancing      = "ENABLED"
  enable_execute_command             = true
  enable_ecs_managed_tags            = true
  propagate_tags                     = "SERVICE"
  # Without it a change of capacity providers would replace the service.
  force_new_deployment = true
  # Other services come after it.
  wait_for_steady_state = true
  tags                  = { "longshore:service" = "api" }

  capacity_provider_strategy {
    capacity_provider = "FARGATE"
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

    advanced_configuration {
      alternate_target_group_arn = aws_lb_target_group.api_alternate.arn
      production_listener_rule   = aws_lb_listener_rule.api_https.arn
      test_listener_rule         = aws_lb_listener_rule.api_https_test.arn
      role_arn                   = aws_iam_role.api_traffic.arn
    }
  }

  deployment_configuration {
    strategy             = "BLUE_GREEN"
    bake_time_in_minutes = "10"

    lifecycle_hook {
      target_type      = "AWS_LAMBDA"
      hook_target_arn  = "arn:aws:lambda:eu-west-1:111111111111:function:smoke-test"
      role_arn         = aws_iam_role.api_hook.arn
      lifecycle_stages = ["POST_TEST_TRAFFIC_SHIFT"]
    }

    lifecycle_hook {
      target_type      = "PAUSE"
      lifecycle_stages = ["PRE_PRODUCTION_TRAFFIC_SHIFT"]

      timeout_configuration {
        action             = "ROLLBACK"
        timeout_in_minutes = "120"
      }
    }
  }

  alarms {
    alarm_names = [
      aws_cloudwatch_metric_alarm.rollback_errors["api"].alarm_name,
      aws_cloudwatch_metric_alarm.rollback_latency["api"].alarm_name,
      aws_cloudwatch_metric_alarm.rollback_errors_alternate["api"].alarm_name,
      aws_cloudwatch_metric_alarm.rollback_latency_alternate["api"].alarm_name,
      "checkout-fails",
    ]
    enable   = true
    rollback = true
  }

  timeouts {
    create = "190m"
    update = "190m"
  }

  # Auto scaling owns the count; desired_count is where it begins.
  lifecycle {
    ignore_changes = [desired_count]
  }

  depends_on = [
    aws_ecs_cluster_capacity_providers.main,
    aws_iam_role_policy.api_hook_call_hooks,
    aws_iam_role_policy.api_traffic_move_traffic,
    aws_route.private_default,
    aws_route.public_default,
    aws_route_table_association.private,
    aws_route_table_association.public,
    aws_vpc_security_group_egress_rule.api_load_balancer,
    aws_vpc_security_group_egress_rule.api_to_anywhere,
    aws_vpc_security_group_ingress_rule.api_from_load_balancer,
  ]
}

resource "aws_ecs_task_definition" "mailer" {
  family                   = "${local.name_prefix}-mailer"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = 256
  memory                   = 512
  execution_role_arn       = aws_iam_role.mailer_execution.arn
  task_role_arn            = aws_iam_role.mailer_task.arn
  container_definitions = jsonencode([{
    name            = "mailer"
    image           = var.mailer_image
    essential       = true
    command         = ["sleep", "infinity"]
    stopTimeout     = 30
    linuxParameters = { initProcessEnabled = true }
    logConfiguration = {
      logDriver = "awslogs"
      options = {
        awslogs-group         = aws_cloudwatch_log_group.services["mailer"].name
        awslogs-region        = local.region
        awslogs-stream-prefix = "mailer"
        mode                  = "non-blocking"
        max-buffer-size       = "25m"
      }
    }
  }])
  tags = { "longshore:service" = "mailer" }

  runtime_platform {
    cpu_architecture        = "X86_64"
    operating_system_family = "LINUX"
  }

  depends_on = [
    aws_iam_role_policy.mailer_execution_start_tasks,
    aws_iam_role_policy.mailer_task_access,
  ]
}

resource "aws_ecs_service" "mailer" {
  name                               = "${local.name_prefix}-mailer"
  cluster                            = aws_ecs_cluster.main.name
  task_definition                    = aws_ecs_task_definition.mailer.arn
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
  tags                 = { "longshore:service" = "mailer" }

  capacity_provider_strategy {
    capacity_provider = "FARGATE"
    weight            = 1
  }

  network_configuration {
    subnets          = values(aws_subnet.private)[*].id
    security_groups  = [aws_security_group.mailer.id]
    assign_public_ip = false
  }

  deployment_configuration {
    strategy             = "BLUE_GREEN"
    bake_time_in_minutes = "5"

    lifecycle_hook {
      target_type      = "AWS_LAMBDA"
      hook_target_arn  = data.aws_ssm_parameter.shared_release_gate.insecure_value
      role_arn         = data.aws_ssm_parameter.shared_release_gate_role.insecure_value
      lifecycle_stages = ["PRE_SCALE_UP", "POST_SCALE_UP"]
    }
  }

  alarms {
    alarm_names = [aws_cloudwatch_metric_alarm.rollback_queue_age["mailer"].alarm_name]
    enable      = true
    rollback    = false
  }

  # Auto scaling owns the count; desired_count is where it begins.
  lifecycle {
    ignore_changes = [desired_count]
  }

  depends_on = [
    aws_ecs_cluster_capacity_providers.main,
    aws_route.private_default,
    aws_route.public_default,
    aws_route_table_association.private,
    aws_route_table_association.public,
    aws_vpc_security_group_egress_rule.mailer_to_anywhere,
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
  container_definitions = jsonencode([{
    name      = "mqtt"
    image     = var.mqtt_image
    essential = true
    portMappings = [
      { name = "mqtt-1883", containerPort = 1883, protocol = "tcp" },
      { name = "mqtt-8883", containerPort = 8883, protocol = "tcp" },
    ]
    stopTimeout     = 30
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
  }])
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
  tags                 = { "longshore:service" = "mqtt" }

  capacity_provider_strategy {
    capacity_provider = "FARGATE"
    weight            = 1
  }

  network_configuration {
    subnets          = values(aws_subnet.private)[*].id
    security_groups  = [aws_security_group.mqtt.id]
    assign_public_ip = false
  }

  load_balancer {
    target_group_arn = aws_lb_target_group.mqtt_1883.arn
    container_name   = "mqtt"
    container_port   = 1883

    advanced_configuration {
      alternate_target_group_arn = aws_lb_target_group.mqtt_1883_alternate.arn
      production_listener_rule   = aws_lb_listener.mqtt_1883_tcp.arn
      role_arn                   = aws_iam_role.mqtt_traffic.arn
    }
  }

  load_balancer {
    target_group_arn = aws_lb_target_group.mqtt_8883.arn
    container_name   = "mqtt"
    container_port   = 8883

    advanced_configuration {
      alternate_target_group_arn = aws_lb_target_group.mqtt_8883_alternate.arn
      production_listener_rule   = aws_lb_listener.mqtt_8883_tls.arn
      role_arn                   = aws_iam_role.mqtt_traffic.arn
    }
  }

  deployment_configuration {
    strategy             = "CANARY"
    bake_time_in_minutes = "5"

    canary_configuration {
      canary_percent              = 5
      canary_bake_time_in_minutes = "10"
    }
  }

  depends_on = [
    aws_ecs_cluster_capacity_providers.main,
    aws_iam_role_policy.mqtt_traffic_move_traffic,
    aws_route.private_default,
    aws_route.public_default,
    aws_route_table_association.private,
    aws_route_table_association.public,
    aws_vpc_security_group_egress_rule.mqtt_load_balancer_1883,
    aws_vpc_security_group_egress_rule.mqtt_load_balancer_8883,
    aws_vpc_security_group_egress_rule.mqtt_to_anywhere,
    aws_vpc_security_group_ingress_rule.mqtt_from_load_balancer_1883,
    aws_vpc_security_group_ingress_rule.mqtt_from_load_balancer_8883,
  ]
}

resource "aws_ecs_task_definition" "orders" {
  family                   = "${local.name_prefix}-orders"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = 512
  memory                   = 1024
  execution_role_arn       = aws_iam_role.orders_execution.arn
  task_role_arn            = aws_iam_role.orders_task.arn
  container_definitions = jsonencode([{
    name            = "orders"
    image           = var.orders_image
    essential       = true
    portMappings    = [{ name = "orders", containerPort = 9000, protocol = "tcp" }]
    stopTimeout     = 30
    linuxParameters = { initProcessEnabled = true }
    logConfiguration = {
      logDriver = "awslogs"
      options = {
        awslogs-group         = aws_cloudwatch_log_group.services["orders"].name
        awslogs-region        = local.region
        awslogs-stream-prefix = "orders"
        mode                  = "non-blocking"
        max-buffer-size       = "25m"
      }
    }
  }])
  tags = { "longshore:service" = "orders" }

  runtime_platform {
    cpu_architecture        = "X86_64"
    operating_system_family = "LINUX"
  }

  depends_on = [
    aws_iam_role_policy.orders_execution_start_tasks,
    aws_iam_role_policy.orders_task_access,
  ]
}

resource "aws_ecs_service" "orders" {
  name                               = "${local.name_prefix}-orders"
  cluster                            = aws_ecs_cluster.main.name
  task_definition                    = aws_ecs_task_definition.orders.arn
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
  # Other services come after it.
  wait_for_steady_state = true
  tags                  = { "longshore:service" = "orders" }

  capacity_provider_strategy {
    capacity_provider = "FARGATE"
    weight            = 1
  }

  network_configuration {
    subnets          = values(aws_subnet.private)[*].id
    security_groups  = [aws_security_group.orders.id]
    assign_public_ip = false
  }

  service_registries {
    registry_arn = aws_service_discovery_service.orders.arn
  }

  service_connect_configuration {
    enabled   = true
    namespace = aws_service_discovery_private_dns_namespace.main.arn

    service {
      port_name      = "orders"
      discovery_name = "orders-sc"

      client_alias {
        dns_name = "orders"
        port     = 9000
      }
    }

    log_configuration {
      log_driver = "awslogs"
      options = {
        awslogs-group         = aws_cloudwatch_log_group.services["orders"].name
        awslogs-region        = local.region
        awslogs-stream-prefix = "service-connect"
        mode                  = "non-blocking"
        max-buffer-size       = "25m"
      }
    }
  }

  deployment_configuration {
    strategy             = "CANARY"
    bake_time_in_minutes = "5"

    canary_configuration {
      canary_percent              = 2.5
      canary_bake_time_in_minutes = "15"
    }
  }

  alarms {
    alarm_names = [aws_cloudwatch_metric_alarm.rollback_cpu["orders"].alarm_name]
    enable      = true
    rollback    = true
  }

  timeouts {
    create = "80m"
    update = "80m"
  }

  depends_on = [
    aws_ecs_cluster_capacity_providers.main,
    aws_route.private_default,
    aws_route.public_default,
    aws_route_table_association.private,
    aws_route_table_association.public,
    aws_vpc_security_group_egress_rule.orders_to_anywhere,
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
    name            = "store"
    image           = var.store_image
    essential       = true
    portMappings    = [{ name = "store", containerPort = 8080, protocol = "tcp" }]
    stopTimeout     = 30
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
  desired_count                      = 2
  platform_version                   = "LATEST"
  deployment_minimum_healthy_percent = 50
  deployment_maximum_percent         = 150
  health_check_grace_period_seconds  = 60
  availability_zone_rebalancing      = "DISABLED"
  enable_execute_command             = true
  enable_ecs_managed_tags            = true
  propagate_tags                     = "SERVICE"
  # Without it a change of capacity providers would replace the service.
  force_new_deployment = true
  tags                 = { "longshore:service" = "store" }

  capacity_provider_strategy {
    capacity_provider = "FARGATE"
    weight            = 1
  }

  network_configuration {
    subnets          = values(aws_subnet.private)[*].id
    security_groups  = [aws_security_group.store.id]
    assign_public_ip = false
  }

  load_balancer {
    target_group_arn = aws_lb_target_group.store.arn
    container_name   = "store"
    container_port   = 8080
  }

  deployment_configuration {
    strategy             = "ROLLING"
    bake_time_in_minutes = "5"
  }

  # The provider has no argument yet for threshold 5 tasks and reset by a healthy task: false; CloudFormation sets it.
  deployment_circuit_breaker {
    enable   = true
    rollback = true
  }

  alarms {
    alarm_names = [
      aws_cloudwatch_metric_alarm.rollback_errors["store"].alarm_name,
      aws_cloudwatch_metric_alarm.rollback_latency["store"].alarm_name,
      aws_cloudwatch_metric_alarm.rollback_memory["store"].alarm_name,
    ]
    enable   = true
    rollback = true
  }

  depends_on = [
    aws_ecs_cluster_capacity_providers.main,
    aws_ecs_service.orders,
    aws_lb_listener_rule.store_https,
    aws_route.private_default,
    aws_route.public_default,
    aws_route_table_association.private,
    aws_route_table_association.public,
    aws_vpc_security_group_egress_rule.store_load_balancer,
    aws_vpc_security_group_egress_rule.store_to_anywhere,
    aws_vpc_security_group_ingress_rule.store_from_load_balancer,
  ]
}
