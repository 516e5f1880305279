locals {
  assumed_by_tasks = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "AssumedByTasks"
      Effect    = "Allow"
      Principal = { Service = "ecs-tasks.amazonaws.com" }
      Action    = ["sts:AssumeRole"]
      Condition = {
        StringEquals = { "aws:SourceAccount" = local.account_id }
        ArnLike = {
          "aws:SourceArn" = "arn:${local.partition}:ecs:${local.region}:${local.account_id}:*"
        }
      }
    }]
  })
}

resource "aws_iam_role" "api_execution" {
  name               = "${local.name_prefix}-api-execution"
  description        = "Starts the tasks of api: image, logs and secrets"
  assume_role_policy = local.assumed_by_tasks
  tags               = { "longshore:service" = "api" }
}

resource "aws_iam_role_policy" "api_execution_start_tasks" {
  name = "start-tasks"
  role = aws_iam_role.api_execution.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid      = "WriteLogs"
      Effect   = "Allow"
      Action   = ["logs:CreateLogStream", "logs:PutLogEvents"]
      Resource = ["${aws_cloudwatch_log_group.services["api"].arn}:*"]
    }]
  })
}

resource "aws_iam_role" "api_task" {
  name               = "${local.name_prefix}-api-task"
  description        = "What the code of api may do"
  assume_role_policy = local.assumed_by_tasks
  tags               = { "longshore:service" = "api" }
}

resource "aws_iam_role_policy" "api_task_access" {
  name = "access"
  role = aws_iam_role.api_task.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid    = "OpenShell"
      Effect = "Allow"
      Action = [
        "ssmmessages:CreateControlChannel",
        "ssmmessages:CreateDataChannel",
        "ssmmessages:OpenControlChannel",
        "ssmmessages:OpenDataChannel",
      ]
      # The ssmmessages actions of ECS Exec support no resources.
      Resource = ["*"]
    }]
  })
}

resource "aws_iam_role" "encoder_execution" {
  name               = "${local.name_prefix}-encoder-execution"
  description        = "Starts the tasks of encoder: image, logs and secrets"
  assume_role_policy = local.assumed_by_tasks
  tags               = { "longshore:service" = "encoder" }
}

resource "aws_iam_role_policy" "encoder_execution_start_tasks" {
  name = "start-tasks"
  role = aws_iam_role.encoder_execution.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid      = "WriteLogs"
      Effect   = "Allow"
      Action   = ["logs:CreateLogStream", "logs:PutLogEvents"]
      Resource = ["${aws_cloudwatch_log_group.services["encoder"].arn}:*"]
    }]
  })
}

resource "aws_iam_role" "encoder_task" {
  name               = "${local.name_prefix}-encoder-task"
  description        = "What the code of encoder may do"
  assume_role_policy = local.assumed_by_tasks
  tags               = { "longshore:service" = "encoder" }
}

resource "aws_iam_role_policy" "encoder_task_access" {
  name = "access"
  role = aws_iam_role.encoder_task.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid    = "OpenShell"
      Effect = "Allow"
      Action = [
        "ssmmessages:CreateControlChannel",
        "ssmmessages:CreateDataChannel",
        "ssmmessages:OpenControlChannel",
        "ssmmessages:OpenDataChannel",
      ]
      # The ssmmessages actions of ECS Exec support no resources.
      Resource = ["*"]
    }]
  })
}

resource "aws_iam_role" "office_execution" {
  name               = "${local.name_prefix}-office-execution"
  description        = "Starts the tasks of office: image, logs and secrets"
  assume_role_policy = local.assumed_by_tasks
  tags               = { "longshore:service" = "office" }
}

resource "aws_iam_role_policy" "office_execution_start_tasks" {
  name = "start-tasks"
  role = aws_iam_role.office_execution.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid      = "WriteLogs"
      Effect   = "Allow"
      Action   = ["logs:CreateLogStream", "logs:PutLogEvents"]
      Resource = ["${aws_cloudwatch_log_group.services["office"].arn}:*"]
    }]
  })
}

resource "aws_iam_role" "office_task" {
  name               = "${local.name_prefix}-office-task"
  description        = "What the code of office may do"
  assume_role_policy = local.assumed_by_tasks
  tags               = { "longshore:service" = "office" }
}

resource "aws_iam_role_policy" "office_task_access" {
  name = "access"
  role = aws_iam_role.office_task.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid    = "OpenShell"
      Effect = "Allow"
      Action = [
        "ssmmessages:CreateControlChannel",
        "ssmmessages:CreateDataChannel",
        "ssmmessages:OpenControlChannel",
        "ssmmessages:OpenDataChannel",
      ]
      # The ssmmessages actions of ECS Exec support no resources.
      Resource = ["*"]
    }]
  })
}

resource "aws_iam_role" "sessions_execution" {
  name               = "${local.name_prefix}-sessions-execution"
  description        = "Starts the tasks of sessions: image, logs and secrets"
  assume_role_policy = local.assumed_by_tasks
  tags               = { "longshore:service" = "sessions" }
}

resource "aws_iam_role_policy" "sessions_execution_start_tasks" {
  name = "start-tasks"
  role = aws_iam_role.sessions_execution.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid      = "WriteLogs"
      Effect   = "Allow"
      Action   = ["logs:CreateLogStream", "logs:PutLogEvents"]
      Resource = ["${aws_cloudwatch_log_group.services["sessions"].arn}:*"]
    }]
  })
}

resource "aws_iam_role" "sessions_task" {
  name               = "${local.name_prefix}-sessions-task"
  description        = "What the code of sessions may do"
  assume_role_policy = local.assumed_by_tasks
  tags               = { "longshore:service" = "sessions" }
}

resource "aws_iam_role_policy" "sessions_task_access" {
  name = "access"
  role = aws_iam_role.sessions_task.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid    = "OpenShell"
      Effect = "Allow"
      Action = [
        "ssmmessages:CreateControlChannel",
        "ssmmessages:CreateDataChannel",
        "ssmmessages:OpenControlChannel",
        "ssmmessages:OpenDataChannel",
      ]
      # The ssmmessages actions of ECS Exec support no resources.
      Resource = ["*"]
    }]
  })
}

resource "aws_iam_role" "worker_execution" {
  name               = "${local.name_prefix}-worker-execution"
  description        = "Starts the tasks of worker: image, logs and secrets"
  assume_role_policy = local.assumed_by_tasks
  tags               = { "longshore:service" = "worker" }
}

resource "aws_iam_role_policy" "worker_execution_start_tasks" {
  name = "start-tasks"
  role = aws_iam_role.worker_execution.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid      = "WriteLogs"
      Effect   = "Allow"
      Action   = ["logs:CreateLogStream", "logs:PutLogEvents"]
      Resource = ["${aws_cloudwatch_log_group.services["worker"].arn}:*"]
    }]
  })
}

resource "aws_iam_role" "worker_task" {
  name               = "${local.name_prefix}-worker-task"
  description        = "What the code of worker may do"
  assume_role_policy = local.assumed_by_tasks
  tags               = { "longshore:service" = "worker" }
}

resource "aws_iam_role_policy" "worker_task_access" {
  name = "access"
  role = aws_iam_role.worker_task.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid    = "ConsumeJobs"
        Effect = "Allow"
        Action = [
          "sqs:ChangeMessageVisibility",
          "sqs:DeleteMessage",
          "sqs:GetQueueAttributes",
          "sqs:GetQueueUrl",
          "sqs:ReceiveMessage",
        ]
        Resource = [aws_sqs_queue.jobs.arn]
      },
      {
        Sid    = "OpenShell"
        Effect = "Allow"
        Action = [
          "ssmmessages:CreateControlChannel",
          "ssmmessages:CreateDataChannel",
          "ssmmessages:OpenControlChannel",
          "ssmmessages:OpenDataChannel",
        ]
        # The ssmmessages actions of ECS Exec support no resources.
        Resource = ["*"]
      },
    ]
  })
}
