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

resource "aws_ecs_task_definition" "delivery_worker" {
  family                   = "${local.name_prefix}-delivery-worker"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = 256
  memory                   = 512
  execution_role_arn       = aws_iam_role.delivery_worker_execution.arn
  task_role_arn            = aws_iam_role.delivery_worker_task.arn
  container_definitions = jsonencode([{
    name      = "delivery-worker"
    image     = "${aws_ecr_repository.services["delivery-worker"].repository_url}:${var.delivery_worker_image_tag}"
    essential = true
    environment = [
      { name = "DB_POOL_SIZE", value = "5" },
      { name = "DB_STATEMENT_TIMEOUT_MS", value = "15000" },
      { name = "ENVIRONMENT", value = "dev" },
      { name = "LOG_FORMAT", value = "json" },
      { name = "LOG_LEVEL", value = "info" },
      { name = "MAIL_FROM", value = "alerts@iot.example.com" },
      { name = "OTEL_ENABLED", value = "false" },
      { name = "POLL_INTERVAL_SECONDS", value = "2" },
      { name = "RETRY_BACKOFF", value = "30s" },
      { name = "RETRY_LIMIT", value = "8" },
      { name = "SMTP_HOST", value = "email-smtp.eu-west-1.amazonaws.com" },
      { name = "SMTP_PORT", value = "587" },
      { name = "TWILIO_ACCOUNT_SID", value = var.twilio_account_sid },
    ]
    secrets = [
      { name = "DATABASE_URL", valueFrom = aws_secretsmanager_secret.timescale_url.arn },
      { name = "SENTRY_DSN", valueFrom = aws_secretsmanager_secret.sentry_dsn.arn },
      { name = "SLACK_BOT_TOKEN", valueFrom = aws_secretsmanager_secret.slack_bot_token.arn },
      { name = "SMTP_PASSWORD", valueFrom = "${aws_secretsmanager_secret.smtp.arn}:password::" },
      { name = "SMTP_USERNAME", valueFrom = "${aws_secretsmanager_secret.smtp.arn}:username::" },
      { name = "TWILIO_AUTH_TOKEN", valueFrom = aws_secretsmanager_secret.twilio_auth_token.arn },
    ]
    stopTimeout     = 30
    linuxParameters = { initProcessEnabled = true }
    logConfiguration = {
      logDriver = "awslogs"
      options = {
        awslogs-group         = aws_cloudwatch_log_group.services["delivery-worker"].name
        awslogs-region        = local.region
        awslogs-stream-prefix = "delivery-worker"
        mode                  = "non-blocking"
        max-buffer-size       = "25m"
      }
    }
  }])
  tags = { "longshore:service" = "delivery-worker" }

  runtime_platform {
    cpu_architecture        = "X86_64"
    operating_system_family = "LINUX"
  }

  depends_on = [
    aws_iam_role_policy.delivery_worker_execution_start_tasks,
    aws_iam_role_policy.delivery_worker_task_access,
  ]
}

resource "aws_ecs_service" "delivery_worker" {
  name                               = "${local.name_prefix}-delivery-worker"
  cluster                            = aws_ecs_cluster.main.name
  task_definition                    = aws_ecs_task_definition.delivery_worker.arn
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
  tags                 = { "longshore:service" = "delivery-worker" }

  capacity_provider_strategy {
    capacity_provider = "FARGATE"
    weight            = 1
  }

  network_configuration {
    subnets          = values(aws_subnet.private)[*].id
    security_groups  = [aws_security_group.delivery_worker.id]
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
    aws_vpc_security_group_egress_rule.delivery_worker_to_anywhere,
  ]
}

resource "aws_ecs_task_definition" "dispatcher" {
  family                   = "${local.name_prefix}-dispatcher"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = 256
  memory                   = 512
  execution_role_arn       = aws_iam_role.dispatcher_execution.arn
  task_role_arn            = aws_iam_role.dispatcher_task.arn
  container_definitions = jsonencode([{
    name      = "dispatcher"
    image     = "${aws_ecr_repository.services["dispatcher"].repository_url}:${var.dispatcher_image_tag}"
    essential = true
    environment = [
      { name = "DB_POOL_SIZE", value = "5" },
      { name = "DB_STATEMENT_TIMEOUT_MS", value = "15000" },
      { name = "ENVIRONMENT", value = "dev" },
      { name = "LOG_FORMAT", value = "json" },
      { name = "LOG_LEVEL", value = "info" },
      { name = "MAX_IN_FLIGHT", value = "100" },
      { name = "OTEL_ENABLED", value = "false" },
      { name = "POLL_INTERVAL_SECONDS", value = "2" },
      { name = "WEBHOOK_RECEIVER_URL", value = "http://webhook-receiver.iot-dev.local:8080/hooks" },
    ]
    secrets = [
      { name = "DATABASE_URL", valueFrom = aws_secretsmanager_secret.timescale_url.arn },
      { name = "SENTRY_DSN", valueFrom = aws_secretsmanager_secret.sentry_dsn.arn },
    ]
    stopTimeout     = 30
    linuxParameters = { initProcessEnabled = true }
    logConfiguration = {
      logDriver = "awslogs"
      options = {
        awslogs-group         = aws_cloudwatch_log_group.services["dispatcher"].name
        awslogs-region        = local.region
        awslogs-stream-prefix = "dispatcher"
        mode                  = "non-blocking"
        max-buffer-size       = "25m"
      }
    }
  }])
  tags = { "longshore:service" = "dispatcher" }

  runtime_platform {
    cpu_architecture        = "X86_64"
    operating_system_family = "LINUX"
  }

  depends_on = [
    aws_iam_role_policy.dispatcher_execution_start_tasks,
    aws_iam_role_policy.dispatcher_task_access,
  ]
}

resource "aws_ecs_service" "dispatcher" {
  name                               = "${local.name_prefix}-dispatcher"
  cluster                            = aws_ecs_cluster.main.name
  task_definition                    = aws_ecs_task_definition.dispatcher.arn
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
  tags                 = { "longshore:service" = "dispatcher" }

  capacity_provider_strategy {
    capacity_provider = "FARGATE"
    weight            = 1
  }

  network_configuration {
    subnets          = values(aws_subnet.private)[*].id
    security_groups  = [aws_security_group.dispatcher.id]
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
    aws_vpc_security_group_egress_rule.dispatcher_to_anywhere,
    aws_vpc_security_group_ingress_rule.dispatcher_connects_webhook_receiver,
  ]
}

resource "aws_ecs_task_definition" "evaluator_iot" {
  family                   = "${local.name_prefix}-evaluator-iot"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = 256
  memory                   = 512
  execution_role_arn       = aws_iam_role.evaluator_iot_execution.arn
  task_role_arn            = aws_iam_role.evaluator_iot_task.arn
  container_definitions = jsonencode([{
    name         = "evaluator-iot"
    image        = "${aws_ecr_repository.services["evaluator-iot"].repository_url}:${var.evaluator_iot_image_tag}"
    essential    = true
    portMappings = [{ name = "evaluator-iot", containerPort = 8080, protocol = "tcp" }]
    environment = [
      { name = "DB_POOL_SIZE", value = "5" },
      { name = "DB_STATEMENT_TIMEOUT_MS", value = "15000" },
      { name = "ENVIRONMENT", value = "dev" },
      { name = "EVALUATION_WINDOW", value = "15m" },
      { name = "HEALTH_PORT", value = "8080" },
      { name = "LOG_FORMAT", value = "json" },
      { name = "LOG_LEVEL", value = "info" },
      { name = "OTEL_ENABLED", value = "false" },
      { name = "POLL_INTERVAL_SECONDS", value = "5" },
    ]
    secrets = [
      { name = "DATABASE_URL", valueFrom = aws_secretsmanager_secret.timescale_url.arn },
      { name = "SENTRY_DSN", valueFrom = aws_secretsmanager_secret.sentry_dsn.arn },
    ]
    healthCheck = {
      command = [
        "CMD",
        "python",
        "-c",
        "import urllib.request; urllib.request.urlopen('http://localhost:8080/healthz')",
      ]
      interval    = 10
      timeout     = 3
      retries     = 3
      startPeriod = 20
    }
    stopTimeout     = 30
    linuxParameters = { initProcessEnabled = true }
    logConfiguration = {
      logDriver = "awslogs"
      options = {
        awslogs-group         = aws_cloudwatch_log_group.services["evaluator-iot"].name
        awslogs-region        = local.region
        awslogs-stream-prefix = "evaluator-iot"
        mode                  = "non-blocking"
        max-buffer-size       = "25m"
      }
    }
  }])
  tags = { "longshore:service" = "evaluator-iot" }

  runtime_platform {
    cpu_architecture        = "X86_64"
    operating_system_family = "LINUX"
  }

  depends_on = [
    aws_iam_role_policy.evaluator_iot_execution_start_tasks,
    aws_iam_role_policy.evaluator_iot_task_access,
  ]
}

resource "aws_ecs_service" "evaluator_iot" {
  name                               = "${local.name_prefix}-evaluator-iot"
  cluster                            = aws_ecs_cluster.main.name
  task_definition                    = aws_ecs_task_definition.evaluator_iot.arn
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
  tags                 = { "longshore:service" = "evaluator-iot" }

  capacity_provider_strategy {
    capacity_provider = "FARGATE"
    weight            = 1
  }

  network_configuration {
    subnets          = values(aws_subnet.private)[*].id
    security_groups  = [aws_security_group.evaluator_iot.id]
    assign_public_ip = false
  }

  service_registries {
    registry_arn = aws_service_discovery_service.evaluator_iot.arn
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
    aws_vpc_security_group_egress_rule.evaluator_iot_to_anywhere,
  ]
}

resource "aws_ecs_task_definition" "ingest_iot" {
  family                   = "${local.name_prefix}-ingest-iot"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = 256
  memory                   = 512
  execution_role_arn       = aws_iam_role.ingest_iot_execution.arn
  task_role_arn            = aws_iam_role.ingest_iot_task.arn
  container_definitions = jsonencode([{
    name      = "ingest-iot"
    image     = "${aws_ecr_repository.services["ingest-iot"].repository_url}:${var.ingest_iot_image_tag}"
    essential = true
    environment = [
      { name = "BATCH_SIZE", value = "500" },
      { name = "DB_POOL_SIZE", value = "5" },
      { name = "DB_STATEMENT_TIMEOUT_MS", value = "15000" },
      { name = "ENVIRONMENT", value = "dev" },
      { name = "FLUSH_INTERVAL_MS", value = "1000" },
      { name = "LOG_FORMAT", value = "json" },
      { name = "LOG_LEVEL", value = "info" },
      { name = "MQTT_HOST", value = "mqtt.iot-dev.local" },
      { name = "MQTT_PORT", value = "1883" },
      { name = "MQTT_SHARED_GROUP", value = "ingest" },
      { name = "MQTT_TOPIC", value = "devices/+/telemetry" },
      { name = "OTEL_ENABLED", value = "false" },
    ]
    secrets = [
      { name = "DATABASE_URL", valueFrom = aws_secretsmanager_secret.timescale_url.arn },
      {
        name      = "MQTT_PASSWORD"
        valueFrom = "${aws_secretsmanager_secret.mqtt_credentials.arn}:password::"
      },
      {
        name      = "MQTT_USERNAME"
        valueFrom = "${aws_secretsmanager_secret.mqtt_credentials.arn}:username::"
      },
      { name = "SENTRY_DSN", valueFrom = aws_secretsmanager_secret.sentry_dsn.arn },
    ]
    stopTimeout     = 30
    linuxParameters = { initProcessEnabled = true }
    logConfiguration = {
      logDriver = "awslogs"
      options = {
        awslogs-group         = aws_cloudwatch_log_group.services["ingest-iot"].name
        awslogs-region        = local.region
        awslogs-stream-prefix = "ingest-iot"
        mode                  = "non-blocking"
        max-buffer-size       = "25m"
      }
    }
  }])
  tags = { "longshore:service" = "ingest-iot" }

  runtime_platform {
    cpu_architecture        = "X86_64"
    operating_system_family = "LINUX"
  }

  depends_on = [
    aws_iam_role_policy.ingest_iot_execution_start_tasks,
    aws_iam_role_policy.ingest_iot_task_access,
  ]
}

resource "aws_ecs_service" "ingest_iot" {
  name                               = "${local.name_prefix}-ingest-iot"
  cluster                            = aws_ecs_cluster.main.name
  task_definition                    = aws_ecs_task_definition.ingest_iot.arn
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
  tags                 = { "longshore:service" = "ingest-iot" }

  capacity_provider_strategy {
    capacity_provider = "FARGATE"
    weight            = 1
  }

  network_configuration {
    subnets          = values(aws_subnet.private)[*].id
    security_groups  = [aws_security_group.ingest_iot.id]
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
    aws_vpc_security_group_egress_rule.ingest_iot_to_anywhere,
    aws_vpc_security_group_ingress_rule.ingest_iot_connects_mqtt_1883,
    aws_vpc_security_group_ingress_rule.ingest_iot_connects_mqtt_8883,
  ]
}

resource "aws_ecs_task_definition" "keycloak" {
  family                   = "${local.name_prefix}-keycloak"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = 1024
  memory                   = 2048
  execution_role_arn       = aws_iam_role.keycloak_execution.arn
  task_role_arn            = aws_iam_role.keycloak_task.arn
  container_definitions = jsonencode([{
    name         = "keycloak"
    image        = var.keycloak_image
    essential    = true
    command      = ["start", "--http-enabled=true", "--proxy-headers=xforwarded"]
    portMappings = [{ name = "keycloak", containerPort = 8080, protocol = "tcp" }]
    environment = [
      { name = "KC_BOOTSTRAP_ADMIN_USERNAME", value = "admin" },
      { name = "KC_DB", value = "postgres" },
      {
        name  = "KC_DB_URL"
        value = "jdbc:postgresql://${data.aws_ssm_parameter.iot_database_keycloak_host.insecure_value}/keycloak"
      },
      { name = "KC_HEALTH_ENABLED", value = "true" },
      { name = "KC_HOSTNAME", value = "auth.iot.example.com" },
    ]
    secrets = [
      {
        name      = "KC_BOOTSTRAP_ADMIN_PASSWORD"
        valueFrom = aws_secretsmanager_secret.keycloak_admin_password.arn
      },
      {
        name      = "KC_DB_PASSWORD"
        valueFrom = "${aws_secretsmanager_secret.keycloak_db.arn}:password::"
      },
      {
        name      = "KC_DB_USERNAME"
        valueFrom = "${aws_secretsmanager_secret.keycloak_db.arn}:username::"
      },
    ]
    stopTimeout     = 30
    linuxParameters = { initProcessEnabled = true }
    logConfiguration = {
      logDriver = "awslogs"
      options = {
        awslogs-group         = aws_cloudwatch_log_group.services["keycloak"].name
        awslogs-region        = local.region
        awslogs-stream-prefix = "keycloak"
        mode                  = "non-blocking"
        max-buffer-size       = "25m"
      }
    }
  }])
  tags = { "longshore:service" = "keycloak" }

  runtime_platform {
    cpu_architecture        = "X86_64"
    operating_system_family = "LINUX"
  }

  depends_on = [
    aws_iam_role_policy.keycloak_execution_start_tasks,
    aws_iam_role_policy.keycloak_task_access,
  ]
}

resource "aws_ecs_service" "keycloak" {
  name                               = "${local.name_prefix}-keycloak"
  cluster                            = aws_ecs_cluster.main.name
  task_definition                    = aws_ecs_task_definition.keycloak.arn
  desired_count                      = 1
  platform_version                   = "LATEST"
  deployment_minimum_healthy_percent = 100
  deployment_maximum_percent         = 200
  health_check_grace_period_seconds  = 120
  availability_zone_rebalancing      = "ENABLED"
  enable_execute_command             = true
  enable_ecs_managed_tags            = true
  propagate_tags                     = "SERVICE"
  # Without it a change of capacity providers would replace the service.
  force_new_deployment = true
  tags                 = { "longshore:service" = "keycloak" }

  capacity_provider_strategy {
    capacity_provider = "FARGATE"
    weight            = 1
  }

  network_configuration {
    subnets          = values(aws_subnet.private)[*].id
    security_groups  = [aws_security_group.keycloak.id]
    assign_public_ip = false
  }

  load_balancer {
    target_group_arn = aws_lb_target_group.keycloak.arn
    container_name   = "keycloak"
    container_port   = 8080
  }

  service_registries {
    registry_arn = aws_service_discovery_service.keycloak.arn
  }

  deployment_circuit_breaker {
    enable   = true
    rollback = true
  }

  depends_on = [
    aws_ecs_cluster_capacity_providers.main,
    aws_lb_listener_rule.keycloak_https,
    aws_route.private_default,
    aws_route.public_default,
    aws_route_table_association.private,
    aws_route_table_association.public,
    aws_vpc_security_group_egress_rule.keycloak_load_balancer,
    aws_vpc_security_group_egress_rule.keycloak_to_anywhere,
    aws_vpc_security_group_ingress_rule.keycloak_from_load_balancer,
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
    mountPoints = [{
      sourceVolume  = "mosquitto-data"
      containerPath = "/mosquitto/data"
      readOnly      = false
    }]
    portMappings = [
      { name = "mqtt-1883", containerPort = 1883, protocol = "tcp" },
      { name = "mqtt-8883", containerPort = 8883, protocol = "tcp" },
    ]
    healthCheck = {
      command     = ["CMD-SHELL", "mosquitto_sub -t '$SYS/broker/uptime' -C 1 -W 3"]
      interval    = 15
      timeout     = 5
      retries     = 3
      startPeriod = 0
    }
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

  volume {
    name = "mosquitto-data"

    efs_volume_configuration {
      file_system_id     = aws_efs_file_system.mosquitto_data.id
      transit_encryption = "ENABLED"

      authorization_config {
        access_point_id = aws_efs_access_point.mqtt_mosquitto_data.id
        iam             = "ENABLED"
      }
    }
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
    subnets          = values(aws_subnet.public)[*].id
    security_groups  = [aws_security_group.mqtt.id]
    assign_public_ip = true
  }

  service_registries {
    registry_arn = aws_service_discovery_service.mqtt.arn
  }

  deployment_circuit_breaker {
    enable   = true
    rollback = true
  }

  depends_on = [
    aws_ecs_cluster_capacity_providers.main,
    aws_efs_mount_target.mosquitto_data,
    aws_route.private_default,
    aws_route.public_default,
    aws_route_table_association.private,
    aws_route_table_association.public,
    aws_vpc_security_group_egress_rule.mqtt_to_anywhere,
    aws_vpc_security_group_ingress_rule.mqtt_connects_mosquitto_data,
    aws_vpc_security_group_ingress_rule.mqtt_from_anywhere_1883,
    aws_vpc_security_group_ingress_rule.mqtt_from_anywhere_8883,
  ]
}

resource "aws_ecs_task_definition" "ops_worker" {
  family                   = "${local.name_prefix}-ops-worker"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = 256
  memory                   = 512
  execution_role_arn       = aws_iam_role.ops_worker_execution.arn
  task_role_arn            = aws_iam_role.ops_worker_task.arn
  container_definitions = jsonencode([{
    name      = "ops-worker"
    image     = "${aws_ecr_repository.services["ops-worker"].repository_url}:${var.ops_worker_image_tag}"
    essential = true
    environment = [
      { name = "DB_POOL_SIZE", value = "5" },
      { name = "DB_STATEMENT_TIMEOUT_MS", value = "15000" },
      { name = "ENVIRONMENT", value = "dev" },
      { name = "FIRMWARE_BUCKET", value = var.firmware_bucket },
      { name = "LOG_FORMAT", value = "json" },
      { name = "LOG_LEVEL", value = "info" },
      { name = "MQTT_HOST", value = "mqtt.iot-dev.local" },
      { name = "MQTT_PORT", value = "1883" },
      { name = "OTEL_ENABLED", value = "false" },
      { name = "POLL_INTERVAL_SECONDS", value = "10" },
      { name = "RETENTION_DAYS", value = "90" },
    ]
    secrets = [
      { name = "DATABASE_URL", valueFrom = aws_secretsmanager_secret.timescale_url.arn },
      {
        name      = "MQTT_PASSWORD"
        valueFrom = "${aws_secretsmanager_secret.mqtt_credentials.arn}:password::"
      },
      {
        name      = "MQTT_USERNAME"
        valueFrom = "${aws_secretsmanager_secret.mqtt_credentials.arn}:username::"
      },
      { name = "SENTRY_DSN", valueFrom = aws_secretsmanager_secret.sentry_dsn.arn },
    ]
    stopTimeout     = 30
    linuxParameters = { initProcessEnabled = true }
    logConfiguration = {
      logDriver = "awslogs"
      options = {
        awslogs-group         = aws_cloudwatch_log_group.services["ops-worker"].name
        awslogs-region        = local.region
        awslogs-stream-prefix = "ops-worker"
        mode                  = "non-blocking"
        max-buffer-size       = "25m"
      }
    }
  }])
  tags = { "longshore:service" = "ops-worker" }

  runtime_platform {
    cpu_architecture        = "X86_64"
    operating_system_family = "LINUX"
  }

  depends_on = [
    aws_iam_role_policy.ops_worker_execution_start_tasks,
    aws_iam_role_policy.ops_worker_task_access,
  ]
}

resource "aws_ecs_service" "ops_worker" {
  name                               = "${local.name_prefix}-ops-worker"
  cluster                            = aws_ecs_cluster.main.name
  task_definition                    = aws_ecs_task_definition.ops_worker.arn
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
  tags                 = { "longshore:service" = "ops-worker" }

  capacity_provider_strategy {
    capacity_provider = "FARGATE"
    weight            = 1
  }

  network_configuration {
    subnets          = values(aws_subnet.private)[*].id
    security_groups  = [aws_security_group.ops_worker.id]
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
    aws_vpc_security_group_egress_rule.ops_worker_to_anywhere,
    aws_vpc_security_group_ingress_rule.ops_worker_connects_mqtt_1883,
    aws_vpc_security_group_ingress_rule.ops_worker_connects_mqtt_8883,
  ]
}

resource "aws_ecs_task_definition" "provision_api" {
  family                   = "${local.name_prefix}-provision-api"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = 256
  memory                   = 512
  execution_role_arn       = aws_iam_role.provision_api_execution.arn
  task_role_arn            = aws_iam_role.provision_api_task.arn
  container_definitions = jsonencode([{
    name      = "provision-api"
    image     = "${aws_ecr_repository.services["provision-api"].repository_url}:${var.provision_api_image_tag}"
    essential = true
    command = [
      "uvicorn",
      "provision_api.main:app",
      "--host",
      "0.0.0.0",
      "--port",
      "8080",
      "--workers",
      "2",
    ]
    portMappings = [{ name = "provision-api", containerPort = 8080, protocol = "tcp" }]
    environment = [
      { name = "ALLOWED_ORIGINS", value = "https://iot.example.com" },
      { name = "CERTIFICATE_TTL_DAYS", value = "365" },
      { name = "DB_POOL_SIZE", value = "5" },
      { name = "DB_STATEMENT_TIMEOUT_MS", value = "15000" },
      { name = "ENVIRONMENT", value = "dev" },
      { name = "KEYCLOAK_REALM", value = "iot" },
      { name = "KEYCLOAK_URL", value = "http://keycloak.iot-dev.local:8080" },
      { name = "LOG_FORMAT", value = "json" },
      { name = "LOG_LEVEL", value = "info" },
      { name = "MQTT_HOST", value = "mqtt.iot-dev.local" },
      { name = "MQTT_PORT", value = "1883" },
      { name = "MQTT_PUBLIC_HOST", value = "mqtt.iot.example.com" },
      { name = "OIDC_AUDIENCE", value = "iot-api" },
      { name = "OTEL_ENABLED", value = "false" },
    ]
    secrets = [
      { name = "ADMIN_TOKEN", valueFrom = aws_secretsmanager_secret.provision_admin_token.arn },
      { name = "DATABASE_URL", valueFrom = aws_secretsmanager_secret.timescale_url.arn },
      {
        name      = "MQTT_PASSWORD"
        valueFrom = "${aws_secretsmanager_secret.mqtt_credentials.arn}:password::"
      },
      {
        name      = "MQTT_USERNAME"
        valueFrom = "${aws_secretsmanager_secret.mqtt_credentials.arn}:username::"
      },
      { name = "SENTRY_DSN", valueFrom = aws_secretsmanager_secret.sentry_dsn.arn },
    ]
    healthCheck = {
      command = [
        "CMD",
        "python",
        "-c",
        "import urllib.request; urllib.request.urlopen('http://localhost:8080/healthz')",
      ]
      interval    = 10
      timeout     = 3
      retries     = 3
      startPeriod = 20
    }
    stopTimeout     = 30
    linuxParameters = { initProcessEnabled = true }
    logConfiguration = {
      logDriver = "awslogs"
      options = {
        awslogs-group         = aws_cloudwatch_log_group.services["provision-api"].name
        awslogs-region        = local.region
        awslogs-stream-prefix = "provision-api"
        mode                  = "non-blocking"
        max-buffer-size       = "25m"
      }
    }
  }])
  tags = { "longshore:service" = "provision-api" }

  runtime_platform {
    cpu_architecture        = "X86_64"
    operating_system_family = "LINUX"
  }

  depends_on = [
    aws_iam_role_policy.provision_api_execution_start_tasks,
    aws_iam_role_policy.provision_api_task_access,
  ]
}

resource "aws_ecs_service" "provision_api" {
  name                               = "${local.name_prefix}-provision-api"
  cluster                            = aws_ecs_cluster.main.name
  task_definition                    = aws_ecs_task_definition.provision_api.arn
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
  tags                 = { "longshore:service" = "provision-api" }

  capacity_provider_strategy {
    capacity_provider = "FARGATE"
    weight            = 1
  }

  network_configuration {
    subnets          = values(aws_subnet.private)[*].id
    security_groups  = [aws_security_group.provision_api.id]
    assign_public_ip = false
  }

  load_balancer {
    target_group_arn = aws_lb_target_group.provision_api.arn
    container_name   = "provision-api"
    container_port   = 8080
  }

  service_registries {
    registry_arn = aws_service_discovery_service.provision_api.arn
  }

  deployment_circuit_breaker {
    enable   = true
    rollback = true
  }

  depends_on = [
    aws_ecs_cluster_capacity_providers.main,
    aws_lb_listener_rule.provision_api_https,
    aws_route.private_default,
    aws_route.public_default,
    aws_route_table_association.private,
    aws_route_table_association.public,
    aws_vpc_security_group_egress_rule.provision_api_load_balancer,
    aws_vpc_security_group_egress_rule.provision_api_to_anywhere,
    aws_vpc_security_group_ingress_rule.provision_api_connects_keycloak,
    aws_vpc_security_group_ingress_rule.provision_api_connects_mqtt_1883,
    aws_vpc_security_group_ingress_rule.provision_api_connects_mqtt_8883,
    aws_vpc_security_group_ingress_rule.provision_api_from_load_balancer,
  ]
}

resource "aws_ecs_task_definition" "subscription_worker" {
  family                   = "${local.name_prefix}-subscription-worker"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = 256
  memory                   = 512
  execution_role_arn       = aws_iam_role.subscription_worker_execution.arn
  task_role_arn            = aws_iam_role.subscription_worker_task.arn
  container_definitions = jsonencode([{
    name      = "subscription-worker"
    image     = "${aws_ecr_repository.services["subscription-worker"].repository_url}:${var.subscription_worker_image_tag}"
    essential = true
    environment = [
      { name = "BILLING_API_URL", value = "https://api.billing.example.com/v2" },
      { name = "DB_POOL_SIZE", value = "5" },
      { name = "DB_STATEMENT_TIMEOUT_MS", value = "15000" },
      { name = "ENVIRONMENT", value = "dev" },
      { name = "LOG_FORMAT", value = "json" },
      { name = "LOG_LEVEL", value = "info" },
      { name = "OTEL_ENABLED", value = "false" },
      { name = "POLL_INTERVAL_SECONDS", value = "60" },
      { name = "RENEWAL_LEAD_DAYS", value = "14" },
    ]
    secrets = [
      { name = "BILLING_API_KEY", valueFrom = aws_secretsmanager_secret.billing_api_key.arn },
      { name = "DATABASE_URL", valueFrom = aws_secretsmanager_secret.timescale_url.arn },
      { name = "SENTRY_DSN", valueFrom = aws_secretsmanager_secret.sentry_dsn.arn },
    ]
    stopTimeout     = 30
    linuxParameters = { initProcessEnabled = true }
    logConfiguration = {
      logDriver = "awslogs"
      options = {
        awslogs-group         = aws_cloudwatch_log_group.services["subscription-worker"].name
        awslogs-region        = local.region
        awslogs-stream-prefix = "subscription-worker"
        mode                  = "non-blocking"
        max-buffer-size       = "25m"
      }
    }
  }])
  tags = { "longshore:service" = "subscription-worker" }

  runtime_platform {
    cpu_architecture        = "X86_64"
    operating_system_family = "LINUX"
  }

  depends_on = [
    aws_iam_role_policy.subscription_worker_execution_start_tasks,
    aws_iam_role_policy.subscription_worker_task_access,
  ]
}

resource "aws_ecs_service" "subscription_worker" {
  name                               = "${local.name_prefix}-subscription-worker"
  cluster                            = aws_ecs_cluster.main.name
  task_definition                    = aws_ecs_task_definition.subscription_worker.arn
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
  tags                 = { "longshore:service" = "subscription-worker" }

  capacity_provider_strategy {
    capacity_provider = "FARGATE"
    weight            = 1
  }

  network_configuration {
    subnets          = values(aws_subnet.private)[*].id
    security_groups  = [aws_security_group.subscription_worker.id]
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
    aws_vpc_security_group_egress_rule.subscription_worker_to_anywhere,
  ]
}

resource "aws_ecs_task_definition" "ui_iot" {
  family                   = "${local.name_prefix}-ui-iot"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = 512
  memory                   = 1024
  execution_role_arn       = aws_iam_role.ui_iot_execution.arn
  task_role_arn            = aws_iam_role.ui_iot_task.arn
  container_definitions = jsonencode([{
    name         = "ui-iot"
    image        = "${aws_ecr_repository.services["ui-iot"].repository_url}:${var.ui_iot_image_tag}"
    essential    = true
    portMappings = [{ name = "ui-iot", containerPort = 8080, protocol = "tcp" }]
    environment = [
      { name = "DB_POOL_SIZE", value = "5" },
      { name = "DB_STATEMENT_TIMEOUT_MS", value = "15000" },
      { name = "ENVIRONMENT", value = "dev" },
      { name = "FEATURE_BULK_OPS", value = "false" },
      { name = "FEATURE_FLEET_MAP", value = "true" },
      { name = "KEYCLOAK_REALM", value = "iot" },
      { name = "KEYCLOAK_URL", value = "http://keycloak.iot-dev.local:8080" },
      { name = "LOG_FORMAT", value = "json" },
      { name = "LOG_LEVEL", value = "info" },
      { name = "OIDC_AUDIENCE", value = "iot-api" },
      { name = "OIDC_CLIENT_ID", value = "ui-iot" },
      { name = "OTEL_ENABLED", value = "false" },
      { name = "PROVISION_API_URL", value = "http://provision-api.iot-dev.local:8080" },
      { name = "PUBLIC_URL", value = "https://iot.example.com" },
      { name = "SESSION_TTL_SECONDS", value = "28800" },
    ]
    secrets = [
      { name = "DATABASE_URL", valueFrom = aws_secretsmanager_secret.timescale_url.arn },
      {
        name      = "OIDC_CLIENT_SECRET"
        valueFrom = aws_secretsmanager_secret.ui_oidc_client_secret.arn
      },
      { name = "SENTRY_DSN", valueFrom = aws_secretsmanager_secret.sentry_dsn.arn },
      { name = "SESSION_SECRET", valueFrom = aws_secretsmanager_secret.ui_session_secret.arn },
    ]
    healthCheck = {
      command     = ["CMD-SHELL", "curl -fsS http://localhost:8080/healthz || exit 1"]
      interval    = 10
      timeout     = 3
      retries     = 3
      startPeriod = 20
    }
    stopTimeout     = 30
    linuxParameters = { initProcessEnabled = true }
    logConfiguration = {
      logDriver = "awslogs"
      options = {
        awslogs-group         = aws_cloudwatch_log_group.services["ui-iot"].name
        awslogs-region        = local.region
        awslogs-stream-prefix = "ui-iot"
        mode                  = "non-blocking"
        max-buffer-size       = "25m"
      }
    }
  }])
  tags = { "longshore:service" = "ui-iot" }

  runtime_platform {
    cpu_architecture        = "X86_64"
    operating_system_family = "LINUX"
  }

  depends_on = [
    aws_iam_role_policy.ui_iot_execution_start_tasks,
    aws_iam_role_policy.ui_iot_task_access,
  ]
}

resource "aws_ecs_service" "ui_iot" {
  name                               = "${local.name_prefix}-ui-iot"
  cluster                            = aws_ecs_cluster.main.name
  task_definition                    = aws_ecs_task_definition.ui_iot.arn
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
  tags                 = { "longshore:service" = "ui-iot" }

  capacity_provider_strategy {
    capacity_provider = "FARGATE"
    weight            = 1
  }

  network_configuration {
    subnets          = values(aws_subnet.private)[*].id
    security_groups  = [aws_security_group.ui_iot.id]
    assign_public_ip = false
  }

  load_balancer {
    target_group_arn = aws_lb_target_group.ui_iot.arn
    container_name   = "ui-iot"
    container_port   = 8080
  }

  deployment_circuit_breaker {
    enable   = true
    rollback = true
  }

  depends_on = [
    aws_ecs_cluster_capacity_providers.main,
    aws_lb_listener_rule.ui_iot_https,
    aws_route.private_default,
    aws_route.public_default,
    aws_route_table_association.private,
    aws_route_table_association.public,
    aws_vpc_security_group_egress_rule.ui_iot_load_balancer,
    aws_vpc_security_group_egress_rule.ui_iot_to_anywhere,
    aws_vpc_security_group_ingress_rule.ui_iot_connects_keycloak,
    aws_vpc_security_group_ingress_rule.ui_iot_connects_provision_api,
    aws_vpc_security_group_ingress_rule.ui_iot_from_load_balancer,
  ]
}

resource "aws_ecs_task_definition" "webhook_receiver" {
  family                   = "${local.name_prefix}-webhook-receiver"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = 256
  memory                   = 512
  execution_role_arn       = aws_iam_role.webhook_receiver_execution.arn
  task_role_arn            = aws_iam_role.webhook_receiver_task.arn
  container_definitions = jsonencode([{
    name         = "webhook-receiver"
    image        = "${aws_ecr_repository.services["webhook-receiver"].repository_url}:${var.webhook_receiver_image_tag}"
    essential    = true
    portMappings = [{ name = "webhook-receiver", containerPort = 8080, protocol = "tcp" }]
    environment = [
      { name = "DB_POOL_SIZE", value = "5" },
      { name = "DB_STATEMENT_TIMEOUT_MS", value = "15000" },
      { name = "ENVIRONMENT", value = "dev" },
      { name = "LOG_FORMAT", value = "json" },
      { name = "LOG_LEVEL", value = "info" },
      { name = "MAX_BODY_BYTES", value = "1048576" },
      { name = "OTEL_ENABLED", value = "false" },
      { name = "RATE_LIMIT_PER_MINUTE", value = "600" },
    ]
    secrets = [
      { name = "DATABASE_URL", valueFrom = aws_secretsmanager_secret.timescale_url.arn },
      { name = "SENTRY_DSN", valueFrom = aws_secretsmanager_secret.sentry_dsn.arn },
      {
        name      = "WEBHOOK_SIGNING_SECRET"
        valueFrom = aws_secretsmanager_secret.webhook_signing_secret.arn
      },
    ]
    healthCheck = {
      command = [
        "CMD",
        "python",
        "-c",
        "import urllib.request; urllib.request.urlopen('http://localhost:8080/healthz')",
      ]
      interval    = 10
      timeout     = 3
      retries     = 3
      startPeriod = 20
    }
    stopTimeout     = 30
    linuxParameters = { initProcessEnabled = true }
    logConfiguration = {
      logDriver = "awslogs"
      options = {
        awslogs-group         = aws_cloudwatch_log_group.services["webhook-receiver"].name
        awslogs-region        = local.region
        awslogs-stream-prefix = "webhook-receiver"
        mode                  = "non-blocking"
        max-buffer-size       = "25m"
      }
    }
  }])
  tags = { "longshore:service" = "webhook-receiver" }

  runtime_platform {
    cpu_architecture        = "X86_64"
    operating_system_family = "LINUX"
  }

  depends_on = [
    aws_iam_role_policy.webhook_receiver_execution_start_tasks,
    aws_iam_role_policy.webhook_receiver_task_access,
  ]
}

resource "aws_ecs_service" "webhook_receiver" {
  name                               = "${local.name_prefix}-webhook-receiver"
  cluster                            = aws_ecs_cluster.main.name
  task_definition                    = aws_ecs_task_definition.webhook_receiver.arn
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
  tags                 = { "longshore:service" = "webhook-receiver" }

  capacity_provider_strategy {
    capacity_provider = "FARGATE"
    weight            = 1
  }

  network_configuration {
    subnets          = values(aws_subnet.private)[*].id
    security_groups  = [aws_security_group.webhook_receiver.id]
    assign_public_ip = false
  }

  load_balancer {
    target_group_arn = aws_lb_target_group.webhook_receiver.arn
    container_name   = "webhook-receiver"
    container_port   = 8080
  }

  service_registries {
    registry_arn = aws_service_discovery_service.webhook_receiver.arn
  }

  deployment_circuit_breaker {
    enable   = true
    rollback = true
  }

  depends_on = [
    aws_ecs_cluster_capacity_providers.main,
    aws_lb_listener_rule.webhook_receiver_https,
    aws_route.private_default,
    aws_route.public_default,
    aws_route_table_association.private,
    aws_route_table_association.public,
    aws_vpc_security_group_egress_rule.webhook_receiver_load_balancer,
    aws_vpc_security_group_egress_rule.webhook_receiver_to_anywhere,
    aws_vpc_security_group_ingress_rule.webhook_receiver_from_load_balancer,
  ]
}
