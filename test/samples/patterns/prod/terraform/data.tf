data "aws_caller_identity" "current" {}

data "aws_partition" "current" {}

data "aws_region" "current" {}

data "aws_ssm_parameter" "agents_prod_app_api_repository_uri" {
  name = "/agents-prod/app-api/repository-uri"
}

data "aws_ssm_parameter" "agents_prod_app_api_secret_arn" {
  name = "/agents-prod/app-api/secret-arn"
}

data "aws_ssm_parameter" "agents_prod_data_sessions_metadata_table" {
  name = "/agents-prod/data/sessions-metadata-table"
}

data "aws_ssm_parameter" "agents_prod_inference_api_repository_uri" {
  name = "/agents-prod/inference-api/repository-uri"
}

data "aws_ssm_parameter" "agents_prod_network_alb_dns_name" {
  name = "/agents-prod/network/alb-dns-name"
}

data "aws_ssm_parameter" "agents_prod_network_alb_full_name" {
  name = "/agents-prod/network/alb-full-name"
}

data "aws_ssm_parameter" "agents_prod_network_alb_listener_arn" {
  name = "/agents-prod/network/alb-listener-arn"
}

data "aws_ssm_parameter" "agents_prod_network_alb_security_group_id" {
  name = "/agents-prod/network/alb-security-group-id"
}

data "aws_ssm_parameter" "agents_prod_network_ecs_cluster_name" {
  name = "/agents-prod/network/ecs-cluster-name"
}

data "aws_ssm_parameter" "agents_prod_network_private_subnet_ids" {
  name = "/agents-prod/network/private-subnet-ids"
}

data "aws_ssm_parameter" "agents_prod_network_vpc_id" {
  name = "/agents-prod/network/vpc-id"
}
