# Nothing goes out but what rules let out: Terraform takes EC2's own rule for everything away.
resource "aws_security_group" "load_balancer" {
  name_prefix = "${local.name_prefix}-load-balancer-"
  description = "Load balancer of gallery"
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

resource "aws_security_group" "front" {
  name_prefix = "${local.name_prefix}-front-"
  description = "Tasks of front"
  vpc_id      = aws_vpc.main.id
  tags = {
    Name                = "${local.name_prefix}-front"
    "longshore:service" = "front"
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_vpc_security_group_egress_rule" "front_to_anywhere" {
  security_group_id = aws_security_group.front.id
  description       = "Anywhere"
  ip_protocol       = "-1"
  cidr_ipv4         = "0.0.0.0/0"
}

resource "aws_vpc_security_group_ingress_rule" "front_from_load_balancer" {
  security_group_id            = aws_security_group.front.id
  description                  = "Load balancer"
  ip_protocol                  = "tcp"
  from_port                    = 3000
  to_port                      = 3000
  referenced_security_group_id = aws_security_group.load_balancer.id
}

resource "aws_vpc_security_group_egress_rule" "front_load_balancer" {
  security_group_id            = aws_security_group.load_balancer.id
  description                  = "Tasks of front"
  ip_protocol                  = "tcp"
  from_port                    = 3000
  to_port                      = 3000
  referenced_security_group_id = aws_security_group.front.id
}

resource "aws_security_group" "licensed" {
  name_prefix = "${local.name_prefix}-licensed-"
  description = "Tasks of licensed"
  vpc_id      = aws_vpc.main.id
  tags = {
    Name                = "${local.name_prefix}-licensed"
    "longshore:service" = "licensed"
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_vpc_security_group_egress_rule" "licensed_to_anywhere" {
  security_group_id = aws_security_group.licensed.id
  description       = "Anywhere"
  ip_protocol       = "-1"
  cidr_ipv4         = "0.0.0.0/0"
}

resource "aws_security_group" "nightly" {
  name_prefix = "${local.name_prefix}-nightly-"
  description = "Tasks of nightly"
  vpc_id      = aws_vpc.main.id
  tags = {
    Name            = "${local.name_prefix}-nightly"
    "longshore:job" = "nightly"
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_vpc_security_group_egress_rule" "nightly_to_anywhere" {
  security_group_id = aws_security_group.nightly.id
  description       = "Anywhere"
  ip_protocol       = "-1"
  cidr_ipv4         = "0.0.0.0/0"
}

resource "aws_security_group" "pinned" {
  name_prefix = "${local.name_prefix}-pinned-"
  description = "Tasks of pinned"
  vpc_id      = aws_vpc.main.id
  tags = {
    Name                = "${local.name_prefix}-pinned"
    "longshore:service" = "pinned"
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_vpc_security_group_egress_rule" "pinned_to_anywhere" {
  security_group_id = aws_security_group.pinned.id
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
