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

resource "aws_ecs_task_definition" "retrospector" {
  family                   = "${local.name_prefix}-retrospector"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = 1024
  memory                   = 2048
  execution_role_arn       = aws_iam_role.retrospector_execution.arn
  task_role_arn            = aws_iam_role.retrospector_task.arn
  container_definitions = jsonencode([{
    name      = "retrospector"
    image     = var.retrospector_image
    essential = true
    command = [
      "sh",
      "-c",
      "echo \"item $ITEM, table $COMMIT_STATUS_TABLE, bucket $RESULTS_BUCKET\"",
    ]
    environment = [
      { name = "COMMIT_STATUS_TABLE", value = aws_dynamodb_table.commit_status_table.name },
      { name = "GIT_TOKEN_SECRET", value = "git-token" },
      { name = "RESULTS_BUCKET", value = aws_s3_bucket.results_bucket.bucket },
    ]
    stopTimeout     = 30
    linuxParameters = { initProcessEnabled = true }
    logConfiguration = {
      logDriver = "awslogs"
      options = {
        awslogs-group         = aws_cloudwatch_log_group.jobs["retrospector"].name
        awslogs-region        = local.region
        awslogs-stream-prefix = "retrospector"
        mode                  = "non-blocking"
        max-buffer-size       = "25m"
      }
    }
  }])
  tags = { "longshore:job" = "retrospector" }

  runtime_platform {
    cpu_architecture        = "X86_64"
    operating_system_family = "LINUX"
  }

  depends_on = [
    aws_iam_role_policy.retrospector_execution_start_tasks,
    aws_iam_role_policy.retrospector_task_access,
  ]
}
