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
        Sid      = "ReadSecrets"
        Effect   = "Allow"
        Action   = ["secretsmanager:GetSecretValue"]
        Resource = [aws_secretsmanager_secret.token.arn]
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
        Resource = [aws_dynamodb_table.accounts.arn]
      },
      {
        Sid      = "SendBooked"
        Effect   = "Allow"
        Action   = ["sns:Publish"]
        Resource = [aws_sns_topic.booked.arn]
      },
      {
        Sid      = "SendBookedKey"
        Effect   = "Allow"
        Action   = ["kms:Decrypt", "kms:GenerateDataKey"]
        Resource = [aws_kms_key.vault.arn]
        Condition = {
          StringEquals = { "kms:ViaService" = "sns.${local.region}.${local.dns_suffix}" }
        }
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
        Resource = [aws_dynamodb_table.entries.arn]
      },
      {
        Sid    = "ReadWriteEntriesIndexes"
        Effect = "Allow"
        Action = ["dynamodb:Query", "dynamodb:Scan"]
        Resource = [
          "${aws_dynamodb_table.entries.arn}/index/byBatch",
          "${aws_dynamodb_table.entries.arn}/index/byDay",
        ]
      },
      {
        Sid    = "ReadWriteEntriesKey"
        Effect = "Allow"
        Action = [
          "kms:Decrypt",
          "kms:DescribeKey",
          "kms:Encrypt",
          "kms:GenerateDataKey",
          "kms:ReEncryptFrom",
          "kms:ReEncryptTo",
        ]
        Resource = [aws_kms_key.vault.arn]
        Condition = {
          StringEquals = { "kms:ViaService" = "dynamodb.${local.region}.${local.dns_suffix}" }
        }
      },
      {
        Sid      = "SendPostings"
        Effect   = "Allow"
        Action   = ["sqs:GetQueueAttributes", "sqs:GetQueueUrl", "sqs:SendMessage"]
        Resource = [aws_sqs_queue.postings.arn]
      },
      {
        Sid      = "SendPostingsKey"
        Effect   = "Allow"
        Action   = ["kms:Decrypt", "kms:GenerateDataKey"]
        Resource = [aws_kms_key.vault.arn]
        Condition = {
          StringEquals = { "kms:ViaService" = "sqs.${local.region}.${local.dns_suffix}" }
        }
      },
      {
        Sid      = "ReadToken"
        Effect   = "Allow"
        Action   = ["secretsmanager:DescribeSecret", "secretsmanager:GetSecretValue"]
        Resource = [aws_secretsmanager_secret.token.arn]
      },
      {
        Sid      = "WriteUploads"
        Effect   = "Allow"
        Action   = ["s3:AbortMultipartUpload", "s3:PutObject"]
        Resource = ["${aws_s3_bucket.uploads.arn}/*"]
      },
      {
        Sid      = "WriteUploadsKey"
        Effect   = "Allow"
        Action   = ["kms:Decrypt", "kms:GenerateDataKey"]
        Resource = [aws_kms_key.vault.arn]
        Condition = {
          StringEquals = { "kms:ViaService" = "s3.${local.region}.${local.dns_suffix}" }
        }
      },
      {
        Sid      = "ReadWriteVault"
        Effect   = "Allow"
        Action   = ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey"]
        Resource = [aws_kms_key.vault.arn]
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
        Resource = [aws_dynamodb_table.accounts.arn]
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
        Resource = [aws_dynamodb_table.entries.arn]
      },
      {
        Sid    = "WriteEntriesKey"
        Effect = "Allow"
        Action = [
          "kms:Decrypt",
          "kms:DescribeKey",
          "kms:Encrypt",
          "kms:GenerateDataKey",
          "kms:ReEncryptFrom",
          "kms:ReEncryptTo",
        ]
        Resource = [aws_kms_key.vault.arn]
        Condition = {
          StringEquals = { "kms:ViaService" = "dynamodb.${local.region}.${local.dns_suffix}" }
        }
      },
      {
        Sid      = "SendNotices"
        Effect   = "Allow"
        Action   = ["sqs:GetQueueAttributes", "sqs:GetQueueUrl", "sqs:SendMessage"]
        Resource = [aws_sqs_queue.notices.arn]
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
        Resource = [aws_sqs_queue.postings.arn]
      },
      {
        Sid      = "ConsumePostingsKey"
        Effect   = "Allow"
        Action   = ["kms:Decrypt"]
        Resource = [aws_kms_key.vault.arn]
        Condition = {
          StringEquals = { "kms:ViaService" = "sqs.${local.region}.${local.dns_suffix}" }
        }
      },
      {
        Sid    = "ReadWriteSigning"
        Effect = "Allow"
        Action = [
          "secretsmanager:DescribeSecret",
          "secretsmanager:GetSecretValue",
          "secretsmanager:PutSecretValue",
        ]
        Resource = [aws_secretsmanager_secret.signing.arn]
      },
      {
        Sid      = "ReadWriteSigningKey"
        Effect   = "Allow"
        Action   = ["kms:Decrypt", "kms:GenerateDataKey"]
        Resource = [aws_kms_key.vault.arn]
        Condition = {
          StringEquals = { "kms:ViaService" = "secretsmanager.${local.region}.${local.dns_suffix}" }
        }
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
        Sid      = "ReadWriteUploadsKey"
        Effect   = "Allow"
        Action   = ["kms:Decrypt", "kms:GenerateDataKey"]
        Resource = [aws_kms_key.vault.arn]
        Condition = {
          StringEquals = { "kms:ViaService" = "s3.${local.region}.${local.dns_suffix}" }
        }
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
        Resource = [aws_dynamodb_table.entries.arn]
      },
      {
        Sid    = "ReadEntriesIndexes"
        Effect = "Allow"
        Action = ["dynamodb:Query", "dynamodb:Scan"]
        Resource = [
          "${aws_dynamodb_table.entries.arn}/index/byBatch",
          "${aws_dynamodb_table.entries.arn}/index/byDay",
        ]
      },
      {
        Sid      = "ReadEntriesKey"
        Effect   = "Allow"
        Action   = ["kms:Decrypt", "kms:DescribeKey"]
        Resource = [aws_kms_key.vault.arn]
        Condition = {
          StringEquals = { "kms:ViaService" = "dynamodb.${local.region}.${local.dns_suffix}" }
        }
      },
      {
        Sid    = "ReadGitHub"
        Effect = "Allow"
        Action = ["codeconnections:UseConnection"]
        Resource = [
          "arn:aws:codeconnections:eu-west-1:111111111111:connection/1234abcd-12ab-34cd-56ef-1234567890ab",
        ]
        Condition = {
          StringEquals = { "codeconnections:ProviderPermissionsRequired" = "read_only" }
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
          "arn:${local.partition}:codecommit:${local.region}:${local.account_id}:ledger-models",
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
        Resource = [aws_sqs_queue.notices.arn]
      },
      {
        Sid      = "WriteSigning"
        Effect   = "Allow"
        Action   = ["secretsmanager:DescribeSecret", "secretsmanager:PutSecretValue"]
        Resource = [aws_secretsmanager_secret.signing.arn]
      },
      {
        Sid      = "WriteSigningKey"
        Effect   = "Allow"
        Action   = ["kms:Decrypt", "kms:GenerateDataKey"]
        Resource = [aws_kms_key.vault.arn]
        Condition = {
          StringEquals = { "kms:ViaService" = "secretsmanager.${local.region}.${local.dns_suffix}" }
        }
      },
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
      {
        Sid      = "ReadUploadsKey"
        Effect   = "Allow"
        Action   = ["kms:Decrypt"]
        Resource = [aws_kms_key.vault.arn]
        Condition = {
          StringEquals = { "kms:ViaService" = "s3.${local.region}.${local.dns_suffix}" }
        }
      },
      {
        Sid      = "ReadVault"
        Effect   = "Allow"
        Action   = ["kms:Decrypt", "kms:DescribeKey"]
        Resource = [aws_kms_key.vault.arn]
      },
    ]
  })
}
