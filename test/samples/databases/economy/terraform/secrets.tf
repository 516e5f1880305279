resource "aws_secretsmanager_secret" "token" {
  name        = "${local.name_prefix}/Token"
  description = "Token of shop-economy; its value is set by its owner"
  # Gone at once, as its name is not free before.
  recovery_window_in_days = 0
}
