resource "aws_security_group" "agentcore" {
  name_prefix = "${local.name_prefix}-agentcore-"
  description = "Tasks of agentcore"
  vpc_id      = data.aws_ssm_parameter.network_vpc_id.insecure_value
  tags = {
    Name                = "${local.name_prefix}-agentcore"
    "longshore:service" = "agentcore"
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_vpc_security_group_egress_rule" "agentcore_to_endpoint_security_group_id_443" {
  security_group_id            = aws_security_group.agentcore.id
  description                  = "VPC endpoints"
  ip_protocol                  = "tcp"
  from_port                    = 443
  to_port                      = 443
  referenced_security_group_id = data.aws_ssm_parameter.network_endpoint_security_group_id.insecure_value
}

resource "aws_vpc_security_group_egress_rule" "agentcore_to_s3_prefix_list_id_443" {
  security_group_id = aws_security_group.agentcore.id
  description       = "VPC endpoints"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
  prefix_list_id    = data.aws_ssm_parameter.network_s3_prefix_list_id.insecure_value
}

resource "aws_vpc_security_group_egress_rule" "agentcore_to_security_group_id_5432" {
  security_group_id            = aws_security_group.agentcore.id
  description                  = "To Database"
  ip_protocol                  = "tcp"
  from_port                    = 5432
  to_port                      = 5432
  referenced_security_group_id = data.aws_ssm_parameter.database_security_group_id.insecure_value
}

resource "aws_security_group" "bff" {
  name_prefix = "${local.name_prefix}-bff-"
  description = "Tasks of bff"
  vpc_id      = data.aws_ssm_parameter.network_vpc_id.insecure_value
  tags = {
    Name                = "${local.name_prefix}-bff"
    "longshore:service" = "bff"
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_vpc_security_group_ingress_rule" "bff_from_public_load_balancer_security_group_id_3000" {
  security_group_id            = aws_security_group.bff.id
  description                  = "Load balancer"
  ip_protocol                  = "tcp"
  from_port                    = 3000
  to_port                      = 3000
  referenced_security_group_id = data.aws_ssm_parameter.network_public_load_balancer_security_group_id.insecure_value
}

resource "aws_vpc_security_group_egress_rule" "bff_to_endpoint_security_group_id_443" {
  security_group_id            = aws_security_group.bff.id
  description                  = "VPC endpoints"
  ip_protocol                  = "tcp"
  from_port                    = 443
  to_port                      = 443
  referenced_security_group_id = data.aws_ssm_parameter.network_endpoint_security_group_id.insecure_value
}

resource "aws_vpc_security_group_egress_rule" "bff_to_s3_prefix_list_id_443" {
  security_group_id = aws_security_group.bff.id
  description       = "VPC endpoints"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
  prefix_list_id    = data.aws_ssm_parameter.network_s3_prefix_list_id.insecure_value
}

resource "aws_vpc_security_group_egress_rule" "bff_to_security_group_id_5432" {
  security_group_id            = aws_security_group.bff.id
  description                  = "To Database"
  ip_protocol                  = "tcp"
  from_port                    = 5432
  to_port                      = 5432
  referenced_security_group_id = data.aws_ssm_parameter.database_security_group_id.insecure_value
}

resource "aws_vpc_security_group_egress_rule" "bff_connects_agentcore" {
  security_group_id            = aws_security_group.bff.id
  description                  = "To agentcore"
  ip_protocol                  = "tcp"
  from_port                    = 8080
  to_port                      = 8080
  referenced_security_group_id = aws_security_group.agentcore.id
}

resource "aws_vpc_security_group_ingress_rule" "bff_connects_agentcore" {
  security_group_id            = aws_security_group.agentcore.id
  description                  = "From bff"
  ip_protocol                  = "tcp"
  from_port                    = 8080
  to_port                      = 8080
  referenced_security_group_id = aws_security_group.bff.id
}
