resource "aws_secretsmanager_secret" "token" {
  name        = "${local.name_prefix}/Token"
  description = "Token of shop-imported; its value is set by its owner"

  # What is in it is kept: take this out before it may be destroyed.
  lifecycle {
    prevent_destroy = true
  }
}
