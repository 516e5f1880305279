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
          "arn:${local.partition}:secretsmanager:${local.region}:${local.account_id}:secret:partner/token-??????",
        ]
      },
      {
        Sid      = "DecryptSecrets"
        Effect   = "Allow"
        Action   = ["kms:Decrypt"]
        Resource = [data.aws_cloudformation_export.vault_key_arn.value]
        Condition = {
          StringEquals = { "kms:ViaService" = "secretsmanager.${local.region}.${local.dns_suffix}" }
        }
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
    Statement = [
      {
        Sid    = "ReadAccounts"
        Effect = "Allow"
        Action = [
          "dynamodb:BatchGetItem",
          "dynamodb:ConditionCheckItem",
          "dynamodb:DescribeTable",
          "dynamodb:GetItem",
          "dynamodb:Query",
          "dynamodb:Scan",
        ]
        Resource = ["arn:aws:dynamodb:eu-west-1:111111111111:table/accounts"]
      },
      {
        Sid      = "ReadAccountsIndexes"
        Effect   = "Allow"
        Action   = ["dynamodb:Query", "dynamodb:Scan"]
        Resource = ["arn:aws:dynamodb:eu-west-1:111111111111:table/accounts/index/*"]
      },
      {
        Sid      = "ReadAccountsKey"
        Effect   = "Allow"
        Action   = ["kms:Decrypt", "kms:DescribeKey"]
        Resource = [data.aws_ssm_parameter.vault_key_arn.insecure_value]
        Condition = {
          StringEquals = { "kms:ViaService" = "dynamodb.${local.region}.${local.dns_suffix}" }
        }
      },
      {
        Sid      = "SendBooked"
        Effect   = "Allow"
        Action   = ["sns:Publish"]
        Resource = ["arn:aws:sns:eu-west-1:111111111111:booked.fifo"]
      },
      {
        Sid    = "ReadWriteEntries"
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
          "arn:${local.partition}:dynamodb:${local.region}:${local.account_id}:table/${data.aws_ssm_parameter.ledger_entries_table.insecure_value}",
        ]
      },
      {
        Sid    = "ReadWriteEntriesIndexes"
        Effect = "Allow"
        Action = ["dynamodb:Query", "dynamodb:Scan"]
        Resource = [
          "arn:${local.partition}:dynamodb:${local.region}:${local.account_id}:table/${data.aws_ssm_parameter.ledger_entries_table.insecure_value}/index/*",
        ]
      },
      {
        Sid      = "SendPostings"
        Effect   = "Allow"
        Action   = ["sqs:GetQueueAttributes", "sqs:GetQueueUrl", "sqs:SendMessage"]
        Resource = ["arn:aws:sqs:eu-west-1:111111111111:postings.fifo"]
      },
      {
        Sid    = "ReadToken"
        Effect = "Allow"
        Action = ["secretsmanager:DescribeSecret", "secretsmanager:GetSecretValue"]
        Resource = [
          "arn:${local.partition}:secretsmanager:${local.region}:${local.account_id}:secret:partner/token-??????",
        ]
      },
      {
        Sid      = "ReadTokenKey"
        Effect   = "Allow"
        Action   = ["kms:Decrypt"]
        Resource = [data.aws_cloudformation_export.vault_key_arn.value]
        Condition = {
          StringEquals = { "kms:ViaService" = "secretsmanager.${local.region}.${local.dns_suffix}" }
        }
      },
      {
        Sid      = "WriteUploads"
        Effect   = "Allow"
        Action   = ["s3:AbortMultipartUpload", "s3:PutObject"]
        Resource = ["arn:${local.partition}:s3:::ledger-uploads/*"]
      },
      {
        Sid      = "WriteUploadsKey"
        Effect   = "Allow"
        Action   = ["kms:Decrypt", "kms:GenerateDataKey"]
        Resource = ["arn:aws:kms:eu-west-1:111111111111:key/0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0"]
        Condition = {
          StringEquals = { "kms:ViaService" = "s3.${local.region}.${local.dns_suffix}" }
        }
      },
      {
        Sid      = "ReadWriteVault"
        Effect   = "Allow"
        Action   = ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey"]
        Resource = ["arn:aws:kms:eu-west-1:111111111111:key/1234abcd-12ab-34cd-56ef-1234567890ab"]
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

resource "aws_iam_role" "poster_execution" {
  name               = "${local.name_prefix}-poster-execution"
  description        = "Starts the tasks of poster: image, logs and secrets"
  assume_role_policy = local.assumed_by_tasks
  tags               = { "longshore:service" = "poster" }
}

resource "aws_iam_role_policy" "poster_execution_start_tasks" {
  name = "start-tasks"
  role = aws_iam_role.poster_execution.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid      = "WriteLogs"
      Effect   = "Allow"
      Action   = ["logs:CreateLogStream", "logs:PutLogEvents"]
      Resource = ["${aws_cloudwatch_log_group.services["poster"].arn}:*"]
    }]
  })
}

resource "aws_iam_role" "poster_task" {
  name               = "${local.name_prefix}-poster-task"
  description        = "What the code of poster may do"
  assume_role_policy = local.assumed_by_tasks
  tags               = { "longshore:service" = "poster" }
}

resource "aws_iam_role_policy" "poster_task_access" {
  name = "access"
  role = aws_iam_role.poster_task.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid    = "WriteAccounts"
        Effect = "Allow"
        Action = [
          "dynamodb:BatchWriteItem",
          "dynamodb:DeleteItem",
          "dynamodb:DescribeTable",
          "dynamodb:PutItem",
          "dynamodb:UpdateItem",
        ]
        Resource = ["arn:aws:dynamodb:eu-west-1:111111111111:table/accounts"]
      },
      {
        Sid    = "WriteAccountsKey"
        Effect = "Allow"
        Action = [
          "kms:Decrypt",
          "kms:DescribeKey",
          "kms:Encrypt",
          "kms:GenerateDataKey",
          "kms:ReEncryptFrom",
          "kms:ReEncryptTo",
        ]
        Resource = [data.aws_ssm_parameter.vault_key_arn.insecure_value]
        Condition = {
          StringEquals = { "kms:ViaService" = "dynamodb.${local.region}.${local.dns_suffix}" }
        }
      },
      {
        Sid    = "WriteEntries"
        Effect = "Allow"
        Action = [
          "dynamodb:BatchWriteItem",
          "dynamodb:DeleteItem",
          "dynamodb:DescribeTable",
          "dynamodb:PutItem",
          "dynamodb:UpdateItem",
        ]
        Resource = [
          "arn:${local.partition}:dynamodb:${local.region}:${local.account_id}:table/${data.aws_ssm_parameter.ledger_entries_table.insecure_value}",
        ]
      },
      {
        Sid      = "SendNotices"
        Effect   = "Allow"
        Action   = ["sqs:GetQueueAttributes", "sqs:GetQueueUrl", "sqs:SendMessage"]
        Resource = [data.aws_ssm_parameter.ledger_notices_queue_arn.insecure_value]
      },
      {
        Sid    = "ConsumePostings"
        Effect = "Allow"
        Action = [
          "sqs:ChangeMessageVisibility",
          "sqs:DeleteMessage",
          "sqs:GetQueueAttributes",
          "sqs:GetQueueUrl",
          "sqs:ReceiveMessage",
        ]
        Resource = ["arn:aws:sqs:eu-west-1:111111111111:postings.fifo"]
      },
      {
        Sid    = "ReadWriteSigning"
        Effect = "Allow"
        Action = [
          "secretsmanager:DescribeSecret",
          "secretsmanager:GetSecretValue",
          "secretsmanager:PutSecretValue",
        ]
        Resource = ["arn:aws:secretsmanager:eu-west-1:111111111111:secret:signing-a1B2c3"]
      },
      {
        Sid      = "ReadWriteUploadsList"
        Effect   = "Allow"
        Action   = ["s3:ListBucket"]
        Resource = ["arn:${local.partition}:s3:::ledger-uploads"]
      },
      {
        Sid      = "ReadWriteUploads"
        Effect   = "Allow"
        Action   = ["s3:AbortMultipartUpload", "s3:GetObject", "s3:PutObject"]
        Resource = ["arn:${local.partition}:s3:::ledger-uploads/*"]
      },
      {
        Sid      = "ReadWriteUploadsKey"
        Effect   = "Allow"
        Action   = ["kms:Decrypt", "kms:GenerateDataKey"]
        Resource = ["arn:aws:kms:eu-west-1:111111111111:key/0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0"]
        Condition = {
          StringEquals = { "kms:ViaService" = "s3.${local.region}.${local.dns_suffix}" }
        }
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

resource "aws_iam_role" "reporter_execution" {
  name               = "${local.name_prefix}-reporter-execution"
  description        = "Starts the tasks of reporter: image, logs and secrets"
  assume_role_policy = local.assumed_by_tasks
  tags               = { "longshore:service" = "reporter" }
}

resource "aws_iam_role_policy" "reporter_execution_start_tasks" {
  name = "start-tasks"
  role = aws_iam_role.reporter_execution.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid      = "WriteLogs"
      Effect   = "Allow"
      Action   = ["logs:CreateLogStream", "logs:PutLogEvents"]
      Resource = ["${aws_cloudwatch_log_group.services["reporter"].arn}:*"]
    }]
  })
}

resource "aws_iam_role" "reporter_task" {
  name               = "${local.name_prefix}-reporter-task"
  description        = "What the code of reporter may do"
  assume_role_policy = local.assumed_by_tasks
  tags               = { "longshore:service" = "reporter" }
}

resource "aws_iam_role_policy" "reporter_task_access" {
  name = "access"
  role = aws_iam_role.reporter_task.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid    = "ReadEntries"
        Effect = "Allow"
        Action = [
          "dynamodb:BatchGetItem",
          "dynamodb:ConditionCheckItem",
          "dynamodb:DescribeTable",
          "dynamodb:GetItem",
          "dynamodb:Query",
          "dynamodb:Scan",
        ]
        Resource = [
          "arn:${local.partition}:dynamodb:${local.region}:${local.account_id}:table/${data.aws_ssm_parameter.ledger_entries_table.insecure_value}",
        ]
      },
      {
        Sid    = "ReadEntriesIndexes"
        Effect = "Allow"
        Action = ["dynamodb:Query", "dynamodb:Scan"]
        Resource = [
          "arn:${local.partition}:dynamodb:${local.region}:${local.account_id}:table/${data.aws_ssm_parameter.ledger_entries_table.insecure_value}/index/*",
        ]
      },
      {
        Sid    = "ReadGitHub"
        Effect = "Allow"
        Action = ["codestar-connections:UseConnection"]
        Resource = [
          "arn:aws:codestar-connections:eu-west-1:111111111111:connection/1234abcd-12ab-34cd-56ef-1234567890ab",
        ]
        Condition = {
          StringEquals = { "codestar-connections:ProviderPermissionsRequired" = "read_only" }
        }
      },
      {
        Sid    = "ReadModels"
        Effect = "Allow"
        Action = [
          "codecommit:GetBlob",
          "codecommit:GetBranch",
          "codecommit:GetCommit",
          "codecommit:GetDifferences",
          "codecommit:GetFile",
          "codecommit:GetFolder",
          "codecommit:GetRepository",
          "codecommit:GitPull",
          "codecommit:ListBranches",
        ]
        Resource = [
          "arn:${local.partition}:codecommit:${local.region}:${local.account_id}:${data.aws_ssm_parameter.ledger_models_repository.insecure_value}",
        ]
      },
      {
        Sid    = "ConsumeNotices"
        Effect = "Allow"
        Action = [
          "sqs:ChangeMessageVisibility",
          "sqs:DeleteMessage",
          "sqs:GetQueueAttributes",
          "sqs:GetQueueUrl",
          "sqs:ReceiveMessage",
        ]
        Resource = [data.aws_ssm_parameter.ledger_notices_queue_arn.insecure_value]
      },
      {
        Sid      = "WriteSigning"
        Effect   = "Allow"
        Action   = ["secretsmanager:DescribeSecret", "secretsmanager:PutSecretValue"]
        Resource = ["arn:aws:secretsmanager:eu-west-1:111111111111:secret:signing-a1B2c3"]
      },
      {
        Sid      = "ReadUploadsList"
        Effect   = "Allow"
        Action   = ["s3:ListBucket"]
        Resource = ["arn:${local.partition}:s3:::ledger-uploads"]
      },
      {
        Sid      = "ReadUploads"
        Effect   = "Allow"
        Action   = ["s3:GetObject"]
        Resource = ["arn:${local.partition}:s3:::ledger-uploads/*"]
      },
      {
        Sid      = "ReadUploadsKey"
        Effect   = "Allow"
        Action   = ["kms:Decrypt"]
        Resource = ["arn:aws:kms:eu-west-1:111111111111:key/0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0"]
        Condition = {
          StringEquals = { "kms:ViaService" = "s3.${local.region}.${local.dns_suffix}" }
        }
      },
      {
        Sid      = "ReadVault"
        Effect   = "Allow"
        Action   = ["kms:Decrypt", "kms:DescribeKey"]
        Resource = ["arn:aws:kms:eu-west-1:111111111111:key/1234abcd-12ab-34cd-56ef-1234567890ab"]
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
