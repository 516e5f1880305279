resource "aws_security_group" "a_service_name_of_forty_characters_limit" {
  name_prefix = "${local.name_prefix}-a-service-name-of-forty-characters-limit-"
  description = "Tasks of a-service-name-of-forty-characters-limit"
  vpc_id      = "vpc-0123456789abcdef0"
  tags = {
    Name                = "${local.name_prefix}-a-service-name-of-forty-characters-limit"
    "longshore:service" = "a-service-name-of-forty-characters-limit"
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_vpc_security_group_ingress_rule" "a_service_name_of_forty_characters_limit_from_load_balancer_group_65535" {
  security_group_id            = aws_security_group.a_service_name_of_forty_characters_limit.id
  description                  = "Load balancer"
  ip_protocol                  = "tcp"
  from_port                    = 65535
  to_port                      = 65535
  referenced_security_group_id = var.load_balancer_group
}

resource "aws_vpc_security_group_egress_rule" "a_service_name_of_forty_characters_limit_to_endpoint_security_group_443" {
  security_group_id            = aws_security_group.a_service_name_of_forty_characters_limit.id
  description                  = "VPC endpoints"
  ip_protocol                  = "tcp"
  from_port                    = 443
  to_port                      = 443
  referenced_security_group_id = data.aws_cloudformation_export.endpoint_security_group.value
}

resource "aws_vpc_security_group_egress_rule" "a_service_name_of_forty_characters_limit_to_pl_6fa54006_443" {
  security_group_id = aws_security_group.a_service_name_of_forty_characters_limit.id
  description       = "VPC endpoints"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
  prefix_list_id    = "pl-6fa54006"
}

resource "aws_vpc_security_group_egress_rule" "a_service_name_of_forty_characters_limit_to_sg_0fedcba9876543210_6432" {
  security_group_id            = aws_security_group.a_service_name_of_forty_characters_limit.id
  description                  = "To Database"
  ip_protocol                  = "tcp"
  from_port                    = 6432
  to_port                      = 6432
  referenced_security_group_id = "sg-0fedcba9876543210"
}

resource "aws_vpc_security_group_ingress_rule" "a_service_name_of_forty_characters_limit_connects_database" {
  security_group_id            = "sg-0fedcba9876543210"
  description                  = "From a-service-name-of-forty-characters-limit"
  ip_protocol                  = "tcp"
  from_port                    = 6432
  to_port                      = 6432
  referenced_security_group_id = aws_security_group.a_service_name_of_forty_characters_limit.id
}

resource "aws_vpc_security_group_egress_rule" "a_service_name_of_forty_characters_limit_connects_ping" {
  security_group_id            = aws_security_group.a_service_name_of_forty_characters_limit.id
  description                  = "To ping"
  ip_protocol                  = "tcp"
  from_port                    = 9000
  to_port                      = 9000
  referenced_security_group_id = aws_security_group.ping.id
}

resource "aws_vpc_security_group_ingress_rule" "a_service_name_of_forty_characters_limit_connects_ping" {
  security_group_id            = aws_security_group.ping.id
  description                  = "From a-service-name-of-forty-characters-limit"
  ip_protocol                  = "tcp"
  from_port                    = 9000
  to_port                      = 9000
  referenced_security_group_id = aws_security_group.a_service_name_of_forty_characters_limit.id
}

resource "aws_security_group" "ping" {
  name_prefix = "${local.name_prefix}-ping-"
  description = "Tasks of ping"
  vpc_id      = "vpc-0123456789abcdef0"
  tags = {
    Name                = "${local.name_prefix}-ping"
    "longshore:service" = "ping"
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_vpc_security_group_egress_rule" "ping_to_10_9_0_0_16_443" {
  security_group_id = aws_security_group.ping.id
  description       = "Port 443 of 10.9.0.0/16"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
  cidr_ipv4         = "10.9.0.0/16"
}

resource "aws_vpc_security_group_egress_rule" "ping_to_pl_6fa54006_443" {
  security_group_id = aws_security_group.ping.id
  description       = "Port 443 of a prefix list"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
  prefix_list_id    = "pl-6fa54006"
}

resource "aws_vpc_security_group_egress_rule" "ping_to_proxy_3128" {
  security_group_id            = aws_security_group.ping.id
  description                  = "Port 3128 of a security group"
  ip_protocol                  = "tcp"
  from_port                    = 3128
  to_port                      = 3128
  referenced_security_group_id = data.aws_ssm_parameter.net_proxy.insecure_value
}

resource "aws_vpc_security_group_egress_rule" "ping_connects_ping" {
  security_group_id            = aws_security_group.ping.id
  description                  = "To ping"
  ip_protocol                  = "tcp"
  from_port                    = 9000
  to_port                      = 9000
  referenced_security_group_id = aws_security_group.ping.id
}

resource "aws_vpc_security_group_ingress_rule" "ping_connects_ping" {
  security_group_id            = aws_security_group.ping.id
  description                  = "From ping"
  ip_protocol                  = "tcp"
  from_port                    = 9000
  to_port                      = 9000
  referenced_security_group_id = aws_security_group.ping.id
}

resource "aws_vpc_security_group_egress_rule" "ping_connects_pong" {
  security_group_id            = aws_security_group.ping.id
  description                  = "To pong"
  ip_protocol                  = "tcp"
  from_port                    = 9001
  to_port                      = 9001
  referenced_security_group_id = aws_security_group.pong.id
}

resource "aws_vpc_security_group_ingress_rule" "ping_connects_pong" {
  security_group_id            = aws_security_group.pong.id
  description                  = "From ping"
  ip_protocol                  = "tcp"
  from_port                    = 9001
  to_port                      = 9001
  referenced_security_group_id = aws_security_group.ping.id
}

resource "aws_security_group" "pong" {
  name_prefix = "${local.name_prefix}-pong-"
  description = "Tasks of pong"
  vpc_id      = "vpc-0123456789abcdef0"
  tags = {
    Name                = "${local.name_prefix}-pong"
    "longshore:service" = "pong"
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_vpc_security_group_egress_rule" "pong_to_anywhere" {
  security_group_id = aws_security_group.pong.id
  description       = "Anywhere"
  ip_protocol       = "-1"
  cidr_ipv4         = "0.0.0.0/0"
}

resource "aws_vpc_security_group_ingress_rule" "pong_connects_ping" {
  security_group_id            = aws_security_group.ping.id
  description                  = "From pong"
  ip_protocol                  = "tcp"
  from_port                    = 9000
  to_port                      = 9000
  referenced_security_group_id = aws_security_group.pong.id
}

resource "aws_security_group" "quiet" {
  name_prefix = "${local.name_prefix}-quiet-"
  description = "Tasks of quiet"
  vpc_id      = "vpc-0123456789abcdef0"
  tags = {
    Name                = "${local.name_prefix}-quiet"
    "longshore:service" = "quiet"
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_vpc_security_group_egress_rule" "quiet_to_anywhere" {
  security_group_id = aws_security_group.quiet.id
  description       = "Anywhere"
  ip_protocol       = "-1"
  cidr_ipv4         = "0.0.0.0/0"
}
