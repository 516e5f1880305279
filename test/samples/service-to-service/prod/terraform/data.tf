data "aws_caller_identity" "current" {}

data "aws_partition" "current" {}

data "aws_region" "current" {}

data "aws_ssm_parameter" "shared_monitored_security_group" {
  name = "/shared/monitored-security-group"
}

data "aws_ssm_parameter" "shared_private_ca" {
  name = "/shared/private-ca"
}

data "aws_ssm_parameter" "shared_service_connect_tls_role" {
  name = "/shared/service-connect-tls-role"
}
