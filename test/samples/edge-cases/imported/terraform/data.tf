data "aws_caller_identity" "current" {}

data "aws_partition" "current" {}

data "aws_region" "current" {}

data "aws_ssm_parameter" "net_private_subnet_ids" {
  name = "/net/private-subnet-ids"
}

data "aws_ssm_parameter" "net_proxy" {
  name = "/net/proxy"
}

data "aws_ssm_parameter" "platform_cluster_name" {
  name = "/platform/cluster-name"
}

data "aws_cloudformation_export" "endpoint_security_group" {
  name = "EndpointSecurityGroup"
}

data "aws_cloudformation_export" "platform_namespace_id" {
  name = "PlatformNamespaceId"
}
