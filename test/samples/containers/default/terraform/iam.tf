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
    Statement = [
      {
        Sid      = "WriteLogs"
        Effect   = "Allow"
        Action   = ["logs:CreateLogStream", "logs:PutLogEvents"]
        Resource = ["${aws_cloudwatch_log_group.services["api"].arn}:*"]
      },
      {
        Sid    = "ReadParameters"
        Effect = "Allow"
        Action = ["ssm:GetParameter", "ssm:GetParameters"]
        Resource = [
          "arn:${local.partition}:ssm:${local.region}:${local.account_id}:parameter/depot/key",
        ]
      },
      {
        Sid    = "ReadSecrets"
        Effect = "Allow"
        Action = ["secretsmanager:GetSecretValue"]
        Resource = [
          "arn:${local.partition}:secretsmanager:${local.region}:${local.account_id}:secret:depot/db-??????",
          "arn:${local.partition}:secretsmanager:${local.region}:${local.account_id}:secret:depot/licence-??????",
        ]
      },
      {
        Sid    = "ReadFiles"
        Effect = "Allow"
        Action = ["s3:GetObject"]
        Resource = [
          "${aws_s3_bucket.files.arn}/api.env",
          "arn:${local.partition}:s3:::shared-settings/common.env",
          "${aws_s3_bucket.files.arn}/agent.env",
        ]
      },
      {
        Sid      = "FindFiles"
        Effect   = "Allow"
        Action   = ["s3:GetBucketLocation"]
        Resource = [aws_s3_bucket.files.arn, "arn:${local.partition}:s3:::shared-settings"]
      },
    ]
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
        Sid      = "Mountarchive"
        Effect   = "Allow"
        Action   = ["elasticfilesystem:ClientMount"]
        Resource = [aws_efs_file_system.shared.arn]
        Condition = {
          StringEquals = {
            "elasticfilesystem:AccessPointArn" = "arn:${local.partition}:elasticfilesystem:${local.region}:${local.account_id}:access-point/fsap-0a1b2c3d4e5f60718"
          }
        }
      },
      {
        Sid      = "Mountshared"
        Effect   = "Allow"
        Action   = ["elasticfilesystem:ClientMount", "elasticfilesystem:ClientWrite"]
        Resource = [aws_efs_file_system.shared.arn]
        Condition = {
          StringEquals = {
            "elasticfilesystem:AccessPointArn" = aws_efs_access_point.api_shared.arn
          }
        }
      },
    ]
  })
}

resource "aws_iam_role" "legacy_execution" {
  name               = "${local.name_prefix}-legacy-execution"
  description        = "Starts the tasks of legacy: image, logs and secrets"
  assume_role_policy = local.assumed_by_tasks
  tags               = { "longshore:service" = "legacy" }
}

resource "aws_iam_role_policy" "legacy_execution_start_tasks" {
  name = "start-tasks"
  role = aws_iam_role.legacy_execution.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid      = "WriteLogs"
      Effect   = "Allow"
      Action   = ["logs:CreateLogStream", "logs:PutLogEvents"]
      Resource = ["${aws_cloudwatch_log_group.services["legacy"].arn}:*"]
    }]
  })
}

resource "aws_iam_role" "legacy_task" {
  name               = "${local.name_prefix}-legacy-task"
  description        = "What the code of legacy may do"
  assume_role_policy = local.assumed_by_tasks
  tags               = { "longshore:service" = "legacy" }
}

resource "aws_iam_role_policy" "legacy_task_access" {
  name = "access"
  role = aws_iam_role.legacy_task.name
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
