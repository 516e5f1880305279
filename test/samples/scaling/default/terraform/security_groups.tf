# Nothing goes out but what rules let out: Terraform takes EC2's own rule for everything away.
resource "aws_security_group" "load_balancer" {
  name_prefix = "${local.name_prefix}-load-balancer-"
  description = "Load balancer of shop"
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

resource "aws_security_group" "encoder" {
  name_prefix = "${local.name_prefix}-encoder-"
  description = "Tasks of encoder"
  vpc_id      = aws_vpc.main.id
  tags = {
    Name                = "${local.name_prefix}-encoder"
    "longshore:service" = "encoder"
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_vpc_security_group_egress_rule" "encoder_to_anywhere" {
  security_group_id = aws_security_group.encoder.id
  description       = "Anywhere"
  ip_protocol       = "-1"
  cidr_ipv4         = "0.0.0.0/0"
}

resource "aws_security_group" "office" {
  name_prefix = "${local.name_prefix}-office-"
  description = "Tasks of office"
  vpc_id      = aws_vpc.main.id
  tags = {
    Name                = "${local.name_prefix}-office"
    "longshore:service" = "office"
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_vpc_security_group_egress_rule" "office_to_anywhere" {
  security_group_id = aws_security_group.office.id
  description       = "Anywhere"
  ip_protocol       = "-1"
  cidr_ipv4         = "0.0.0.0/0"
}

resource "aws_security_group" "sessions" {
  name_prefix = "${local.name_prefix}-sessions-"
  description = "Tasks of sessions"
  vpc_id      = aws_vpc.main.id
  tags = {
    Name                = "${local.name_prefix}-sessions"
    "longshore:service" = "sessions"
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_vpc_security_group_egress_rule" "sessions_to_anywhere" {
  security_group_id = aws_security_group.sessions.id
  description       = "Anywhere"
  ip_protocol       = "-1"
  cidr_ipv4         = "0.0.0.0/0"
}

resource "aws_security_group" "worker" {
  name_prefix = "${local.name_prefix}-worker-"
  description = "Tasks of worker"
  vpc_id      = aws_vpc.main.id
  tags = {
    Name                = "${local.name_prefix}-worker"
    "longshore:service" = "worker"
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_vpc_security_group_egress_rule" "worker_to_anywhere" {
  security_group_id = aws_security_group.worker.id
  description       = "Anywhere"
  ip_protocol       = "-1"
  cidr_ipv4         = "0.0.0.0/0"
}
