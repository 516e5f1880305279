# Nothing goes out but what rules let out: Terraform takes EC2's own rule for everything away.
resource "aws_security_group" "cache" {
  name_prefix = "${local.name_prefix}-Cache-"
  description = "Cache Cache of shop-production"
  vpc_id      = aws_vpc.main.id
  tags        = { Name = "${local.name_prefix}-Cache" }

  lifecycle {
    create_before_destroy = true
  }
}

# Nothing goes out but what rules let out: Terraform takes EC2's own rule for everything away.
resource "aws_security_group" "db" {
  name_prefix = "${local.name_prefix}-Db-"
  description = "Database Db of shop-production"
  vpc_id      = aws_vpc.main.id
  tags        = { Name = "${local.name_prefix}-Db" }

  lifecycle {
    create_before_destroy = true
  }
}

# Nothing goes out but what rules let out: Terraform takes EC2's own rule for everything away.
resource "aws_security_group" "reports" {
  name_prefix = "${local.name_prefix}-Reports-"
  description = "Database Reports of shop-production"
  vpc_id      = aws_vpc.main.id
  tags        = { Name = "${local.name_prefix}-Reports" }

  lifecycle {
    create_before_destroy = true
  }
}

# Nothing goes out but what rules let out: Terraform takes EC2's own rule for everything away.
resource "aws_security_group" "sessions" {
  name_prefix = "${local.name_prefix}-Sessions-"
  description = "Cache Sessions of shop-production"
  vpc_id      = aws_vpc.main.id
  tags        = { Name = "${local.name_prefix}-Sessions" }

  lifecycle {
    create_before_destroy = true
  }
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

resource "aws_vpc_security_group_ingress_rule" "api_connects_cache" {
  security_group_id            = aws_security_group.cache.id
  description                  = "From api"
  ip_protocol                  = "tcp"
  from_port                    = 6379
  to_port                      = 6379
  referenced_security_group_id = aws_security_group.api.id
}

resource "aws_vpc_security_group_ingress_rule" "api_connects_db" {
  security_group_id            = aws_security_group.db.id
  description                  = "From api"
  ip_protocol                  = "tcp"
  from_port                    = 5432
  to_port                      = 5432
  referenced_security_group_id = aws_security_group.api.id
}

resource "aws_vpc_security_group_ingress_rule" "api_connects_sessions" {
  security_group_id            = aws_security_group.sessions.id
  description                  = "From api"
  ip_protocol                  = "tcp"
  from_port                    = 6379
  to_port                      = 6379
  referenced_security_group_id = aws_security_group.api.id
}

resource "aws_security_group" "service_reports_security_group" {
  name_prefix = "${local.name_prefix}-reports-"
  description = "Tasks of reports"
  vpc_id      = aws_vpc.main.id
  tags = {
    Name                = "${local.name_prefix}-reports"
    "longshore:service" = "reports"
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_vpc_security_group_egress_rule" "service_reports_security_group_to_10_0_0_0_16_443" {
  security_group_id = aws_security_group.service_reports_security_group.id
  description       = "Port 443 of 10.0.0.0/16"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
  cidr_ipv4         = "10.0.0.0/16"
}

resource "aws_vpc_security_group_egress_rule" "service_reports_security_group_to_sg_0a1b2c3d_5432" {
  security_group_id            = aws_security_group.service_reports_security_group.id
  description                  = "To Legacy"
  ip_protocol                  = "tcp"
  from_port                    = 5432
  to_port                      = 5432
  referenced_security_group_id = "sg-0a1b2c3d"
}

resource "aws_vpc_security_group_ingress_rule" "reports_connects_legacy" {
  security_group_id            = "sg-0a1b2c3d"
  description                  = "From reports"
  ip_protocol                  = "tcp"
  from_port                    = 5432
  to_port                      = 5432
  referenced_security_group_id = aws_security_group.service_reports_security_group.id
}

resource "aws_vpc_security_group_egress_rule" "reports_connects_reports" {
  security_group_id            = aws_security_group.service_reports_security_group.id
  description                  = "To Reports"
  ip_protocol                  = "tcp"
  from_port                    = 5432
  to_port                      = 5432
  referenced_security_group_id = aws_security_group.reports.id
}

resource "aws_vpc_security_group_ingress_rule" "reports_connects_reports" {
  security_group_id            = aws_security_group.reports.id
  description                  = "From reports"
  ip_protocol                  = "tcp"
  from_port                    = 5432
  to_port                      = 5432
  referenced_security_group_id = aws_security_group.service_reports_security_group.id
}
