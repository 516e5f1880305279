resource "aws_security_group" "app_api" {
  name_prefix = "${local.name_prefix}-app-api-"
  description = "Tasks of app-api"
  vpc_id      = data.aws_ssm_parameter.agents_prod_network_vpc_id.insecure_value
  tags = {
    Name                = "${local.name_prefix}-app-api"
    "longshore:service" = "app-api"
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_vpc_security_group_ingress_rule" "app_api_from_alb_security_group_id_8000" {
  security_group_id            = aws_security_group.app_api.id
  description                  = "Load balancer"
  ip_protocol                  = "tcp"
  from_port                    = 8000
  to_port                      = 8000
  referenced_security_group_id = data.aws_ssm_parameter.agents_prod_network_alb_security_group_id.insecure_value
}

resource "aws_vpc_security_group_egress_rule" "app_api_to_anywhere" {
  security_group_id = aws_security_group.app_api.id
  description       = "Anywhere"
  ip_protocol       = "-1"
  cidr_ipv4         = "0.0.0.0/0"
}

resource "aws_vpc_security_group_ingress_rule" "app_api_connects_inference_api" {
  security_group_id            = aws_security_group.inference_api.id
  description                  = "From app-api"
  ip_protocol                  = "tcp"
  from_port                    = 8001
  to_port                      = 8001
  referenced_security_group_id = aws_security_group.app_api.id
}

resource "aws_security_group" "inference_api" {
  name_prefix = "${local.name_prefix}-inference-api-"
  description = "Tasks of inference-api"
  vpc_id      = data.aws_ssm_parameter.agents_prod_network_vpc_id.insecure_value
  tags = {
    Name                = "${local.name_prefix}-inference-api"
    "longshore:service" = "inference-api"
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_vpc_security_group_egress_rule" "inference_api_to_anywhere" {
  security_group_id = aws_security_group.inference_api.id
  description       = "Anywhere"
  ip_protocol       = "-1"
  cidr_ipv4         = "0.0.0.0/0"
}
