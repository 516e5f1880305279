# Nothing goes out but what rules let out: Terraform takes EC2's own rule for everything away.
resource "aws_security_group" "load_balancer" {
  name_prefix = "${local.name_prefix}-load-balancer-"
  description = "Load balancer of ledger-imported"
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

resource "aws_security_group" "api" {
  name_prefix = "${local.name_prefix}-api-"
  description = "Tasks of api"
  vpc_id      = aws_vpc.main.id
  tags = {
    Name                = "${local.name_prefix}-api"
    "longshore:service" = "api"
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_vpc_security_group_egress_rule" "api_to_anywhere" {
  security_group_id = aws_security_group.api.id
  description       = "Anywhere"
  ip_protocol       = "-1"
  cidr_ipv4         = "0.0.0.0/0"
}

resource "aws_vpc_security_group_ingress_rule" "api_from_load_balancer" {
  security_group_id            = aws_security_group.api.id
  description                  = "Load balancer"
  ip_protocol                  = "tcp"
  from_port                    = 8080
  to_port                      = 8080
  referenced_security_group_id = aws_security_group.load_balancer.id
}

resource "aws_vpc_security_group_egress_rule" "api_load_balancer" {
  security_group_id            = aws_security_group.load_balancer.id
  description                  = "Tasks of api"
  ip_protocol                  = "tcp"
  from_port                    = 8080
  to_port                      = 8080
  referenced_security_group_id = aws_security_group.api.id
}

resource "aws_security_group" "poster" {
  name_prefix = "${local.name_prefix}-poster-"
  description = "Tasks of poster"
  vpc_id      = aws_vpc.main.id
  tags = {
    Name                = "${local.name_prefix}-poster"
    "longshore:service" = "poster"
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_vpc_security_group_egress_rule" "poster_to_anywhere" {
  security_group_id = aws_security_group.poster.id
  description       = "Anywhere"
  ip_protocol       = "-1"
  cidr_ipv4         = "0.0.0.0/0"
}

resource "aws_security_group" "reporter" {
  name_prefix = "${local.name_prefix}-reporter-"
  description = "Tasks of reporter"
  vpc_id      = aws_vpc.main.id
  tags = {
    Name                = "${local.name_prefix}-reporter"
    "longshore:service" = "reporter"
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_vpc_security_group_egress_rule" "reporter_to_anywhere" {
  security_group_id = aws_security_group.reporter.id
  description       = "Anywhere"
  ip_protocol       = "-1"
  cidr_ipv4         = "0.0.0.0/0"
}
