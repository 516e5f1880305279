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
  cpu                      = 1024
  memory                   = 2048
  execution_role_arn       = aws_iam_role.api_execution.arn
  task_role_arn            = aws_iam_role.api_task.arn
  container_definitions = jsonencode([
    {
      name                   = "api"
      image                  = var.api_image
      essential              = true
      entryPoint             = ["/usr/bin/tini", "--"]
      command                = ["node", "server.js"]
      user                   = "1000:1000"
      workingDirectory       = "/app"
      readonlyRootFilesystem = true
      ulimits                = [{ name = "nofile", softLimit = 65536, hardLimit = 1048576 }]
      dockerLabels           = { "com.example.team" = "depot" }
      dependsOn = [
        { containerName = "agent", condition = "HEALTHY" },
        { containerName = "setup", condition = "SUCCESS" },
      ]
      mountPoints = [
        { sourceVolume = "archive", containerPath = "/archive", readOnly = true },
        { sourceVolume = "cache", containerPath = "/var/cache", readOnly = false },
        { sourceVolume = "legacy", containerPath = "/legacy", readOnly = false },
        { sourceVolume = "shared", containerPath = "/shared", readOnly = false },
      ]
      portMappings = [{ name = "api", containerPort = 8080, protocol = "tcp" }]
      environment  = [{ name = "LEVEL", value = "info" }]
      environmentFiles = [
        { type = "s3", value = "${aws_s3_bucket.files.arn}/api.env" },
        { type = "s3", value = "arn:${local.partition}:s3:::shared-settings/common.env" },
      ]
      secrets = [
        {
          name      = "DATABASE_URL"
          valueFrom = "arn:${local.partition}:secretsmanager:${local.region}:${local.account_id}:secret:depot/db:url::"
        },
        {
          name      = "KEY"
          valueFrom = "arn:${local.partition}:ssm:${local.region}:${local.account_id}:parameter/depot/key"
        },
        {
          name      = "LICENCE"
          valueFrom = "arn:${local.partition}:secretsmanager:${local.region}:${local.account_id}:secret:depot/licence:::11111111-2222-3333-4444-555555555555"
        },
        {
          name      = "OLD_PASSWORD"
          valueFrom = "arn:${local.partition}:secretsmanager:${local.region}:${local.account_id}:secret:depot/db:password:AWSPREVIOUS:"
        },
      ]
      healthCheck = {
        command     = ["CMD", "/healthcheck"]
        interval    = 15
        timeout     = 5
        retries     = 3
        startPeriod = 30
      }
      stopTimeout  = 90
      startTimeout = 60
      restartPolicy = {
        enabled              = true
        ignoredExitCodes     = [0, 143]
        restartAttemptPeriod = 180
      }
      linuxParameters = {
        initProcessEnabled = true
        capabilities = {
          add  = ["SYS_PTRACE"]
          drop = ["ALL"]
        }
        tmpfs = [
          { containerPath = "/run", size = 16 },
          { containerPath = "/tmp", size = 256, mountOptions = ["noexec", "nosuid"] },
        ]
      }
      systemControls = [
        { namespace = "net.core.somaxconn", value = "1024" },
        { namespace = "net.ipv4.tcp_keepalive_time", value = "120" },
      ]
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
      name              = "agent"
      image             = var.api_agent_image
      essential         = true
      cpu               = 128
      memory            = 256
      memoryReservation = 128
      user              = "10001"
      ulimits           = [{ name = "nofile", softLimit = 4096, hardLimit = 4096 }]
      dockerLabels      = { "com.example.team" = "platform" }
      mountPoints       = [{ sourceVolume = "cache", containerPath = "/cache", readOnly = true }]
      portMappings = [
        { name = "agent-4317", containerPort = 4317, protocol = "tcp" },
        { name = "agent-4318", containerPort = 4318, protocol = "tcp" },
        { name = "agent-8125", containerPort = 8125, protocol = "udp" },
      ]
      environmentFiles = [{ type = "s3", value = "${aws_s3_bucket.files.arn}/agent.env" }]
      healthCheck = {
        command     = ["CMD", "/healthcheck"]
        interval    = 30
        timeout     = 5
        retries     = 3
        startPeriod = 0
      }
      stopTimeout  = 10
      startTimeout = 30
      restartPolicy = {
        enabled              = true
        restartAttemptPeriod = 300
      }
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
      name            = "setup"
      image           = var.api_setup_image
      essential       = false
      command         = ["mkdir", "-p", "/var/cache/pages"]
      mountPoints     = [{ sourceVolume = "cache", containerPath = "/var/cache", readOnly = false }]
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
    },
  ])
  tags = { "longshore:service" = "api" }

  runtime_platform {
    cpu_architecture        = "ARM64"
    operating_system_family = "LINUX"
  }

  ephemeral_storage {
    size_in_gib = 40
  }

  volume {
    name = "archive"

    efs_volume_configuration {
      file_system_id     = aws_efs_file_system.shared.id
      transit_encryption = "ENABLED"

      authorization_config {
        access_point_id = "fsap-0a1b2c3d4e5f60718"
        iam             = "ENABLED"
      }
    }
  }

  volume {
    name = "cache"
  }

  volume {
    name = "legacy"

    efs_volume_configuration {
      file_system_id     = aws_efs_file_system.shared.id
      transit_encryption = "ENABLED"

      authorization_config {
        access_point_id = aws_efs_access_point.api_legacy.id
        iam             = "DISABLED"
      }
    }
  }

  volume {
    name = "shared"

    efs_volume_configuration {
      file_system_id     = aws_efs_file_system.shared.id
      transit_encryption = "ENABLED"

      authorization_config {
        access_point_id = aws_efs_access_point.api_shared.id
        iam             = "ENABLED"
      }
    }
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
  enable_execute_command             = false
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
    aws_efs_mount_target.shared,
    aws_lb_listener_rule.api_http,
    aws_route.private_default,
    aws_route.public_default,
    aws_route_table_association.private,
    aws_route_table_association.public,
    aws_vpc_security_group_egress_rule.api_load_balancer,
    aws_vpc_security_group_egress_rule.api_to_anywhere,
    aws_vpc_security_group_ingress_rule.api_connects_shared,
    aws_vpc_security_group_ingress_rule.api_from_load_balancer,
  ]
}

resource "aws_ecs_task_definition" "legacy" {
  family                   = "${local.name_prefix}-legacy"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = 2048
  memory                   = 4096
  execution_role_arn       = aws_iam_role.legacy_execution.arn
  task_role_arn            = aws_iam_role.legacy_task.arn
  container_definitions = jsonencode([{
    name         = "legacy"
    image        = var.legacy_image
    essential    = true
    user         = "ContainerUser"
    portMappings = [{ name = "legacy", containerPort = 80, protocol = "tcp" }]
    stopTimeout  = 30
    logConfiguration = {
      logDriver = "awslogs"
      options = {
        awslogs-group         = aws_cloudwatch_log_group.services["legacy"].name
        awslogs-region        = local.region
        awslogs-stream-prefix = "legacy"
        mode                  = "non-blocking"
        max-buffer-size       = "25m"
      }
    }
  }])
  tags = { "longshore:service" = "legacy" }

  runtime_platform {
    cpu_architecture        = "X86_64"
    operating_system_family = "WINDOWS_SERVER_2022_CORE"
  }

  depends_on = [
    aws_iam_role_policy.legacy_execution_start_tasks,
    aws_iam_role_policy.legacy_task_access,
  ]
}

resource "aws_ecs_service" "legacy" {
  name                               = "${local.name_prefix}-legacy"
  cluster                            = aws_ecs_cluster.main.name
  task_definition                    = aws_ecs_task_definition.legacy.arn
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
  tags                 = { "longshore:service" = "legacy" }

  capacity_provider_strategy {
    capacity_provider = "FARGATE"
    weight            = 1
  }

  network_configuration {
    subnets          = values(aws_subnet.private)[*].id
    security_groups  = [aws_security_group.legacy.id]
    assign_public_ip = false
  }

  service_registries {
    registry_arn = aws_service_discovery_service.legacy.arn
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
    aws_vpc_security_group_egress_rule.legacy_to_anywhere,
  ]
}
