data "aws_caller_identity" "current" {}

data "aws_partition" "current" {}

data "aws_region" "current" {}

data "aws_ssm_parameter" "network_private_subnets" {
  name = "/network/private-subnets"
}

data "aws_ssm_parameter" "network_vpc" {
  name = "/network/vpc"
}
