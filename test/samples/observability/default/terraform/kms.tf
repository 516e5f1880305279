resource "aws_kms_key" "key" {
  description             = "Key of shop"
  enable_key_rotation     = true
  deletion_window_in_days = 30
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid       = "AdministeredByTheAccount"
        Effect    = "Allow"
        Principal = { AWS = "arn:${local.partition}:iam::${local.account_id}:root" }
        Action    = ["kms:*"]
        # The default policy of KMS, by which IAM decides who may use the key; in the policy of a key, * is that key.
        Resource = ["*"]
      },
      {
        Sid       = "UsedByLogs"
        Effect    = "Allow"
        Principal = { Service = "logs.${local.region}.amazonaws.com" }
        Action = [
          "kms:Decrypt",
          "kms:DescribeKey",
          "kms:Encrypt",
          "kms:GenerateDataKey",
          "kms:ReEncryptFrom",
          "kms:ReEncryptTo",
        ]
        # In the policy of a key, * is that key.
        Resource = ["*"]
        Condition = {
          ArnLike = {
            "kms:EncryptionContext:aws:logs:arn" = "arn:${local.partition}:logs:${local.region}:${local.account_id}:log-group:*"
          }
        }
      },
      {
        Sid       = "UsedByAlarms"
        Effect    = "Allow"
        Principal = { Service = ["cloudwatch.amazonaws.com", "events.amazonaws.com"] }
        Action    = ["kms:Decrypt", "kms:GenerateDataKey"]
        # In the policy of a key, * is that key.
        Resource = ["*"]
      },
    ]
  })

  # What is in it is kept: take this out before it may be destroyed.
  lifecycle {
    prevent_destroy = true
  }
}

resource "aws_kms_alias" "key" {
  name          = "alias/${local.name_prefix}-Key"
  target_key_id = aws_kms_key.key.key_id
}
