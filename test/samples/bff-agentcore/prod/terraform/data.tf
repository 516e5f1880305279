data "aws_caller_identity" "current" {}

data "aws_partition" "current" {}

data "aws_region" "current" {}

data "aws_ssm_parameter" "database_host" {
  name = "/bff/${var.environment}/database/host"
}

data "aws_ssm_parameter" "database_security_group_id" {
  name = "/bff/${var.environment}/database/security-group-id"
}

data "aws_ssm_parameter" "network_endpoint_security_group_id" {
  name = "/bff/${var.environment}/network/endpoint-security-group-id"
}

data "aws_ssm_parameter" "network_private_agent_subnet_ids" {
  name = "/bff/${var.environment}/network/private-agent-subnet-ids"
}

data "aws_ssm_parameter" "network_private_app_subnet_ids" {
  name = "/bff/${var.environment}/network/private-app-subnet-ids"
}

data "aws_ssm_parameter" "network_public_listener_arn" {
  name = "/bff/${var.environment}/network/public-listener-arn"
}

data "aws_ssm_parameter" "network_public_load_balancer_dns_name" {
  name = "/bff/${var.environment}/network/public-load-balancer-dns-name"
}

data "aws_ssm_parameter" "network_public_load_balancer_security_group_id" {
  name = "/bff/${var.environment}/network/public-load-balancer-security-group-id"
}

data "aws_ssm_parameter" "network_s3_prefix_list_id" {
  name = "/bff/${var.environment}/network/s3-prefix-list-id"
}

data "aws_ssm_parameter" "network_vpc_id" {
  name = "/bff/${var.environment}/network/vpc-id"
}

data "aws_ssm_parameter" "storage_agent_data_bucket" {
  name = "/bff/${var.environment}/storage/agent-data-bucket"
}

data "aws_ssm_parameter" "storage_agent_repository_uri" {
  name = "/bff/${var.environment}/storage/agent-repository-uri"
}

data "aws_ssm_parameter" "storage_app_repository_uri" {
  name = "/bff/${var.environment}/storage/app-repository-uri"
}
