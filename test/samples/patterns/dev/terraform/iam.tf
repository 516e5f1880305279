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

resource "aws_iam_role" "app_api_execution" {
  name               = "${local.name_prefix}-app-api-execution"
  description        = "Starts the tasks of app-api: image, logs and secrets"
  assume_role_policy = local.assumed_by_tasks
  tags               = { "longshore:service" = "app-api" }
}

resource "aws_iam_role_policy" "app_api_execution_start_tasks" {
  name = "start-tasks"
  role = aws_iam_role.app_api_execution.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid    = "LogInToRegistry"
        Effect = "Allow"
        Action = ["ecr:GetAuthorizationToken"]
        # ecr:GetAuthorizationToken supports no resources.
        Resource = ["*"]
      },
      {
        Sid    = "PullImage"
        Effect = "Allow"
        Action = [
          "ecr:BatchCheckLayerAvailability",
          "ecr:BatchGetImage",
          "ecr:GetDownloadUrlForLayer",
        ]
        Resource = [
          "arn:${local.partition}:ecr:${split(".", data.aws_ssm_parameter.agents_dev_app_api_repository_uri.insecure_value)[3]}:${split(".", data.aws_ssm_parameter.agents_dev_app_api_repository_uri.insecure_value)[0]}:repository/${split(".amazonaws.com/", data.aws_ssm_parameter.agents_dev_app_api_repository_uri.insecure_value)[1]}",
        ]
      },
      {
        Sid      = "WriteLogs"
        Effect   = "Allow"
        Action   = ["logs:CreateLogStream", "logs:PutLogEvents"]
        Resource = ["${aws_cloudwatch_log_group.services["app-api"].arn}:*"]
      },
    ]
  })
}

resource "aws_iam_role" "app_api_task" {
  name               = "${local.name_prefix}-app-api-task"
  description        = "What the code of app-api may do"
  assume_role_policy = local.assumed_by_tasks
  tags               = { "longshore:service" = "app-api" }
}

resource "aws_iam_role_policy" "app_api_task_access" {
  name = "access"
  role = aws_iam_role.app_api_task.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid      = "ReadApiSecret"
        Effect   = "Allow"
        Action   = ["secretsmanager:DescribeSecret", "secretsmanager:GetSecretValue"]
        Resource = [data.aws_ssm_parameter.agents_dev_app_api_secret_arn.insecure_value]
      },
      {
        Sid    = "ReadWriteQuotaEvents"
        Effect = "Allow"
        Action = [
          "dynamodb:BatchGetItem",
          "dynamodb:BatchWriteItem",
          "dynamodb:ConditionCheckItem",
          "dynamodb:DeleteItem",
          "dynamodb:DescribeTable",
          "dynamodb:GetItem",
          "dynamodb:PutItem",
          "dynamodb:Query",
          "dynamodb:Scan",
          "dynamodb:UpdateItem",
        ]
        Resource = [aws_dynamodb_table.quota_events.arn]
      },
      {
        Sid      = "ReadWriteQuotaEventsIndexes"
        Effect   = "Allow"
        Action   = ["dynamodb:Query", "dynamodb:Scan"]
        Resource = ["${aws_dynamodb_table.quota_events.arn}/index/byType"]
      },
      {
        Sid    = "ReadWriteSessionsMetadata"
        Effect = "Allow"
        Action = [
          "dynamodb:BatchGetItem",
          "dynamodb:BatchWriteItem",
          "dynamodb:ConditionCheckItem",
          "dynamodb:DeleteItem",
          "dynamodb:DescribeTable",
          "dynamodb:GetItem",
          "dynamodb:PutItem",
          "dynamodb:Query",
          "dynamodb:Scan",
          "dynamodb:UpdateItem",
        ]
        Resource = [
          "arn:${local.partition}:dynamodb:${local.region}:${local.account_id}:table/${data.aws_ssm_parameter.agents_dev_data_sessions_metadata_table.insecure_value}",
        ]
      },
      {
        Sid    = "ReadWriteSessionsMetadataIndexes"
        Effect = "Allow"
        Action = ["dynamodb:Query", "dynamodb:Scan"]
        Resource = [
          "arn:${local.partition}:dynamodb:${local.region}:${local.account_id}:table/${data.aws_ssm_parameter.agents_dev_data_sessions_metadata_table.insecure_value}/index/*",
        ]
      },
      {
        Sid      = "ReadWriteUserFilesList"
        Effect   = "Allow"
        Action   = ["s3:ListBucket"]
        Resource = [aws_s3_bucket.user_files.arn]
      },
      {
        Sid      = "ReadWriteUserFiles"
        Effect   = "Allow"
        Action   = ["s3:AbortMultipartUpload", "s3:GetObject", "s3:PutObject"]
        Resource = ["${aws_s3_bucket.user_files.arn}/*"]
      },
      {
        Sid    = "ReadWriteUserQuotas"
        Effect = "Allow"
        Action = [
          "dynamodb:BatchGetItem",
          "dynamodb:BatchWriteItem",
          "dynamodb:ConditionCheckItem",
          "dynamodb:DeleteItem",
          "dynamodb:DescribeTable",
          "dynamodb:GetItem",
          "dynamodb:PutItem",
          "dynamodb:Query",
          "dynamodb:Scan",
          "dynamodb:UpdateItem",
        ]
        Resource = [aws_dynamodb_table.user_quotas.arn]
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

resource "aws_iam_role" "inference_api_execution" {
  name               = "${local.name_prefix}-inference-api-execution"
  description        = "Starts the tasks of inference-api: image, logs and secrets"
  assume_role_policy = local.assumed_by_tasks
  tags               = { "longshore:service" = "inference-api" }
}

resource "aws_iam_role_policy" "inference_api_execution_start_tasks" {
  name = "start-tasks"
  role = aws_iam_role.inference_api_execution.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid    = "LogInToRegistry"
        Effect = "Allow"
        Action = ["ecr:GetAuthorizationToken"]
        # ecr:GetAuthorizationToken supports no resources.
        Resource = ["*"]
      },
      {
        Sid    = "PullImage"
        Effect = "Allow"
        Action = [
          "ecr:BatchCheckLayerAvailability",
          "ecr:BatchGetImage",
          "ecr:GetDownloadUrlForLayer",
        ]
        Resource = [
          "arn:${local.partition}:ecr:${split(".", data.aws_ssm_parameter.agents_dev_inference_api_repository_uri.insecure_value)[3]}:${split(".", data.aws_ssm_parameter.agents_dev_inference_api_repository_uri.insecure_value)[0]}:repository/${split(".amazonaws.com/", data.aws_ssm_parameter.agents_dev_inference_api_repository_uri.insecure_value)[1]}",
        ]
      },
      {
        Sid      = "WriteLogs"
        Effect   = "Allow"
        Action   = ["logs:CreateLogStream", "logs:PutLogEvents"]
        Resource = ["${aws_cloudwatch_log_group.services["inference-api"].arn}:*"]
      },
    ]
  })
}

resource "aws_iam_role" "inference_api_task" {
  name               = "${local.name_prefix}-inference-api-task"
  description        = "What the code of inference-api may do"
  assume_role_policy = local.assumed_by_tasks
  tags               = { "longshore:service" = "inference-api" }
}

resource "aws_iam_role_policy" "inference_api_task_access" {
  name = "access"
  role = aws_iam_role.inference_api_task.name
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
