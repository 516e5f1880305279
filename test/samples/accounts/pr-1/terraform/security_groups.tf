resource "aws_security_group" "api" {
  name_prefix = "${local.name_prefix}-api-"
  description = "Tasks of api"
  vpc_id      = data.aws_ssm_parameter.platform_dev_network_vpc_id.insecure_value
  tags        = { Name = "${local.name_prefix}-api" }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_vpc_security_group_ingress_rule" "api_from_load_balancer_security_group_id_80" {
  security_group_id            = aws_security_group.api.id
  description                  = "Load balancer"
  ip_protocol                  = "tcp"
  from_port                    = 80
  to_port                      = 80
  referenced_security_group_id = data.aws_ssm_parameter.platform_dev_platform_load_balancer_security_group_id.insecure_value
}

resource "aws_vpc_security_group_egress_rule" "api_to_anywhere" {
  security_group_id = aws_security_group.api.id
  description       = "Anywhere"
  ip_protocol       = "-1"
  cidr_ipv4         = "0.0.0.0/0"
}
