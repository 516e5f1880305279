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
  assumed_by_step_functions = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "AssumedByStepFunctions"
      Effect    = "Allow"
      Principal = { Service = "states.amazonaws.com" }
      Action    = ["sts:AssumeRole"]
      Condition = {
        StringEquals = { "aws:SourceAccount" = local.account_id }
        ArnLike = {
          "aws:SourceArn" = "arn:${local.partition}:states:${local.region}:${local.account_id}:stateMachine:*"
        }
      }
    }]
  })
}

resource "aws_iam_role" "digest_execution" {
  name               = "${local.name_prefix}-digest-execution"
  description        = "Starts the tasks of digest: image, logs and secrets"
  assume_role_policy = local.assumed_by_tasks
  tags               = { "longshore:job" = "digest" }
}

resource "aws_iam_role_policy" "digest_execution_start_tasks" {
  name = "start-tasks"
  role = aws_iam_role.digest_execution.name
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
        Resource = [aws_ecr_repository.services["digest"].arn]
      },
      {
        Sid      = "WriteLogs"
        Effect   = "Allow"
        Action   = ["logs:CreateLogStream", "logs:PutLogEvents"]
        Resource = ["${aws_cloudwatch_log_group.jobs["digest"].arn}:*"]
      },
    ]
  })
}

resource "aws_iam_role" "digest_state_machine" {
  name               = "${local.name_prefix}-digest-states"
  description        = "Runs the tasks of digest"
  assume_role_policy = local.assumed_by_step_functions
  tags               = { "longshore:job" = "digest" }
}

resource "aws_iam_role_policy" "digest_state_machine_run_tasks" {
  name = "run-tasks"
  role = aws_iam_role.digest_state_machine.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid    = "RunTask"
        Effect = "Allow"
        Action = ["ecs:RunTask"]
        Resource = [
          "arn:${local.partition}:ecs:${local.region}:${local.account_id}:task-definition/chat-dev-digest:*",
        ]
        Condition = {
          ArnLike = {
            "ecs:cluster" = "arn:${local.partition}:ecs:${local.region}:${local.account_id}:cluster/${aws_ecs_cluster.main.name}"
          }
        }
      },
      {
        Sid    = "FollowTasks"
        Effect = "Allow"
        Action = ["ecs:DescribeTasks", "ecs:StopTask"]
        Resource = [
          "arn:${local.partition}:ecs:${local.region}:${local.account_id}:task/${aws_ecs_cluster.main.name}/*",
        ]
        Condition = {
          ArnLike = {
            "ecs:cluster" = "arn:${local.partition}:ecs:${local.region}:${local.account_id}:cluster/${aws_ecs_cluster.main.name}"
          }
        }
      },
      {
        Sid    = "TagTasks"
        Effect = "Allow"
        Action = ["ecs:TagResource"]
        Resource = [
          "arn:${local.partition}:ecs:${local.region}:${local.account_id}:task/${aws_ecs_cluster.main.name}/*",
        ]
        Condition = {
          StringEquals = { "ecs:CreateAction" = "RunTask" }
        }
      },
      {
        Sid      = "PassRoles"
        Effect   = "Allow"
        Action   = ["iam:PassRole"]
        Resource = [aws_iam_role.digest_execution.arn, aws_iam_role.digest_task.arn]
        Condition = {
          StringEquals = { "iam:PassedToService" = "ecs-tasks.amazonaws.com" }
        }
      },
      {
        Sid    = "HearOfTasks"
        Effect = "Allow"
        Action = ["events:DescribeRule", "events:PutRule", "events:PutTargets"]
        Resource = [
          "arn:${local.partition}:events:${local.region}:${local.account_id}:rule/StepFunctionsGetEventsForECSTaskRule",
        ]
      },
      {
        Sid    = "DeliverLogs"
        Effect = "Allow"
        Action = [
          "logs:CreateLogDelivery",
          "logs:DeleteLogDelivery",
          "logs:DescribeLogGroups",
          "logs:DescribeResourcePolicies",
          "logs:GetLogDelivery",
          "logs:ListLogDeliveries",
          "logs:PutResourcePolicy",
          "logs:UpdateLogDelivery",
        ]
        # The log delivery actions support no resources.
        Resource = ["*"]
      },
    ]
  })
}

resource "aws_iam_role" "digest_task" {
  name               = "${local.name_prefix}-digest-task"
  description        = "What the code of digest may do"
  assume_role_policy = local.assumed_by_tasks
  tags               = { "longshore:job" = "digest" }
}

resource "aws_iam_role_policy" "digest_task_access" {
  name = "access"
  role = aws_iam_role.digest_task.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid      = "ReadUploadsList"
        Effect   = "Allow"
        Action   = ["s3:ListBucket"]
        Resource = [aws_s3_bucket.uploads.arn]
      },
      {
        Sid      = "ReadUploads"
        Effect   = "Allow"
        Action   = ["s3:GetObject"]
        Resource = ["${aws_s3_bucket.uploads.arn}/*"]
      },
    ]
  })
}

resource "aws_iam_role" "gateway_execution" {
  name               = "${local.name_prefix}-gateway-execution"
  description        = "Starts the tasks of gateway: image, logs and secrets"
  assume_role_policy = local.assumed_by_tasks
  tags               = { "longshore:service" = "gateway" }
}

resource "aws_iam_role_policy" "gateway_execution_start_tasks" {
  name = "start-tasks"
  role = aws_iam_role.gateway_execution.name
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
        Resource = [aws_ecr_repository.services["gateway"].arn]
      },
      {
        Sid      = "WriteLogs"
        Effect   = "Allow"
        Action   = ["logs:CreateLogStream", "logs:PutLogEvents"]
        Resource = ["${aws_cloudwatch_log_group.services["gateway"].arn}:*"]
      },
    ]
  })
}

resource "aws_iam_role" "gateway_task" {
  name               = "${local.name_prefix}-gateway-task"
  description        = "What the code of gateway may do"
  assume_role_policy = local.assumed_by_tasks
  tags               = { "longshore:service" = "gateway" }
}

resource "aws_iam_role_policy" "gateway_task_access" {
  name = "access"
  role = aws_iam_role.gateway_task.name
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

resource "aws_iam_role" "presence_execution" {
  name               = "${local.name_prefix}-presence-execution"
  description        = "Starts the tasks of presence: image, logs and secrets"
  assume_role_policy = local.assumed_by_tasks
  tags               = { "longshore:service" = "presence" }
}

resource "aws_iam_role_policy" "presence_execution_start_tasks" {
  name = "start-tasks"
  role = aws_iam_role.presence_execution.name
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
        Resource = [aws_ecr_repository.services["presence"].arn]
      },
      {
        Sid      = "WriteLogs"
        Effect   = "Allow"
        Action   = ["logs:CreateLogStream", "logs:PutLogEvents"]
        Resource = ["${aws_cloudwatch_log_group.services["presence"].arn}:*"]
      },
    ]
  })
}

resource "aws_iam_role" "presence_task" {
  name               = "${local.name_prefix}-presence-task"
  description        = "What the code of presence may do"
  assume_role_policy = local.assumed_by_tasks
  tags               = { "longshore:service" = "presence" }
}

resource "aws_iam_role_policy" "presence_task_access" {
  name = "access"
  role = aws_iam_role.presence_task.name
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

resource "aws_iam_role" "rooms_execution" {
  name               = "${local.name_prefix}-rooms-execution"
  description        = "Starts the tasks of rooms: image, logs and secrets"
  assume_role_policy = local.assumed_by_tasks
  tags               = { "longshore:service" = "rooms" }
}

resource "aws_iam_role_policy" "rooms_execution_start_tasks" {
  name = "start-tasks"
  role = aws_iam_role.rooms_execution.name
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
        Resource = [aws_ecr_repository.services["rooms"].arn]
      },
      {
        Sid      = "WriteLogs"
        Effect   = "Allow"
        Action   = ["logs:CreateLogStream", "logs:PutLogEvents"]
        Resource = ["${aws_cloudwatch_log_group.services["rooms"].arn}:*"]
      },
      {
        Sid    = "ReadParameters"
        Effect = "Allow"
        Action = ["ssm:GetParameter", "ssm:GetParameters"]
        Resource = [
          "arn:${local.partition}:ssm:${local.region}:${local.account_id}:parameter/chat/signing-key",
        ]
      },
    ]
  })
}

resource "aws_iam_role" "rooms_task" {
  name               = "${local.name_prefix}-rooms-task"
  description        = "What the code of rooms may do"
  assume_role_policy = local.assumed_by_tasks
  tags               = { "longshore:service" = "rooms" }
}

resource "aws_iam_role_policy" "rooms_task_access" {
  name = "access"
  role = aws_iam_role.rooms_task.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid      = "ReadArchiveList"
        Effect   = "Allow"
        Action   = ["s3:ListBucket"]
        Resource = ["arn:aws:s3:::chat-archive"]
      },
      {
        Sid      = "ReadArchive"
        Effect   = "Allow"
        Action   = ["s3:GetObject"]
        Resource = ["arn:aws:s3:::chat-archive/*"]
      },
      {
        Sid    = "ReadWriteMessages"
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
        Resource = [aws_dynamodb_table.messages.arn]
      },
      {
        Sid      = "SendNotices"
        Effect   = "Allow"
        Action   = ["sqs:GetQueueAttributes", "sqs:GetQueueUrl", "sqs:SendMessage"]
        Resource = [aws_sqs_queue.notices.arn]
      },
      {
        Sid      = "ReadWriteUploadsList"
        Effect   = "Allow"
        Action   = ["s3:ListBucket"]
        Resource = [aws_s3_bucket.uploads.arn]
      },
      {
        Sid      = "ReadWriteUploads"
        Effect   = "Allow"
        Action   = ["s3:AbortMultipartUpload", "s3:GetObject", "s3:PutObject"]
        Resource = ["${aws_s3_bucket.uploads.arn}/*"]
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
