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

resource "aws_iam_role" "admin_execution" {
  name               = "${local.name_prefix}-admin-execution"
  description        = "Starts the tasks of admin: image, logs and secrets"
  assume_role_policy = local.assumed_by_tasks
  tags               = { "longshore:service" = "admin" }
}

resource "aws_iam_role_policy" "admin_execution_start_tasks" {
  name = "start-tasks"
  role = aws_iam_role.admin_execution.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid      = "WriteLogs"
      Effect   = "Allow"
      Action   = ["logs:CreateLogStream", "logs:PutLogEvents"]
      Resource = ["${aws_cloudwatch_log_group.services["admin"].arn}:*"]
    }]
  })
}

resource "aws_iam_role" "admin_task" {
  name               = "${local.name_prefix}-admin-task"
  description        = "What the code of admin may do"
  assume_role_policy = local.assumed_by_tasks
  tags               = { "longshore:service" = "admin" }
}

resource "aws_iam_role_policy" "admin_task_access" {
  name = "access"
  role = aws_iam_role.admin_task.name
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

resource "aws_iam_role" "api_next_execution" {
  name               = "${local.name_prefix}-api-next-execution"
  description        = "Starts the tasks of api-next: image, logs and secrets"
  assume_role_policy = local.assumed_by_tasks
  tags               = { "longshore:service" = "api-next" }
}

resource "aws_iam_role_policy" "api_next_execution_start_tasks" {
  name = "start-tasks"
  role = aws_iam_role.api_next_execution.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid      = "WriteLogs"
      Effect   = "Allow"
      Action   = ["logs:CreateLogStream", "logs:PutLogEvents"]
      Resource = ["${aws_cloudwatch_log_group.services["api-next"].arn}:*"]
    }]
  })
}

resource "aws_iam_role" "api_next_task" {
  name               = "${local.name_prefix}-api-next-task"
  description        = "What the code of api-next may do"
  assume_role_policy = local.assumed_by_tasks
  tags               = { "longshore:service" = "api-next" }
}

resource "aws_iam_role_policy" "api_next_task_access" {
  name = "access"
  role = aws_iam_role.api_next_task.name
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

resource "aws_iam_role" "events_execution" {
  name               = "${local.name_prefix}-events-execution"
  description        = "Starts the tasks of events: image, logs and secrets"
  assume_role_policy = local.assumed_by_tasks
  tags               = { "longshore:service" = "events" }
}

resource "aws_iam_role_policy" "events_execution_start_tasks" {
  name = "start-tasks"
  role = aws_iam_role.events_execution.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid      = "WriteLogs"
      Effect   = "Allow"
      Action   = ["logs:CreateLogStream", "logs:PutLogEvents"]
      Resource = ["${aws_cloudwatch_log_group.services["events"].arn}:*"]
    }]
  })
}

resource "aws_iam_role" "events_task" {
  name               = "${local.name_prefix}-events-task"
  description        = "What the code of events may do"
  assume_role_policy = local.assumed_by_tasks
  tags               = { "longshore:service" = "events" }
}

resource "aws_iam_role_policy" "events_task_access" {
  name = "access"
  role = aws_iam_role.events_task.name
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

resource "aws_iam_role" "mqtt_execution" {
  name               = "${local.name_prefix}-mqtt-execution"
  description        = "Starts the tasks of mqtt: image, logs and secrets"
  assume_role_policy = local.assumed_by_tasks
  tags               = { "longshore:service" = "mqtt" }
}

resource "aws_iam_role_policy" "mqtt_execution_start_tasks" {
  name = "start-tasks"
  role = aws_iam_role.mqtt_execution.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid      = "WriteLogs"
      Effect   = "Allow"
      Action   = ["logs:CreateLogStream", "logs:PutLogEvents"]
      Resource = ["${aws_cloudwatch_log_group.services["mqtt"].arn}:*"]
    }]
  })
}

resource "aws_iam_role" "mqtt_task" {
  name               = "${local.name_prefix}-mqtt-task"
  description        = "What the code of mqtt may do"
  assume_role_policy = local.assumed_by_tasks
  tags               = { "longshore:service" = "mqtt" }
}

resource "aws_iam_role_policy" "mqtt_task_access" {
  name = "access"
  role = aws_iam_role.mqtt_task.name
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

resource "aws_iam_role" "store_execution" {
  name               = "${local.name_prefix}-store-execution"
  description        = "Starts the tasks of store: image, logs and secrets"
  assume_role_policy = local.assumed_by_tasks
  tags               = { "longshore:service" = "store" }
}

resource "aws_iam_role_policy" "store_execution_start_tasks" {
  name = "start-tasks"
  role = aws_iam_role.store_execution.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid      = "WriteLogs"
      Effect   = "Allow"
      Action   = ["logs:CreateLogStream", "logs:PutLogEvents"]
      Resource = ["${aws_cloudwatch_log_group.services["store"].arn}:*"]
    }]
  })
}

resource "aws_iam_role" "store_task" {
  name               = "${local.name_prefix}-store-task"
  description        = "What the code of store may do"
  assume_role_policy = local.assumed_by_tasks
  tags               = { "longshore:service" = "store" }
}

resource "aws_iam_role_policy" "store_task_access" {
  name = "access"
  role = aws_iam_role.store_task.name
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
