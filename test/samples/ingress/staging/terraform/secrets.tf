resource "aws_secretsmanager_secret" "login" {
  name        = "${local.name_prefix}/login"
  description = "login of gate-staging; its value is set by its owner"

  # What is in it is kept: take this out before it may be destroyed.
  lifecycle {
    prevent_destroy = true
  }
}
