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

resource "aws_iam_role" "web_execution" {
  name               = "${local.name_prefix}-web-execution"
  description        = "Starts the tasks of web: image, logs and secrets"
  assume_role_policy = local.assumed_by_tasks
  tags               = { "longshore:service" = "web" }
}

resource "aws_iam_role_policy" "web_execution_start_tasks" {
  name = "start-tasks"
  role = aws_iam_role.web_execution.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid      = "WriteLogs"
      Effect   = "Allow"
      Action   = ["logs:CreateLogStream", "logs:PutLogEvents"]
      Resource = ["${aws_cloudwatch_log_group.services["web"].arn}:*"]
    }]
  })
}

resource "aws_iam_role" "web_task" {
  name               = "${local.name_prefix}-web-task"
  description        = "What the code of web may do"
  assume_role_policy = local.assumed_by_tasks
  tags               = { "longshore:service" = "web" }
}

resource "aws_iam_role_policy" "web_task_access" {
  name = "access"
  role = aws_iam_role.web_task.name
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
