# Nothing goes out but what rules let out: Terraform takes EC2's own rule for everything away.
resource "aws_security_group" "load_balancer" {
  name_prefix = "${local.name_prefix}-load-balancer-"
  description = "Load balancer of lim-none"
  vpc_id      = aws_vpc.main.id
  tags        = { Name = "${local.name_prefix}-load-balancer" }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_vpc_security_group_ingress_rule" "load_balancer_from_anywhere_80" {
  security_group_id = aws_security_group.load_balancer.id
  description       = "HTTP from 0.0.0.0/0"
  ip_protocol       = "tcp"
  from_port         = 80
  to_port           = 80
  cidr_ipv4         = "0.0.0.0/0"
}

resource "aws_security_group" "a_service_name_of_forty_characters_limit" {
  name_prefix = "${local.name_prefix}-a-service-name-of-forty-characters-limit-"
  description = "Tasks of a-service-name-of-forty-characters-limit"
  vpc_id      = aws_vpc.main.id
  tags = {
    Name                = "${local.name_prefix}-a-service-name-of-forty-characters-limit"
    "longshore:service" = "a-service-name-of-forty-characters-limit"
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_vpc_security_group_egress_rule" "a_service_name_of_forty_characters_limit_to_anywhere" {
  security_group_id = aws_security_group.a_service_name_of_forty_characters_limit.id
  description       = "Anywhere"
  ip_protocol       = "-1"
  cidr_ipv4         = "0.0.0.0/0"
}

resource "aws_vpc_security_group_ingress_rule" "a_service_name_of_forty_characters_limit_connects_ping" {
  security_group_id            = aws_security_group.ping.id
  description                  = "From a-service-name-of-forty-characters-limit"
  ip_protocol                  = "tcp"
  from_port                    = 9000
  to_port                      = 9000
  referenced_security_group_id = aws_security_group.a_service_name_of_forty_characters_limit.id
}

resource "aws_vpc_security_group_ingress_rule" "a_service_name_of_forty_characters_limit_from_load_balancer" {
  security_group_id            = aws_security_group.a_service_name_of_forty_characters_limit.id
  description                  = "Load balancer"
  ip_protocol                  = "tcp"
  from_port                    = 65535
  to_port                      = 65535
  referenced_security_group_id = aws_security_group.load_balancer.id
}

resource "aws_vpc_security_group_egress_rule" "a_service_name_of_forty_characters_limit_load_balancer" {
  security_group_id            = aws_security_group.load_balancer.id
  description                  = "Tasks of a-service-name-of-forty-characters-limit"
  ip_protocol                  = "tcp"
  from_port                    = 65535
  to_port                      = 65535
  referenced_security_group_id = aws_security_group.a_service_name_of_forty_characters_limit.id
}

resource "aws_security_group" "ping" {
  name_prefix = "${local.name_prefix}-ping-"
  description = "Tasks of ping"
  vpc_id      = aws_vpc.main.id
  tags = {
    Name                = "${local.name_prefix}-ping"
    "longshore:service" = "ping"
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_vpc_security_group_egress_rule" "ping_to_anywhere" {
  security_group_id = aws_security_group.ping.id
  description       = "Anywhere"
  ip_protocol       = "-1"
  cidr_ipv4         = "0.0.0.0/0"
}

resource "aws_vpc_security_group_ingress_rule" "ping_connects_ping" {
  security_group_id            = aws_security_group.ping.id
  description                  = "From ping"
  ip_protocol                  = "tcp"
  from_port                    = 9000
  to_port                      = 9000
  referenced_security_group_id = aws_security_group.ping.id
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
  vpc_id      = aws_vpc.main.id
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
  vpc_id      = aws_vpc.main.id
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
