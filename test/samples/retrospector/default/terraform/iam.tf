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

resource "aws_iam_role" "retrospector_execution" {
  name               = "${local.name_prefix}-retrospector-execution"
  description        = "Starts the tasks of retrospector: image, logs and secrets"
  assume_role_policy = local.assumed_by_tasks
  tags               = { "longshore:job" = "retrospector" }
}

resource "aws_iam_role_policy" "retrospector_execution_start_tasks" {
  name = "start-tasks"
  role = aws_iam_role.retrospector_execution.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid      = "WriteLogs"
      Effect   = "Allow"
      Action   = ["logs:CreateLogStream", "logs:PutLogEvents"]
      Resource = ["${aws_cloudwatch_log_group.jobs["retrospector"].arn}:*"]
    }]
  })
}

resource "aws_iam_role" "retrospector_state_machine" {
  name               = "${local.name_prefix}-retrospector-states"
  description        = "Runs the tasks of retrospector"
  assume_role_policy = local.assumed_by_step_functions
  tags               = { "longshore:job" = "retrospector" }
}

resource "aws_iam_role_policy" "retrospector_state_machine_run_tasks" {
  name = "run-tasks"
  role = aws_iam_role.retrospector_state_machine.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid    = "RunTask"
        Effect = "Allow"
        Action = ["ecs:RunTask"]
        Resource = [
          "arn:${local.partition}:ecs:${local.region}:${local.account_id}:task-definition/retro-retrospector:*",
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
        Resource = [aws_iam_role.retrospector_execution.arn, aws_iam_role.retrospector_task.arn]
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
      {
        Sid    = "StartItems"
        Effect = "Allow"
        Action = ["states:StartExecution"]
        Resource = [
          "arn:${local.partition}:states:${local.region}:${local.account_id}:stateMachine:retro-retrospector",
        ]
      },
      {
        Sid    = "FollowItems"
        Effect = "Allow"
        Action = ["states:DescribeExecution", "states:StopExecution"]
        Resource = [
          "arn:${local.partition}:states:${local.region}:${local.account_id}:execution:retro-retrospector:*",
          "arn:${local.partition}:states:${local.region}:${local.account_id}:execution:retro-retrospector/items:*",
        ]
      },
      {
        Sid    = "RedriveItems"
        Effect = "Allow"
        Action = ["states:RedriveExecution"]
        Resource = [
          "arn:${local.partition}:states:${local.region}:${local.account_id}:execution:retro-retrospector/items:*",
        ]
      },
      {
        Sid      = "ReadList"
        Effect   = "Allow"
        Action   = ["s3:GetObject"]
        Resource = ["${aws_s3_bucket.work_list.arn}/items.json"]
      },
      {
        Sid    = "WriteResults"
        Effect = "Allow"
        Action = [
          "s3:AbortMultipartUpload",
          "s3:GetObject",
          "s3:ListMultipartUploadParts",
          "s3:PutObject",
        ]
        Resource = ["${aws_s3_bucket.results_bucket.arn}/runs/*"]
      },
    ]
  })
}

resource "aws_iam_role" "retrospector_task" {
  name               = "${local.name_prefix}-retrospector-task"
  description        = "What the code of retrospector may do"
  assume_role_policy = local.assumed_by_tasks
  tags               = { "longshore:job" = "retrospector" }
}

resource "aws_iam_role_policy" "retrospector_task_access" {
  name = "access"
  role = aws_iam_role.retrospector_task.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid    = "ReadWriteCommitStatusTable"
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
        Resource = [aws_dynamodb_table.commit_status_table.arn]
      },
      {
        Sid    = "ReadGitToken"
        Effect = "Allow"
        Action = ["secretsmanager:DescribeSecret", "secretsmanager:GetSecretValue"]
        Resource = [
          "arn:${local.partition}:secretsmanager:${local.region}:${local.account_id}:secret:git-token-??????",
        ]
      },
      {
        Sid      = "WriteResultsBucket"
        Effect   = "Allow"
        Action   = ["s3:AbortMultipartUpload", "s3:PutObject"]
        Resource = ["${aws_s3_bucket.results_bucket.arn}/*"]
      },
    ]
  })
}
