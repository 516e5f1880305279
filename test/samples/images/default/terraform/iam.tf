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
          aws_ecr_repository.services["api"].arn,
          aws_ecr_repository.services["api/proxy"].arn,
        ]
      },
      {
        Sid      = "WriteLogs"
        Effect   = "Allow"
        Action   = ["logs:CreateLogStream", "logs:PutLogEvents"]
        Resource = ["${aws_cloudwatch_log_group.services["api"].arn}:*"]
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

resource "aws_iam_role" "front_execution" {
  name               = "${local.name_prefix}-front-execution"
  description        = "Starts the tasks of front: image, logs and secrets"
  assume_role_policy = local.assumed_by_tasks
  tags               = { "longshore:service" = "front" }
}

resource "aws_iam_role_policy" "front_execution_start_tasks" {
  name = "start-tasks"
  role = aws_iam_role.front_execution.name
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
        Resource = [aws_ecr_repository.services["front"].arn]
      },
      {
        Sid      = "WriteLogs"
        Effect   = "Allow"
        Action   = ["logs:CreateLogStream", "logs:PutLogEvents"]
        Resource = ["${aws_cloudwatch_log_group.services["front"].arn}:*"]
      },
    ]
  })
}

resource "aws_iam_role" "front_task" {
  name               = "${local.name_prefix}-front-task"
  description        = "What the code of front may do"
  assume_role_policy = local.assumed_by_tasks
  tags               = { "longshore:service" = "front" }
}

resource "aws_iam_role_policy" "front_task_access" {
  name = "access"
  role = aws_iam_role.front_task.name
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

resource "aws_iam_role" "licensed_execution" {
  name               = "${local.name_prefix}-licensed-execution"
  description        = "Starts the tasks of licensed: image, logs and secrets"
  assume_role_policy = local.assumed_by_tasks
  tags               = { "longshore:service" = "licensed" }
}

resource "aws_iam_role_policy" "licensed_execution_start_tasks" {
  name = "start-tasks"
  role = aws_iam_role.licensed_execution.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid      = "WriteLogs"
        Effect   = "Allow"
        Action   = ["logs:CreateLogStream", "logs:PutLogEvents"]
        Resource = ["${aws_cloudwatch_log_group.services["licensed"].arn}:*"]
      },
      {
        Sid    = "ReadSecrets"
        Effect = "Allow"
        Action = ["secretsmanager:GetSecretValue"]
        Resource = [
          "arn:${local.partition}:secretsmanager:${local.region}:${local.account_id}:secret:registry/team-??????",
        ]
      },
    ]
  })
}

resource "aws_iam_role" "licensed_task" {
  name               = "${local.name_prefix}-licensed-task"
  description        = "What the code of licensed may do"
  assume_role_policy = local.assumed_by_tasks
  tags               = { "longshore:service" = "licensed" }
}

resource "aws_iam_role_policy" "licensed_task_access" {
  name = "access"
  role = aws_iam_role.licensed_task.name
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
        Resource = [aws_ecr_repository.services["api"].arn]
      },
      {
        Sid      = "WriteLogs"
        Effect   = "Allow"
        Action   = ["logs:CreateLogStream", "logs:PutLogEvents"]
        Resource = ["${aws_cloudwatch_log_group.jobs["nightly"].arn}:*"]
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
        "arn:${local.partition}:states:${local.region}:${local.account_id}:stateMachine:gallery-nightly",
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
          "arn:${local.partition}:ecs:${local.region}:${local.account_id}:task-definition/gallery-nightly:*",
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

resource "aws_iam_role" "pinned_execution" {
  name               = "${local.name_prefix}-pinned-execution"
  description        = "Starts the tasks of pinned: image, logs and secrets"
  assume_role_policy = local.assumed_by_tasks
  tags               = { "longshore:service" = "pinned" }
}

resource "aws_iam_role_policy" "pinned_execution_start_tasks" {
  name = "start-tasks"
  role = aws_iam_role.pinned_execution.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid      = "WriteLogs"
      Effect   = "Allow"
      Action   = ["logs:CreateLogStream", "logs:PutLogEvents"]
      Resource = ["${aws_cloudwatch_log_group.services["pinned"].arn}:*"]
    }]
  })
}

resource "aws_iam_role" "pinned_task" {
  name               = "${local.name_prefix}-pinned-task"
  description        = "What the code of pinned may do"
  assume_role_policy = local.assumed_by_tasks
  tags               = { "longshore:service" = "pinned" }
}

resource "aws_iam_role_policy" "pinned_task_access" {
  name = "access"
  role = aws_iam_role.pinned_task.name
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
        Resource = [aws_ecr_repository.services["api"].arn]
      },
      {
        Sid      = "WriteLogs"
        Effect   = "Allow"
        Action   = ["logs:CreateLogStream", "logs:PutLogEvents"]
        Resource = ["${aws_cloudwatch_log_group.services["worker"].arn}:*"]
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
