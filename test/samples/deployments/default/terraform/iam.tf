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
  assumed_by_ecs = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "AssumedByEcs"
      Effect    = "Allow"
      Principal = { Service = "ecs.amazonaws.com" }
      Action    = ["sts:AssumeRole"]
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

resource "aws_iam_role" "admin_traffic" {
  name               = "${local.name_prefix}-admin-traffic"
  description        = "Moves requests to a new version of admin"
  assume_role_policy = local.assumed_by_ecs
  tags               = { "longshore:service" = "admin" }
}

resource "aws_iam_role_policy" "admin_traffic_move_traffic" {
  name = "move-traffic"
  role = aws_iam_role.admin_traffic.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid    = "ReadLoadBalancers"
        Effect = "Allow"
        Action = [
          "elasticloadbalancing:DescribeListeners",
          "elasticloadbalancing:DescribeRules",
          "elasticloadbalancing:DescribeTargetGroups",
          "elasticloadbalancing:DescribeTargetHealth",
        ]
        # elasticloadbalancing:Describe* supports no resource.
        Resource = ["*"]
      },
      {
        Sid      = "RegisterTasks"
        Effect   = "Allow"
        Action   = ["elasticloadbalancing:RegisterTargets", "elasticloadbalancing:DeregisterTargets"]
        Resource = [aws_lb_target_group.admin.arn, aws_lb_target_group.admin_alternate.arn]
      },
      {
        Sid      = "MoveRequestsOfListeners"
        Effect   = "Allow"
        Action   = ["elasticloadbalancing:ModifyListener"]
        Resource = [aws_lb_listener.https.arn]
      },
      {
        Sid      = "MoveRequestsOfRules"
        Effect   = "Allow"
        Action   = ["elasticloadbalancing:ModifyRule"]
        Resource = [aws_lb_listener_rule.admin_https.arn]
      },
    ]
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

resource "aws_iam_role" "api_hook" {
  name               = "${local.name_prefix}-api-hooks"
  description        = "Calls the checks of a deployment of api"
  assume_role_policy = local.assumed_by_ecs
  tags               = { "longshore:service" = "api" }
}

resource "aws_iam_role_policy" "api_hook_call_hooks" {
  name = "call-hooks"
  role = aws_iam_role.api_hook.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid      = "CallHooks"
      Effect   = "Allow"
      Action   = ["lambda:InvokeFunction"]
      Resource = ["arn:aws:lambda:eu-west-1:111111111111:function:smoke-test"]
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

resource "aws_iam_role" "api_traffic" {
  name               = "${local.name_prefix}-api-traffic"
  description        = "Moves requests to a new version of api"
  assume_role_policy = local.assumed_by_ecs
  tags               = { "longshore:service" = "api" }
}

resource "aws_iam_role_policy" "api_traffic_move_traffic" {
  name = "move-traffic"
  role = aws_iam_role.api_traffic.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid    = "ReadLoadBalancers"
        Effect = "Allow"
        Action = [
          "elasticloadbalancing:DescribeListeners",
          "elasticloadbalancing:DescribeRules",
          "elasticloadbalancing:DescribeTargetGroups",
          "elasticloadbalancing:DescribeTargetHealth",
        ]
        # elasticloadbalancing:Describe* supports no resource.
        Resource = ["*"]
      },
      {
        Sid      = "RegisterTasks"
        Effect   = "Allow"
        Action   = ["elasticloadbalancing:RegisterTargets", "elasticloadbalancing:DeregisterTargets"]
        Resource = [aws_lb_target_group.api.arn, aws_lb_target_group.api_alternate.arn]
      },
      {
        Sid      = "MoveRequestsOfListeners"
        Effect   = "Allow"
        Action   = ["elasticloadbalancing:ModifyListener"]
        Resource = [aws_lb_listener.https.arn]
      },
      {
        Sid      = "MoveRequestsOfRules"
        Effect   = "Allow"
        Action   = ["elasticloadbalancing:ModifyRule"]
        Resource = [aws_lb_listener_rule.api_https.arn, aws_lb_listener_rule.api_https_test.arn]
      },
    ]
  })
}

resource "aws_iam_role" "mailer_execution" {
  name               = "${local.name_prefix}-mailer-execution"
  description        = "Starts the tasks of mailer: image, logs and secrets"
  assume_role_policy = local.assumed_by_tasks
  tags               = { "longshore:service" = "mailer" }
}

resource "aws_iam_role_policy" "mailer_execution_start_tasks" {
  name = "start-tasks"
  role = aws_iam_role.mailer_execution.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid      = "WriteLogs"
      Effect   = "Allow"
      Action   = ["logs:CreateLogStream", "logs:PutLogEvents"]
      Resource = ["${aws_cloudwatch_log_group.services["mailer"].arn}:*"]
    }]
  })
}

resource "aws_iam_role" "mailer_task" {
  name               = "${local.name_prefix}-mailer-task"
  description        = "What the code of mailer may do"
  assume_role_policy = local.assumed_by_tasks
  tags               = { "longshore:service" = "mailer" }
}

resource "aws_iam_role_policy" "mailer_task_access" {
  name = "access"
  role = aws_iam_role.mailer_task.name
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

resource "aws_iam_role" "mqtt_traffic" {
  name               = "${local.name_prefix}-mqtt-traffic"
  description        = "Moves requests to a new version of mqtt"
  assume_role_policy = local.assumed_by_ecs
  tags               = { "longshore:service" = "mqtt" }
}

resource "aws_iam_role_policy" "mqtt_traffic_move_traffic" {
  name = "move-traffic"
  role = aws_iam_role.mqtt_traffic.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid    = "ReadLoadBalancers"
        Effect = "Allow"
        Action = [
          "elasticloadbalancing:DescribeListeners",
          "elasticloadbalancing:DescribeRules",
          "elasticloadbalancing:DescribeTargetGroups",
          "elasticloadbalancing:DescribeTargetHealth",
        ]
        # elasticloadbalancing:Describe* supports no resource.
        Resource = ["*"]
      },
      {
        Sid    = "RegisterTasks"
        Effect = "Allow"
        Action = ["elasticloadbalancing:RegisterTargets", "elasticloadbalancing:DeregisterTargets"]
        Resource = [
          aws_lb_target_group.mqtt_1883.arn,
          aws_lb_target_group.mqtt_1883_alternate.arn,
          aws_lb_target_group.mqtt_8883.arn,
          aws_lb_target_group.mqtt_8883_alternate.arn,
        ]
      },
      {
        Sid      = "MoveRequestsOfListeners"
        Effect   = "Allow"
        Action   = ["elasticloadbalancing:ModifyListener"]
        Resource = [aws_lb_listener.mqtt_1883_tcp.arn, aws_lb_listener.mqtt_8883_tls.arn]
      },
    ]
  })
}

resource "aws_iam_role" "orders_execution" {
  name               = "${local.name_prefix}-orders-execution"
  description        = "Starts the tasks of orders: image, logs and secrets"
  assume_role_policy = local.assumed_by_tasks
  tags               = { "longshore:service" = "orders" }
}

resource "aws_iam_role_policy" "orders_execution_start_tasks" {
  name = "start-tasks"
  role = aws_iam_role.orders_execution.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid      = "WriteLogs"
      Effect   = "Allow"
      Action   = ["logs:CreateLogStream", "logs:PutLogEvents"]
      Resource = ["${aws_cloudwatch_log_group.services["orders"].arn}:*"]
    }]
  })
}

resource "aws_iam_role" "orders_task" {
  name               = "${local.name_prefix}-orders-task"
  description        = "What the code of orders may do"
  assume_role_policy = local.assumed_by_tasks
  tags               = { "longshore:service" = "orders" }
}

resource "aws_iam_role_policy" "orders_task_access" {
  name = "access"
  role = aws_iam_role.orders_task.name
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
