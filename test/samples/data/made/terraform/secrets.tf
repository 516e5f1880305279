resource "aws_secretsmanager_secret" "signing" {
  name        = "${local.name_prefix}/Signing"
  description = "Signing of ledger-made; its value is set by its owner"
  kms_key_id  = aws_kms_key.vault.arn

  # What is in it is kept: take this out before it may be destroyed.
  lifecycle {
    prevent_destroy = true
  }
}

resource "aws_secretsmanager_secret" "token" {
  name        = "${local.name_prefix}/Token"
  description = "Token of ledger-made; its value is set by its owner"

  # What is in it is kept: take this out before it may be destroyed.
  lifecycle {
    prevent_destroy = true
  }
}
