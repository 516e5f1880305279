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

resource "aws_iam_role" "agentcore_execution" {
  name               = "${local.name_prefix}-agentcore-execution"
  description        = "Starts the tasks of agentcore: image, logs and secrets"
  assume_role_policy = local.assumed_by_tasks
  tags               = { "longshore:service" = "agentcore" }
}

resource "aws_iam_role_policy" "agentcore_execution_start_tasks" {
  name = "start-tasks"
  role = aws_iam_role.agentcore_execution.name
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
          "arn:${local.partition}:ecr:${split(".", data.aws_ssm_parameter.storage_agent_repository_uri.insecure_value)[3]}:${split(".", data.aws_ssm_parameter.storage_agent_repository_uri.insecure_value)[0]}:repository/${split(".amazonaws.com/", data.aws_ssm_parameter.storage_agent_repository_uri.insecure_value)[1]}",
        ]
      },
      {
        Sid      = "WriteLogs"
        Effect   = "Allow"
        Action   = ["logs:CreateLogStream", "logs:PutLogEvents"]
        Resource = ["${aws_cloudwatch_log_group.services["agentcore"].arn}:*"]
      },
      {
        Sid    = "ReadParameters"
        Effect = "Allow"
        Action = ["ssm:GetParameter", "ssm:GetParameters"]
        Resource = [
          "arn:${local.partition}:ssm:${local.region}:${local.account_id}:parameter/bff/test/security/database-url",
        ]
      },
    ]
  })
}

resource "aws_iam_role" "agentcore_task" {
  name               = "${local.name_prefix}-agentcore-task"
  description        = "What the code of agentcore may do"
  assume_role_policy = local.assumed_by_tasks
  tags               = { "longshore:service" = "agentcore" }
}

resource "aws_iam_role_policy" "agentcore_task_access" {
  name = "access"
  role = aws_iam_role.agentcore_task.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid    = "ReadWriteAgentDataList"
        Effect = "Allow"
        Action = ["s3:ListBucket"]
        Resource = [
          "arn:${local.partition}:s3:::${data.aws_ssm_parameter.storage_agent_data_bucket.insecure_value}",
        ]
      },
      {
        Sid    = "ReadWriteAgentData"
        Effect = "Allow"
        Action = ["s3:AbortMultipartUpload", "s3:GetObject", "s3:PutObject"]
        Resource = [
          "arn:${local.partition}:s3:::${data.aws_ssm_parameter.storage_agent_data_bucket.insecure_value}/*",
        ]
      },
      {
        Sid      = "InvokeModels"
        Effect   = "Allow"
        Action   = ["bedrock:InvokeModel", "bedrock:InvokeModelWithResponseStream"]
        Resource = ["arn:${local.partition}:bedrock:${local.region}::foundation-model/*"]
      },
      {
        Sid    = "InvokeAgents"
        Effect = "Allow"
        Action = ["bedrock:InvokeAgent"]
        Resource = [
          "arn:${local.partition}:bedrock:${local.region}:${local.account_id}:agent-alias/*",
        ]
      },
      {
        Sid    = "ReadParameters"
        Effect = "Allow"
        Action = ["ssm:GetParameter", "ssm:GetParameters", "ssm:GetParametersByPath"]
        Resource = [
          "arn:${local.partition}:ssm:${local.region}:${local.account_id}:parameter/bff/test/agent/*",
        ]
      },
    ]
  })
}

resource "aws_iam_role" "bff_execution" {
  name               = "${local.name_prefix}-bff-execution"
  description        = "Starts the tasks of bff: image, logs and secrets"
  assume_role_policy = local.assumed_by_tasks
  tags               = { "longshore:service" = "bff" }
}

resource "aws_iam_role_policy" "bff_execution_start_tasks" {
  name = "start-tasks"
  role = aws_iam_role.bff_execution.name
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
          "arn:${local.partition}:ecr:${split(".", data.aws_ssm_parameter.storage_app_repository_uri.insecure_value)[3]}:${split(".", data.aws_ssm_parameter.storage_app_repository_uri.insecure_value)[0]}:repository/${split(".amazonaws.com/", data.aws_ssm_parameter.storage_app_repository_uri.insecure_value)[1]}",
        ]
      },
      {
        Sid      = "WriteLogs"
        Effect   = "Allow"
        Action   = ["logs:CreateLogStream", "logs:PutLogEvents"]
        Resource = ["${aws_cloudwatch_log_group.services["bff"].arn}:*"]
      },
      {
        Sid    = "ReadParameters"
        Effect = "Allow"
        Action = ["ssm:GetParameter", "ssm:GetParameters"]
        Resource = [
          "arn:${local.partition}:ssm:${local.region}:${local.account_id}:parameter/bff/test/security/database-url",
          "arn:${local.partition}:ssm:${local.region}:${local.account_id}:parameter/bff/test/security/session-secret",
        ]
      },
    ]
  })
}

resource "aws_iam_role" "bff_task" {
  name               = "${local.name_prefix}-bff-task"
  description        = "What the code of bff may do"
  assume_role_policy = local.assumed_by_tasks
  tags               = { "longshore:service" = "bff" }
}

resource "aws_iam_role_policy" "bff_task_access" {
  name = "access"
  role = aws_iam_role.bff_task.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid      = "WriteOwnLogs"
        Effect   = "Allow"
        Action   = ["logs:CreateLogStream", "logs:PutLogEvents"]
        Resource = ["${aws_cloudwatch_log_group.services["bff"].arn}:*"]
      },
      {
        Sid    = "ReadParameters"
        Effect = "Allow"
        Action = ["ssm:GetParameter", "ssm:GetParameters", "ssm:GetParametersByPath"]
        Resource = [
          "arn:${local.partition}:ssm:${local.region}:${local.account_id}:parameter/bff/test/app/*",
        ]
      },
    ]
  })
}
