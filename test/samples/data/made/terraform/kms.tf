resource "aws_kms_key" "vault" {
  description             = "Vault of ledger-made"
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
        Sid       = "UsedByTopics"
        Effect    = "Allow"
        Principal = { Service = "sns.amazonaws.com" }
        Action    = ["kms:Decrypt", "kms:GenerateDataKey"]
        # In the policy of a key, * is that key.
        Resource = ["*"]
        Condition = {
          ArnEquals = {
            "aws:SourceArn" = "arn:${local.partition}:sns:${local.region}:${local.account_id}:ledger-made-Booked.fifo"
          }
        }
      },
    ]
  })

  # What is in it is kept: take this out before it may be destroyed.
  lifecycle {
    prevent_destroy = true
  }
}

resource "aws_kms_alias" "vault" {
  name          = "alias/${local.name_prefix}-Vault"
  target_key_id = aws_kms_key.vault.key_id
}
