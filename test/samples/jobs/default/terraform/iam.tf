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
  assumed_by_scheduler = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "AssumedByScheduler"
      Effect    = "Allow"
      Principal = { Service = "scheduler.amazonaws.com" }
      Action    = ["sts:AssumeRole"]
      Condition = {
        StringEquals = { "aws:SourceAccount" = local.account_id }
        ArnLike = {
          "aws:SourceArn" = "arn:${local.partition}:scheduler:${local.region}:${local.account_id}:schedule-group/default"
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

resource "aws_iam_role" "fleet_execution" {
  name               = "${local.name_prefix}-fleet-execution"
  description        = "Starts the tasks of fleet: image, logs and secrets"
  assume_role_policy = local.assumed_by_tasks
  tags               = { "longshore:job" = "fleet" }
}

resource "aws_iam_role_policy" "fleet_execution_start_tasks" {
  name = "start-tasks"
  role = aws_iam_role.fleet_execution.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid      = "WriteLogs"
      Effect   = "Allow"
      Action   = ["logs:CreateLogStream", "logs:PutLogEvents"]
      Resource = ["${aws_cloudwatch_log_group.jobs["fleet"].arn}:*"]
    }]
  })
}

resource "aws_iam_role" "fleet_state_machine" {
  name               = "${local.name_prefix}-fleet-states"
  description        = "Runs the tasks of fleet"
  assume_role_policy = local.assumed_by_step_functions
  tags               = { "longshore:job" = "fleet" }
}

resource "aws_iam_role_policy" "fleet_state_machine_run_tasks" {
  name = "run-tasks"
  role = aws_iam_role.fleet_state_machine.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid    = "RunTask"
        Effect = "Allow"
        Action = ["ecs:RunTask"]
        Resource = [
          "arn:${local.partition}:ecs:${local.region}:${local.account_id}:task-definition/batch-fleet:*",
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
        Resource = [aws_iam_role.fleet_execution.arn, aws_iam_role.fleet_task.arn]
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
          "arn:${local.partition}:states:${local.region}:${local.account_id}:stateMachine:batch-fleet",
        ]
      },
      {
        Sid    = "FollowItems"
        Effect = "Allow"
        Action = ["states:DescribeExecution", "states:StopExecution"]
        Resource = [
          "arn:${local.partition}:states:${local.region}:${local.account_id}:execution:batch-fleet:*",
          "arn:${local.partition}:states:${local.region}:${local.account_id}:execution:batch-fleet/items:*",
        ]
      },
      {
        Sid    = "RedriveItems"
        Effect = "Allow"
        Action = ["states:RedriveExecution"]
        Resource = [
          "arn:${local.partition}:states:${local.region}:${local.account_id}:execution:batch-fleet/items:*",
        ]
      },
      {
        Sid      = "ReadList"
        Effect   = "Allow"
        Action   = ["s3:GetObject"]
        Resource = ["arn:${local.partition}:s3:::batch-work/items.csv"]
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
        Resource = ["${aws_s3_bucket.results.arn}/runs/*"]
      },
    ]
  })
}

resource "aws_iam_role" "fleet_task" {
  name               = "${local.name_prefix}-fleet-task"
  description        = "What the code of fleet may do"
  assume_role_policy = local.assumed_by_tasks
  tags               = { "longshore:job" = "fleet" }
}

resource "aws_iam_role" "given_execution" {
  name               = "${local.name_prefix}-given-execution"
  description        = "Starts the tasks of given: image, logs and secrets"
  assume_role_policy = local.assumed_by_tasks
  tags               = { "longshore:job" = "given" }
}

resource "aws_iam_role_policy" "given_execution_start_tasks" {
  name = "start-tasks"
  role = aws_iam_role.given_execution.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid      = "WriteLogs"
      Effect   = "Allow"
      Action   = ["logs:CreateLogStream", "logs:PutLogEvents"]
      Resource = ["${aws_cloudwatch_log_group.jobs["given"].arn}:*"]
    }]
  })
}

resource "aws_iam_role" "given_state_machine" {
  name               = "${local.name_prefix}-given-states"
  description        = "Runs the tasks of given"
  assume_role_policy = local.assumed_by_step_functions
  tags               = { "longshore:job" = "given" }
}

resource "aws_iam_role_policy" "given_state_machine_run_tasks" {
  name = "run-tasks"
  role = aws_iam_role.given_state_machine.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid    = "RunTask"
        Effect = "Allow"
        Action = ["ecs:RunTask"]
        Resource = [
          "arn:${local.partition}:ecs:${local.region}:${local.account_id}:task-definition/batch-given:*",
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
        Resource = [aws_iam_role.given_execution.arn, aws_iam_role.given_task.arn]
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
          "arn:${local.partition}:states:${local.region}:${local.account_id}:stateMachine:batch-given",
        ]
      },
      {
        Sid    = "FollowItems"
        Effect = "Allow"
        Action = ["states:DescribeExecution", "states:StopExecution"]
        Resource = [
          "arn:${local.partition}:states:${local.region}:${local.account_id}:execution:batch-given:*",
          "arn:${local.partition}:states:${local.region}:${local.account_id}:execution:batch-given/items:*",
        ]
      },
      {
        Sid    = "RedriveItems"
        Effect = "Allow"
        Action = ["states:RedriveExecution"]
        Resource = [
          "arn:${local.partition}:states:${local.region}:${local.account_id}:execution:batch-given/items:*",
        ]
      },
    ]
  })
}

resource "aws_iam_role" "given_task" {
  name               = "${local.name_prefix}-given-task"
  description        = "What the code of given may do"
  assume_role_policy = local.assumed_by_tasks
  tags               = { "longshore:job" = "given" }
}

resource "aws_iam_role" "nightly_execution" {
  name               = "${local.name_prefix}-nightly-execution"
  description        = "Starts the tasks of nightly: image, logs and secrets"
  assume_role_policy = local.assumed_by_tasks
  tags               = { "longshore:job" = "nightly" }
}

resource "aws_iam_role_policy" "nightly_execution_start_tasks" {
  name = "start-tasks"
  role = aws_iam_role.nightly_execution.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid      = "WriteLogs"
        Effect   = "Allow"
        Action   = ["logs:CreateLogStream", "logs:PutLogEvents"]
        Resource = ["${aws_cloudwatch_log_group.jobs["nightly"].arn}:*"]
      },
      {
        Sid    = "ReadSecrets"
        Effect = "Allow"
        Action = ["secretsmanager:GetSecretValue"]
        Resource = [
          "arn:${local.partition}:secretsmanager:${local.region}:${local.account_id}:secret:batch/token-??????",
        ]
      },
    ]
  })
}

resource "aws_iam_role" "nightly_scheduler" {
  name               = "${local.name_prefix}-nightly-scheduler"
  description        = "Starts nightly by its schedule"
  assume_role_policy = local.assumed_by_scheduler
  tags               = { "longshore:job" = "nightly" }
}

resource "aws_iam_role_policy" "nightly_scheduler_start" {
  name = "start"
  role = aws_iam_role.nightly_scheduler.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid    = "StartJob"
      Effect = "Allow"
      Action = ["states:StartExecution"]
      Resource = [
        "arn:${local.partition}:states:${local.region}:${local.account_id}:stateMachine:batch-nightly",
      ]
    }]
  })
}

resource "aws_iam_role" "nightly_state_machine" {
  name               = "${local.name_prefix}-nightly-states"
  description        = "Runs the tasks of nightly"
  assume_role_policy = local.assumed_by_step_functions
  tags               = { "longshore:job" = "nightly" }
}

resource "aws_iam_role_policy" "nightly_state_machine_run_tasks" {
  name = "run-tasks"
  role = aws_iam_role.nightly_state_machine.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid    = "RunTask"
        Effect = "Allow"
        Action = ["ecs:RunTask"]
        Resource = [
          "arn:${local.partition}:ecs:${local.region}:${local.account_id}:task-definition/batch-nightly:*",
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
        Resource = [aws_iam_role.nightly_execution.arn, aws_iam_role.nightly_task.arn]
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

resource "aws_iam_role" "nightly_task" {
  name               = "${local.name_prefix}-nightly-task"
  description        = "What the code of nightly may do"
  assume_role_policy = local.assumed_by_tasks
  tags               = { "longshore:job" = "nightly" }
}

resource "aws_iam_role_policy" "nightly_task_access" {
  name = "access"
  role = aws_iam_role.nightly_task.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid      = "WriteResults"
      Effect   = "Allow"
      Action   = ["s3:AbortMultipartUpload", "s3:PutObject"]
      Resource = ["${aws_s3_bucket.results.arn}/*"]
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
