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
    Statement = [
      {
        Sid    = "SendTraces"
        Effect = "Allow"
        Action = [
          "xray:GetSamplingRules",
          "xray:GetSamplingStatisticSummaries",
          "xray:GetSamplingTargets",
          "xray:PutTelemetryRecords",
          "xray:PutTraceSegments",
        ]
        # The xray actions that send traces support no resources.
        Resource = ["*"]
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

resource "aws_iam_role" "audit_execution" {
  name               = "${local.name_prefix}-audit-execution"
  description        = "Starts the tasks of audit: image, logs and secrets"
  assume_role_policy = local.assumed_by_tasks
  tags               = { "longshore:service" = "audit" }
}

resource "aws_iam_role_policy" "audit_execution_start_tasks" {
  name = "start-tasks"
  role = aws_iam_role.audit_execution.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid      = "WriteLogs"
      Effect   = "Allow"
      Action   = ["logs:CreateLogStream", "logs:PutLogEvents"]
      Resource = ["${aws_cloudwatch_log_group.services["audit"].arn}:*"]
    }]
  })
}

resource "aws_iam_role" "audit_task" {
  name               = "${local.name_prefix}-audit-task"
  description        = "What the code of audit may do"
  assume_role_policy = local.assumed_by_tasks
  tags               = { "longshore:service" = "audit" }
}

resource "aws_iam_role_policy" "audit_task_access" {
  name = "access"
  role = aws_iam_role.audit_task.name
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
    Statement = [
      {
        Sid      = "WriteLogs"
        Effect   = "Allow"
        Action   = ["logs:CreateLogStream", "logs:PutLogEvents"]
        Resource = ["${aws_cloudwatch_log_group.services["worker"].arn}:*"]
      },
      {
        Sid    = "ReadSecrets"
        Effect = "Allow"
        Action = ["secretsmanager:GetSecretValue"]
        Resource = [
          "arn:${local.partition}:secretsmanager:${local.region}:${local.account_id}:secret:datadog-??????",
        ]
      },
    ]
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
        Sid    = "SendTraces"
        Effect = "Allow"
        Action = [
          "xray:GetSamplingRules",
          "xray:GetSamplingStatisticSummaries",
          "xray:GetSamplingTargets",
          "xray:PutTelemetryRecords",
          "xray:PutTraceSegments",
        ]
        # The xray actions that send traces support no resources.
        Resource = ["*"]
      },
      {
        Sid    = "SendMetrics"
        Effect = "Allow"
        Action = [
          "logs:CreateLogGroup",
          "logs:CreateLogStream",
          "logs:DescribeLogStreams",
          "logs:PutLogEvents",
        ]
        Resource = [
          "arn:${local.partition}:logs:${local.region}:${local.account_id}:log-group:/aws/ecs/application/metrics",
          "arn:${local.partition}:logs:${local.region}:${local.account_id}:log-group:/aws/ecs/application/metrics:*",
        ]
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
