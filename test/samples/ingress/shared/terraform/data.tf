data "aws_caller_identity" "current" {}

data "aws_partition" "current" {}

data "aws_region" "current" {}

data "aws_ssm_parameter" "certificates_mqtt" {
  name = "/certificates/mqtt"
}

data "aws_ssm_parameter" "certificates_wildcard" {
  name = "/certificates/wildcard"
}

data "aws_ssm_parameter" "login_client_id" {
  name = "/login/client-id"
}

data "aws_ssm_parameter" "login_user_pool_arn" {
  name = "/login/user-pool-arn"
}

data "aws_ssm_parameter" "net_private_ids" {
  name = "/net/private-ids"
}

data "aws_ssm_parameter" "net_public_ids" {
  name = "/net/public-ids"
}

data "aws_ssm_parameter" "platform_listener_arn" {
  name = "/platform/listener-arn"
}

data "aws_ssm_parameter" "platform_security_group" {
  name = "/platform/security-group"
}

data "aws_secretsmanager_secret_version" "data_login" {
  secret_id = aws_secretsmanager_secret.login.arn
}

data "aws_secretsmanager_secret_version" "partners_login" {
  secret_id = "partners/login"
}
