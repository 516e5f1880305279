data "aws_caller_identity" "current" {}

data "aws_partition" "current" {}

data "aws_region" "current" {}

data "aws_ssm_parameter" "platform_dev_network_private_subnet_ids" {
  name = "/platform/dev/network/private-subnet-ids"
}

data "aws_ssm_parameter" "platform_dev_network_vpc_id" {
  name = "/platform/dev/network/vpc-id"
}

data "aws_ssm_parameter" "platform_dev_platform_cluster_name" {
  name = "/platform/dev/platform/cluster-name"
}

data "aws_ssm_parameter" "platform_dev_platform_https_listener_arn" {
  name = "/platform/dev/platform/https-listener-arn"
}

data "aws_ssm_parameter" "platform_dev_platform_load_balancer_full_name" {
  name = "/platform/dev/platform/load-balancer-full-name"
}

data "aws_ssm_parameter" "platform_dev_platform_load_balancer_security_group_id" {
  name = "/platform/dev/platform/load-balancer-security-group-id"
}
