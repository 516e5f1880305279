resource "aws_security_group" "api" {
  name_prefix = "${local.name_prefix}-api-"
  description = "Tasks of api"
  vpc_id      = data.aws_ssm_parameter.network_vpc.insecure_value
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

resource "aws_security_group" "fleet" {
  name_prefix = "${local.name_prefix}-fleet-"
  description = "Tasks of fleet"
  vpc_id      = data.aws_ssm_parameter.network_vpc.insecure_value
  tags = {
    Name            = "${local.name_prefix}-fleet"
    "longshore:job" = "fleet"
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_vpc_security_group_egress_rule" "fleet_to_anywhere" {
  security_group_id = aws_security_group.fleet.id
  description       = "Anywhere"
  ip_protocol       = "-1"
  cidr_ipv4         = "0.0.0.0/0"
}

resource "aws_security_group" "given" {
  name_prefix = "${local.name_prefix}-given-"
  description = "Tasks of given"
  vpc_id      = data.aws_ssm_parameter.network_vpc.insecure_value
  tags = {
    Name            = "${local.name_prefix}-given"
    "longshore:job" = "given"
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_vpc_security_group_egress_rule" "given_to_anywhere" {
  security_group_id = aws_security_group.given.id
  description       = "Anywhere"
  ip_protocol       = "-1"
  cidr_ipv4         = "0.0.0.0/0"
}

resource "aws_security_group" "nightly" {
  name_prefix = "${local.name_prefix}-nightly-"
  description = "Tasks of nightly"
  vpc_id      = data.aws_ssm_parameter.network_vpc.insecure_value
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

resource "aws_vpc_security_group_ingress_rule" "nightly_connects_api" {
  security_group_id            = aws_security_group.api.id
  description                  = "From nightly"
  ip_protocol                  = "tcp"
  from_port                    = 8080
  to_port                      = 8080
  referenced_security_group_id = aws_security_group.nightly.id
}

resource "aws_security_group" "worker" {
  name_prefix = "${local.name_prefix}-worker-"
  description = "Tasks of worker"
  vpc_id      = data.aws_ssm_parameter.network_vpc.insecure_value
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

resource "aws_vpc_security_group_ingress_rule" "worker_connects_api" {
  security_group_id            = aws_security_group.api.id
  description                  = "From worker"
  ip_protocol                  = "tcp"
  from_port                    = 8080
  to_port                      = 8080
  referenced_security_group_id = aws_security_group.worker.id
}
