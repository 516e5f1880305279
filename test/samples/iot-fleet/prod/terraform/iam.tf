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

resource "aws_iam_role" "delivery_worker_execution" {
  name               = "${local.name_prefix}-delivery-worker-execution"
  description        = "Starts the tasks of delivery-worker: image, logs and secrets"
  assume_role_policy = local.assumed_by_tasks
  tags               = { "longshore:service" = "delivery-worker" }
}

resource "aws_iam_role_policy" "delivery_worker_execution_start_tasks" {
  name = "start-tasks"
  role = aws_iam_role.delivery_worker_execution.name
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
        Resource = [aws_ecr_repository.services["delivery-worker"].arn]
      },
      {
        Sid      = "WriteLogs"
        Effect   = "Allow"
        Action   = ["logs:CreateLogStream", "logs:PutLogEvents"]
        Resource = ["${aws_cloudwatch_log_group.services["delivery-worker"].arn}:*"]
      },
      {
        Sid    = "ReadSecrets"
        Effect = "Allow"
        Action = ["secretsmanager:GetSecretValue"]
        Resource = [
          aws_secretsmanager_secret.timescale_url.arn,
          aws_secretsmanager_secret.sentry_dsn.arn,
          aws_secretsmanager_secret.slack_bot_token.arn,
          aws_secretsmanager_secret.smtp.arn,
          aws_secretsmanager_secret.twilio_auth_token.arn,
        ]
      },
    ]
  })
}

resource "aws_iam_role" "delivery_worker_task" {
  name               = "${local.name_prefix}-delivery-worker-task"
  description        = "What the code of delivery-worker may do"
  assume_role_policy = local.assumed_by_tasks
  tags               = { "longshore:service" = "delivery-worker" }
}

resource "aws_iam_role" "dispatcher_execution" {
  name               = "${local.name_prefix}-dispatcher-execution"
  description        = "Starts the tasks of dispatcher: image, logs and secrets"
  assume_role_policy = local.assumed_by_tasks
  tags               = { "longshore:service" = "dispatcher" }
}

resource "aws_iam_role_policy" "dispatcher_execution_start_tasks" {
  name = "start-tasks"
  role = aws_iam_role.dispatcher_execution.name
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
        Resource = [aws_ecr_repository.services["dispatcher"].arn]
      },
      {
        Sid      = "WriteLogs"
        Effect   = "Allow"
        Action   = ["logs:CreateLogStream", "logs:PutLogEvents"]
        Resource = ["${aws_cloudwatch_log_group.services["dispatcher"].arn}:*"]
      },
      {
        Sid    = "ReadSecrets"
        Effect = "Allow"
        Action = ["secretsmanager:GetSecretValue"]
        Resource = [
          aws_secretsmanager_secret.timescale_url.arn,
          aws_secretsmanager_secret.sentry_dsn.arn,
        ]
      },
    ]
  })
}

resource "aws_iam_role" "dispatcher_task" {
  name               = "${local.name_prefix}-dispatcher-task"
  description        = "What the code of dispatcher may do"
  assume_role_policy = local.assumed_by_tasks
  tags               = { "longshore:service" = "dispatcher" }
}

resource "aws_iam_role" "evaluator_iot_execution" {
  name               = "${local.name_prefix}-evaluator-iot-execution"
  description        = "Starts the tasks of evaluator-iot: image, logs and secrets"
  assume_role_policy = local.assumed_by_tasks
  tags               = { "longshore:service" = "evaluator-iot" }
}

resource "aws_iam_role_policy" "evaluator_iot_execution_start_tasks" {
  name = "start-tasks"
  role = aws_iam_role.evaluator_iot_execution.name
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
        Resource = [aws_ecr_repository.services["evaluator-iot"].arn]
      },
      {
        Sid      = "WriteLogs"
        Effect   = "Allow"
        Action   = ["logs:CreateLogStream", "logs:PutLogEvents"]
        Resource = ["${aws_cloudwatch_log_group.services["evaluator-iot"].arn}:*"]
      },
      {
        Sid    = "ReadSecrets"
        Effect = "Allow"
        Action = ["secretsmanager:GetSecretValue"]
        Resource = [
          aws_secretsmanager_secret.timescale_url.arn,
          aws_secretsmanager_secret.sentry_dsn.arn,
        ]
      },
    ]
  })
}

resource "aws_iam_role" "evaluator_iot_task" {
  name               = "${local.name_prefix}-evaluator-iot-task"
  description        = "What the code of evaluator-iot may do"
  assume_role_policy = local.assumed_by_tasks
  tags               = { "longshore:service" = "evaluator-iot" }
}

resource "aws_iam_role" "ingest_iot_execution" {
  name               = "${local.name_prefix}-ingest-iot-execution"
  description        = "Starts the tasks of ingest-iot: image, logs and secrets"
  assume_role_policy = local.assumed_by_tasks
  tags               = { "longshore:service" = "ingest-iot" }
}

resource "aws_iam_role_policy" "ingest_iot_execution_start_tasks" {
  name = "start-tasks"
  role = aws_iam_role.ingest_iot_execution.name
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
        Resource = [aws_ecr_repository.services["ingest-iot"].arn]
      },
      {
        Sid      = "WriteLogs"
        Effect   = "Allow"
        Action   = ["logs:CreateLogStream", "logs:PutLogEvents"]
        Resource = ["${aws_cloudwatch_log_group.services["ingest-iot"].arn}:*"]
      },
      {
        Sid    = "ReadSecrets"
        Effect = "Allow"
        Action = ["secretsmanager:GetSecretValue"]
        Resource = [
          aws_secretsmanager_secret.timescale_url.arn,
          aws_secretsmanager_secret.mqtt_credentials.arn,
          aws_secretsmanager_secret.sentry_dsn.arn,
        ]
      },
    ]
  })
}

resource "aws_iam_role" "ingest_iot_task" {
  name               = "${local.name_prefix}-ingest-iot-task"
  description        = "What the code of ingest-iot may do"
  assume_role_policy = local.assumed_by_tasks
  tags               = { "longshore:service" = "ingest-iot" }
}

resource "aws_iam_role" "keycloak_execution" {
  name               = "${local.name_prefix}-keycloak-execution"
  description        = "Starts the tasks of keycloak: image, logs and secrets"
  assume_role_policy = local.assumed_by_tasks
  tags               = { "longshore:service" = "keycloak" }
}

resource "aws_iam_role_policy" "keycloak_execution_start_tasks" {
  name = "start-tasks"
  role = aws_iam_role.keycloak_execution.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid      = "WriteLogs"
        Effect   = "Allow"
        Action   = ["logs:CreateLogStream", "logs:PutLogEvents"]
        Resource = ["${aws_cloudwatch_log_group.services["keycloak"].arn}:*"]
      },
      {
        Sid    = "ReadSecrets"
        Effect = "Allow"
        Action = ["secretsmanager:GetSecretValue"]
        Resource = [
          aws_secretsmanager_secret.keycloak_admin_password.arn,
          aws_secretsmanager_secret.keycloak_db.arn,
        ]
      },
    ]
  })
}

resource "aws_iam_role" "keycloak_task" {
  name               = "${local.name_prefix}-keycloak-task"
  description        = "What the code of keycloak may do"
  assume_role_policy = local.assumed_by_tasks
  tags               = { "longshore:service" = "keycloak" }
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
      Sid      = "Mountmosquittodata"
      Effect   = "Allow"
      Action   = ["elasticfilesystem:ClientMount", "elasticfilesystem:ClientWrite"]
      Resource = [aws_efs_file_system.mosquitto_data.arn]
      Condition = {
        StringEquals = {
          "elasticfilesystem:AccessPointArn" = aws_efs_access_point.mqtt_mosquitto_data.arn
        }
      }
    }]
  })
}

resource "aws_iam_role" "ops_worker_execution" {
  name               = "${local.name_prefix}-ops-worker-execution"
  description        = "Starts the tasks of ops-worker: image, logs and secrets"
  assume_role_policy = local.assumed_by_tasks
  tags               = { "longshore:service" = "ops-worker" }
}

resource "aws_iam_role_policy" "ops_worker_execution_start_tasks" {
  name = "start-tasks"
  role = aws_iam_role.ops_worker_execution.name
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
        Resource = [aws_ecr_repository.services["ops-worker"].arn]
      },
      {
        Sid      = "WriteLogs"
        Effect   = "Allow"
        Action   = ["logs:CreateLogStream", "logs:PutLogEvents"]
        Resource = ["${aws_cloudwatch_log_group.services["ops-worker"].arn}:*"]
      },
      {
        Sid    = "ReadSecrets"
        Effect = "Allow"
        Action = ["secretsmanager:GetSecretValue"]
        Resource = [
          aws_secretsmanager_secret.timescale_url.arn,
          aws_secretsmanager_secret.mqtt_credentials.arn,
          aws_secretsmanager_secret.sentry_dsn.arn,
        ]
      },
    ]
  })
}

resource "aws_iam_role" "ops_worker_task" {
  name               = "${local.name_prefix}-ops-worker-task"
  description        = "What the code of ops-worker may do"
  assume_role_policy = local.assumed_by_tasks
  tags               = { "longshore:service" = "ops-worker" }
}

resource "aws_iam_role" "provision_api_execution" {
  name               = "${local.name_prefix}-provision-api-execution"
  description        = "Starts the tasks of provision-api: image, logs and secrets"
  assume_role_policy = local.assumed_by_tasks
  tags               = { "longshore:service" = "provision-api" }
}

resource "aws_iam_role_policy" "provision_api_execution_start_tasks" {
  name = "start-tasks"
  role = aws_iam_role.provision_api_execution.name
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
        Resource = [aws_ecr_repository.services["provision-api"].arn]
      },
      {
        Sid      = "WriteLogs"
        Effect   = "Allow"
        Action   = ["logs:CreateLogStream", "logs:PutLogEvents"]
        Resource = ["${aws_cloudwatch_log_group.services["provision-api"].arn}:*"]
      },
      {
        Sid    = "ReadSecrets"
        Effect = "Allow"
        Action = ["secretsmanager:GetSecretValue"]
        Resource = [
          aws_secretsmanager_secret.provision_admin_token.arn,
          aws_secretsmanager_secret.timescale_url.arn,
          aws_secretsmanager_secret.mqtt_credentials.arn,
          aws_secretsmanager_secret.sentry_dsn.arn,
        ]
      },
    ]
  })
}

resource "aws_iam_role" "provision_api_task" {
  name               = "${local.name_prefix}-provision-api-task"
  description        = "What the code of provision-api may do"
  assume_role_policy = local.assumed_by_tasks
  tags               = { "longshore:service" = "provision-api" }
}

resource "aws_iam_role" "subscription_worker_execution" {
  name               = "${local.name_prefix}-subscription-worker-execution"
  description        = "Starts the tasks of subscription-worker: image, logs and secrets"
  assume_role_policy = local.assumed_by_tasks
  tags               = { "longshore:service" = "subscription-worker" }
}

resource "aws_iam_role_policy" "subscription_worker_execution_start_tasks" {
  name = "start-tasks"
  role = aws_iam_role.subscription_worker_execution.name
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
        Resource = [aws_ecr_repository.services["subscription-worker"].arn]
      },
      {
        Sid      = "WriteLogs"
        Effect   = "Allow"
        Action   = ["logs:CreateLogStream", "logs:PutLogEvents"]
        Resource = ["${aws_cloudwatch_log_group.services["subscription-worker"].arn}:*"]
      },
      {
        Sid    = "ReadSecrets"
        Effect = "Allow"
        Action = ["secretsmanager:GetSecretValue"]
        Resource = [
          aws_secretsmanager_secret.billing_api_key.arn,
          aws_secretsmanager_secret.timescale_url.arn,
          aws_secretsmanager_secret.sentry_dsn.arn,
        ]
      },
    ]
  })
}

resource "aws_iam_role" "subscription_worker_task" {
  name               = "${local.name_prefix}-subscription-worker-task"
  description        = "What the code of subscription-worker may do"
  assume_role_policy = local.assumed_by_tasks
  tags               = { "longshore:service" = "subscription-worker" }
}

resource "aws_iam_role" "ui_iot_execution" {
  name               = "${local.name_prefix}-ui-iot-execution"
  description        = "Starts the tasks of ui-iot: image, logs and secrets"
  assume_role_policy = local.assumed_by_tasks
  tags               = { "longshore:service" = "ui-iot" }
}

resource "aws_iam_role_policy" "ui_iot_execution_start_tasks" {
  name = "start-tasks"
  role = aws_iam_role.ui_iot_execution.name
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
        Resource = [aws_ecr_repository.services["ui-iot"].arn]
      },
      {
        Sid      = "WriteLogs"
        Effect   = "Allow"
        Action   = ["logs:CreateLogStream", "logs:PutLogEvents"]
        Resource = ["${aws_cloudwatch_log_group.services["ui-iot"].arn}:*"]
      },
      {
        Sid    = "ReadSecrets"
        Effect = "Allow"
        Action = ["secretsmanager:GetSecretValue"]
        Resource = [
          aws_secretsmanager_secret.timescale_url.arn,
          aws_secretsmanager_secret.ui_oidc_client_secret.arn,
          aws_secretsmanager_secret.sentry_dsn.arn,
          aws_secretsmanager_secret.ui_session_secret.arn,
        ]
      },
    ]
  })
}

resource "aws_iam_role" "ui_iot_task" {
  name               = "${local.name_prefix}-ui-iot-task"
  description        = "What the code of ui-iot may do"
  assume_role_policy = local.assumed_by_tasks
  tags               = { "longshore:service" = "ui-iot" }
}

resource "aws_iam_role" "webhook_receiver_execution" {
  name               = "${local.name_prefix}-webhook-receiver-execution"
  description        = "Starts the tasks of webhook-receiver: image, logs and secrets"
  assume_role_policy = local.assumed_by_tasks
  tags               = { "longshore:service" = "webhook-receiver" }
}

resource "aws_iam_role_policy" "webhook_receiver_execution_start_tasks" {
  name = "start-tasks"
  role = aws_iam_role.webhook_receiver_execution.name
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
        Resource = [aws_ecr_repository.services["webhook-receiver"].arn]
      },
      {
        Sid      = "WriteLogs"
        Effect   = "Allow"
        Action   = ["logs:CreateLogStream", "logs:PutLogEvents"]
        Resource = ["${aws_cloudwatch_log_group.services["webhook-receiver"].arn}:*"]
      },
      {
        Sid    = "ReadSecrets"
        Effect = "Allow"
        Action = ["secretsmanager:GetSecretValue"]
        Resource = [
          aws_secretsmanager_secret.timescale_url.arn,
          aws_secretsmanager_secret.sentry_dsn.arn,
          aws_secretsmanager_secret.webhook_signing_secret.arn,
        ]
      },
    ]
  })
}

resource "aws_iam_role" "webhook_receiver_task" {
  name               = "${local.name_prefix}-webhook-receiver-task"
  description        = "What the code of webhook-receiver may do"
  assume_role_policy = local.assumed_by_tasks
  tags               = { "longshore:service" = "webhook-receiver" }
}
