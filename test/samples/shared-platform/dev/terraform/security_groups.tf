# Nothing goes out but what rules let out: Terraform takes EC2's own rule for everything away.
resource "aws_security_group" "load_balancer" {
  name_prefix = "${local.name_prefix}-load-balancer-"
  description = "Load balancer of platform-dev"
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

resource "aws_vpc_security_group_ingress_rule" "load_balancer_from_anywhere_443" {
  security_group_id = aws_security_group.load_balancer.id
  description       = "HTTPS from 0.0.0.0/0"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
  cidr_ipv4         = "0.0.0.0/0"
}

resource "aws_security_group" "home" {
  name_prefix = "${local.name_prefix}-home-"
  description = "Tasks of home"
  vpc_id      = aws_vpc.main.id
  tags = {
    Name                = "${local.name_prefix}-home"
    "longshore:service" = "home"
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_vpc_security_group_egress_rule" "home_to_anywhere" {
  security_group_id = aws_security_group.home.id
  description       = "Anywhere"
  ip_protocol       = "-1"
  cidr_ipv4         = "0.0.0.0/0"
}

resource "aws_vpc_security_group_ingress_rule" "home_from_load_balancer" {
  security_group_id            = aws_security_group.home.id
  description                  = "Load balancer"
  ip_protocol                  = "tcp"
  from_port                    = 80
  to_port                      = 80
  referenced_security_group_id = aws_security_group.load_balancer.id
}

resource "aws_vpc_security_group_egress_rule" "home_load_balancer" {
  security_group_id            = aws_security_group.load_balancer.id
  description                  = "Tasks of home"
  ip_protocol                  = "tcp"
  from_port                    = 80
  to_port                      = 80
  referenced_security_group_id = aws_security_group.home.id
}
