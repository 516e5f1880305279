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
        Sid    = "ReadSecrets"
        Effect = "Allow"
        Action = ["secretsmanager:GetSecretValue"]
        Resource = [
          aws_secretsmanager_secret.token.arn,
          aws_rds_cluster.db.master_user_secret[0].secret_arn,
        ]
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

resource "aws_iam_role" "reports_execution" {
  name               = "${local.name_prefix}-reports-execution"
  description        = "Starts the tasks of reports: image, logs and secrets"
  assume_role_policy = local.assumed_by_tasks
  tags               = { "longshore:service" = "reports" }
}

resource "aws_iam_role_policy" "reports_execution_start_tasks" {
  name = "start-tasks"
  role = aws_iam_role.reports_execution.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid      = "WriteLogs"
        Effect   = "Allow"
        Action   = ["logs:CreateLogStream", "logs:PutLogEvents"]
        Resource = ["${aws_cloudwatch_log_group.services["reports"].arn}:*"]
      },
      {
        Sid      = "ReadSecrets"
        Effect   = "Allow"
        Action   = ["secretsmanager:GetSecretValue"]
        Resource = [aws_db_instance.reports.master_user_secret[0].secret_arn]
      },
    ]
  })
}

resource "aws_iam_role" "reports_task" {
  name               = "${local.name_prefix}-reports-task"
  description        = "What the code of reports may do"
  assume_role_policy = local.assumed_by_tasks
  tags               = { "longshore:service" = "reports" }
}
