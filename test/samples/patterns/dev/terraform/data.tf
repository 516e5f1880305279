data "aws_caller_identity" "current" {}

data "aws_partition" "current" {}

data "aws_region" "current" {}

data "aws_ssm_parameter" "agents_dev_app_api_repository_uri" {
  name = "/agents-dev/app-api/repository-uri"
}

data "aws_ssm_parameter" "agents_dev_app_api_secret_arn" {
  name = "/agents-dev/app-api/secret-arn"
}

data "aws_ssm_parameter" "agents_dev_data_sessions_metadata_table" {
  name = "/agents-dev/data/sessions-metadata-table"
}

data "aws_ssm_parameter" "agents_dev_inference_api_repository_uri" {
  name = "/agents-dev/inference-api/repository-uri"
}

data "aws_ssm_parameter" "agents_dev_network_alb_dns_name" {
  name = "/agents-dev/network/alb-dns-name"
}

data "aws_ssm_parameter" "agents_dev_network_alb_full_name" {
  name = "/agents-dev/network/alb-full-name"
}

data "aws_ssm_parameter" "agents_dev_network_alb_listener_arn" {
  name = "/agents-dev/network/alb-listener-arn"
}

data "aws_ssm_parameter" "agents_dev_network_alb_security_group_id" {
  name = "/agents-dev/network/alb-security-group-id"
}

data "aws_ssm_parameter" "agents_dev_network_ecs_cluster_name" {
  name = "/agents-dev/network/ecs-cluster-name"
}

data "aws_ssm_parameter" "agents_dev_network_private_subnet_ids" {
  name = "/agents-dev/network/private-subnet-ids"
}

data "aws_ssm_parameter" "agents_dev_network_vpc_id" {
  name = "/agents-dev/network/vpc-id"
}
