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

resource "aws_iam_role" "a_service_name_of_forty_characters_limit_execution" {
  name               = "${local.name_prefix}-a-service-name-of-forty-characters-limit-execution"
  description        = "Starts the tasks of a-service-name-of-forty-characters-limit: image, logs and secrets"
  assume_role_policy = local.assumed_by_tasks
  tags               = { "longshore:service" = "a-service-name-of-forty-characters-limit" }
}

resource "aws_iam_role_policy" "a_service_name_of_forty_characters_limit_execution_start_tasks" {
  name = "start-tasks"
  role = aws_iam_role.a_service_name_of_forty_characters_limit_execution.name
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
        Resource = [aws_ecr_repository.services["a-service-name-of-forty-characters-limit"].arn]
      },
      {
        Sid    = "WriteLogs"
        Effect = "Allow"
        Action = ["logs:CreateLogStream", "logs:PutLogEvents"]
        Resource = [
          "${aws_cloudwatch_log_group.services["a-service-name-of-forty-characters-limit"].arn}:*",
        ]
      },
      {
        Sid    = "ReadParameters"
        Effect = "Allow"
        Action = ["ssm:GetParameter", "ssm:GetParameters"]
        Resource = [
          "arn:${local.partition}:ssm:${local.region}:${local.account_id}:parameter/team/two",
        ]
      },
      {
        Sid    = "ReadSecrets"
        Effect = "Allow"
        Action = ["secretsmanager:GetSecretValue"]
        Resource = [
          "arn:aws:secretsmanager:ap-southeast-1:111111111111:secret:other-AbCdEf",
          "arn:${local.partition}:secretsmanager:${local.region}:${local.account_id}:secret:team/one-??????",
        ]
      },
    ]
  })
}

resource "aws_iam_role" "a_service_name_of_forty_characters_limit_task" {
  name               = "${local.name_prefix}-a-service-name-of-forty-characters-limit-task"
  description        = "What the code of a-service-name-of-forty-characters-limit may do"
  assume_role_policy = local.assumed_by_tasks
  tags               = { "longshore:service" = "a-service-name-of-forty-characters-limit" }
}

resource "aws_iam_role_policy" "a_service_name_of_forty_characters_limit_task_access" {
  name = "access"
  role = aws_iam_role.a_service_name_of_forty_characters_limit_task.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid      = "WriteFiles"
        Effect   = "Allow"
        Action   = ["s3:AbortMultipartUpload", "s3:PutObject"]
        Resource = ["${aws_s3_bucket.files.arn}/*"]
      },
      {
        Sid      = "Policy1"
        Effect   = "Allow"
        Action   = ["sqs:SendMessage"]
        Resource = ["arn:aws:sqs:ap-southeast-1:111111111111:jobs"]
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

resource "aws_iam_role" "ping_execution" {
  name               = "${local.name_prefix}-ping-execution"
  description        = "Starts the tasks of ping: image, logs and secrets"
  assume_role_policy = local.assumed_by_tasks
  tags               = { "longshore:service" = "ping" }
}

resource "aws_iam_role_policy" "ping_execution_start_tasks" {
  name = "start-tasks"
  role = aws_iam_role.ping_execution.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid      = "WriteLogs"
      Effect   = "Allow"
      Action   = ["logs:CreateLogStream", "logs:PutLogEvents"]
      Resource = ["${aws_cloudwatch_log_group.services["ping"].arn}:*"]
    }]
  })
}

resource "aws_iam_role" "ping_task" {
  name               = "${local.name_prefix}-ping-task"
  description        = "What the code of ping may do"
  assume_role_policy = local.assumed_by_tasks
  tags               = { "longshore:service" = "ping" }
}

resource "aws_iam_role_policy" "ping_task_access" {
  name = "access"
  role = aws_iam_role.ping_task.name
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

resource "aws_iam_role" "pong_execution" {
  name               = "${local.name_prefix}-pong-execution"
  description        = "Starts the tasks of pong: image, logs and secrets"
  assume_role_policy = local.assumed_by_tasks
  tags               = { "longshore:service" = "pong" }
}

resource "aws_iam_role_policy" "pong_execution_start_tasks" {
  name = "start-tasks"
  role = aws_iam_role.pong_execution.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid      = "WriteLogs"
      Effect   = "Allow"
      Action   = ["logs:CreateLogStream", "logs:PutLogEvents"]
      Resource = ["${aws_cloudwatch_log_group.services["pong"].arn}:*"]
    }]
  })
}

resource "aws_iam_role" "pong_task" {
  name               = "${local.name_prefix}-pong-task"
  description        = "What the code of pong may do"
  assume_role_policy = local.assumed_by_tasks
  tags               = { "longshore:service" = "pong" }
}

resource "aws_iam_role_policy" "pong_task_access" {
  name = "access"
  role = aws_iam_role.pong_task.name
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

resource "aws_iam_role" "quiet_execution" {
  name               = "${local.name_prefix}-quiet-execution"
  description        = "Starts the tasks of quiet: image, logs and secrets"
  assume_role_policy = local.assumed_by_tasks
  tags               = { "longshore:service" = "quiet" }
}

resource "aws_iam_role_policy" "quiet_execution_start_tasks" {
  name = "start-tasks"
  role = aws_iam_role.quiet_execution.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid      = "WriteLogs"
      Effect   = "Allow"
      Action   = ["logs:CreateLogStream", "logs:PutLogEvents"]
      Resource = ["${aws_cloudwatch_log_group.services["quiet"].arn}:*"]
    }]
  })
}

resource "aws_iam_role" "quiet_task" {
  name               = "${local.name_prefix}-quiet-task"
  description        = "What the code of quiet may do"
  assume_role_policy = local.assumed_by_tasks
  tags               = { "longshore:service" = "quiet" }
}

resource "aws_iam_role_policy" "quiet_task_access" {
  name = "access"
  role = aws_iam_role.quiet_task.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid      = "ReadFilesList"
        Effect   = "Allow"
        Action   = ["s3:ListBucket"]
        Resource = [aws_s3_bucket.files.arn]
      },
      {
        Sid      = "ReadFiles"
        Effect   = "Allow"
        Action   = ["s3:GetObject"]
        Resource = ["${aws_s3_bucket.files.arn}/*"]
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
