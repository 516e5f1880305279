resource "aws_secretsmanager_secret" "login" {
  name        = "${local.name_prefix}/login"
  description = "login of gate-dev; its value is set by its owner"
  # Gone at once, as its name is not free before.
  recovery_window_in_days = 0
}
