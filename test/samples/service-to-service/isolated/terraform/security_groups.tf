# Nothing goes out but what rules let out: Terraform takes EC2's own rule for everything away.
resource "aws_security_group" "endpoint" {
  name_prefix = "${local.name_prefix}-endpoints-"
  description = "VPC endpoints of chat-isolated"
  vpc_id      = aws_vpc.main.id
  tags        = { Name = "${local.name_prefix}-endpoints" }

  lifecycle {
    create_before_destroy = true
  }
}

# Nothing goes out but what rules let out: Terraform takes EC2's own rule for everything away.
resource "aws_security_group" "db" {
  name_prefix = "${local.name_prefix}-Db-"
  description = "Database Db of chat-isolated"
  vpc_id      = aws_vpc.main.id
  tags        = { Name = "${local.name_prefix}-Db" }

  lifecycle {
    create_before_destroy = true
  }
}

# Nothing goes out but what rules let out: Terraform takes EC2's own rule for everything away.
resource "aws_security_group" "load_balancer" {
  name_prefix = "${local.name_prefix}-load-balancer-"
  description = "Load balancer of chat-isolated"
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

resource "aws_security_group" "digest" {
  name_prefix = "${local.name_prefix}-digest-"
  description = "Tasks of digest"
  vpc_id      = aws_vpc.main.id
  tags = {
    Name            = "${local.name_prefix}-digest"
    "longshore:job" = "digest"
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_vpc_security_group_egress_rule" "digest_to_network_endpoint_443" {
  security_group_id            = aws_security_group.digest.id
  description                  = "VPC endpoints"
  ip_protocol                  = "tcp"
  from_port                    = 443
  to_port                      = 443
  referenced_security_group_id = aws_security_group.endpoint.id
}

resource "aws_vpc_security_group_egress_rule" "digest_to_pl_6da54004_443" {
  security_group_id = aws_security_group.digest.id
  description       = "VPC endpoints"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
  prefix_list_id    = "pl-6da54004"
}

resource "aws_vpc_security_group_egress_rule" "digest_connects_rooms_7001" {
  security_group_id            = aws_security_group.digest.id
  description                  = "To rooms"
  ip_protocol                  = "tcp"
  from_port                    = 7001
  to_port                      = 7001
  referenced_security_group_id = aws_security_group.rooms.id
}

resource "aws_vpc_security_group_ingress_rule" "digest_connects_rooms_7001" {
  security_group_id            = aws_security_group.rooms.id
  description                  = "From digest"
  ip_protocol                  = "tcp"
  from_port                    = 7001
  to_port                      = 7001
  referenced_security_group_id = aws_security_group.digest.id
}

resource "aws_vpc_security_group_ingress_rule" "digest_endpoints" {
  security_group_id            = aws_security_group.endpoint.id
  description                  = "From digest"
  ip_protocol                  = "tcp"
  from_port                    = 443
  to_port                      = 443
  referenced_security_group_id = aws_security_group.digest.id
}

resource "aws_security_group" "gateway" {
  name_prefix = "${local.name_prefix}-gateway-"
  description = "Tasks of gateway"
  vpc_id      = aws_vpc.main.id
  tags = {
    Name                = "${local.name_prefix}-gateway"
    "longshore:service" = "gateway"
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_vpc_security_group_egress_rule" "gateway_to_network_endpoint_443" {
  security_group_id            = aws_security_group.gateway.id
  description                  = "VPC endpoints"
  ip_protocol                  = "tcp"
  from_port                    = 443
  to_port                      = 443
  referenced_security_group_id = aws_security_group.endpoint.id
}

resource "aws_vpc_security_group_egress_rule" "gateway_to_pl_6da54004_443" {
  security_group_id = aws_security_group.gateway.id
  description       = "VPC endpoints"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
  prefix_list_id    = "pl-6da54004"
}

resource "aws_vpc_security_group_egress_rule" "gateway_connects_presence_6001" {
  security_group_id            = aws_security_group.gateway.id
  description                  = "To presence"
  ip_protocol                  = "tcp"
  from_port                    = 6001
  to_port                      = 6001
  referenced_security_group_id = aws_security_group.presence.id
}

resource "aws_vpc_security_group_ingress_rule" "gateway_connects_presence_6001" {
  security_group_id            = aws_security_group.presence.id
  description                  = "From gateway"
  ip_protocol                  = "tcp"
  from_port                    = 6001
  to_port                      = 6001
  referenced_security_group_id = aws_security_group.gateway.id
}

resource "aws_vpc_security_group_egress_rule" "gateway_connects_rooms_7001" {
  security_group_id            = aws_security_group.gateway.id
  description                  = "To rooms"
  ip_protocol                  = "tcp"
  from_port                    = 7001
  to_port                      = 7001
  referenced_security_group_id = aws_security_group.rooms.id
}

resource "aws_vpc_security_group_ingress_rule" "gateway_connects_rooms_7001" {
  security_group_id            = aws_security_group.rooms.id
  description                  = "From gateway"
  ip_protocol                  = "tcp"
  from_port                    = 7001
  to_port                      = 7001
  referenced_security_group_id = aws_security_group.gateway.id
}

resource "aws_vpc_security_group_egress_rule" "gateway_connects_rooms" {
  security_group_id            = aws_security_group.gateway.id
  description                  = "To rooms"
  ip_protocol                  = "tcp"
  from_port                    = 7000
  to_port                      = 7000
  referenced_security_group_id = aws_security_group.rooms.id
}

resource "aws_vpc_security_group_ingress_rule" "gateway_connects_rooms" {
  security_group_id            = aws_security_group.rooms.id
  description                  = "From gateway"
  ip_protocol                  = "tcp"
  from_port                    = 7000
  to_port                      = 7000
  referenced_security_group_id = aws_security_group.gateway.id
}

resource "aws_vpc_security_group_ingress_rule" "gateway_endpoints" {
  security_group_id            = aws_security_group.endpoint.id
  description                  = "From gateway"
  ip_protocol                  = "tcp"
  from_port                    = 443
  to_port                      = 443
  referenced_security_group_id = aws_security_group.gateway.id
}

resource "aws_vpc_security_group_ingress_rule" "gateway_from_load_balancer" {
  security_group_id            = aws_security_group.gateway.id
  description                  = "Load balancer"
  ip_protocol                  = "tcp"
  from_port                    = 8080
  to_port                      = 8080
  referenced_security_group_id = aws_security_group.load_balancer.id
}

resource "aws_vpc_security_group_egress_rule" "gateway_load_balancer" {
  security_group_id            = aws_security_group.load_balancer.id
  description                  = "Tasks of gateway"
  ip_protocol                  = "tcp"
  from_port                    = 8080
  to_port                      = 8080
  referenced_security_group_id = aws_security_group.gateway.id
}

resource "aws_security_group" "presence" {
  name_prefix = "${local.name_prefix}-presence-"
  description = "Tasks of presence"
  vpc_id      = aws_vpc.main.id
  tags = {
    Name                = "${local.name_prefix}-presence"
    "longshore:service" = "presence"
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_vpc_security_group_egress_rule" "presence_to_anywhere" {
  security_group_id = aws_security_group.presence.id
  description       = "Anywhere"
  ip_protocol       = "-1"
  cidr_ipv4         = "0.0.0.0/0"
}

resource "aws_vpc_security_group_ingress_rule" "presence_endpoints" {
  security_group_id            = aws_security_group.endpoint.id
  description                  = "From presence"
  ip_protocol                  = "tcp"
  from_port                    = 443
  to_port                      = 443
  referenced_security_group_id = aws_security_group.presence.id
}

resource "aws_security_group" "rooms" {
  name_prefix = "${local.name_prefix}-rooms-"
  description = "Tasks of rooms"
  vpc_id      = aws_vpc.main.id
  tags = {
    Name                = "${local.name_prefix}-rooms"
    "longshore:service" = "rooms"
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_vpc_security_group_egress_rule" "rooms_to_10_8_0_0_14_8000_8100" {
  security_group_id = aws_security_group.rooms.id
  description       = "Ports 8000 to 8100 of 10.8.0.0/14"
  ip_protocol       = "tcp"
  from_port         = 8000
  to_port           = 8100
  cidr_ipv4         = "10.8.0.0/14"
}

resource "aws_vpc_security_group_egress_rule" "rooms_to_2001_db8_32_udp_53" {
  security_group_id = aws_security_group.rooms.id
  description       = "UDP port 53 of 2001:db8::/32"
  ip_protocol       = "udp"
  from_port         = 53
  to_port           = 53
  cidr_ipv6         = "2001:db8::/32"
}

resource "aws_vpc_security_group_egress_rule" "rooms_to_sg_0a1b2c3d" {
  security_group_id            = aws_security_group.rooms.id
  description                  = "All ports of a security group"
  ip_protocol                  = "-1"
  referenced_security_group_id = "sg-0a1b2c3d"
}

resource "aws_vpc_security_group_egress_rule" "rooms_to_offices_443" {
  security_group_id = aws_security_group.rooms.id
  description       = "Port 443 of a prefix list"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
  prefix_list_id    = data.aws_ssm_parameter.shared_offices.insecure_value
}

resource "aws_vpc_security_group_egress_rule" "rooms_to_network_endpoint_443" {
  security_group_id            = aws_security_group.rooms.id
  description                  = "VPC endpoints"
  ip_protocol                  = "tcp"
  from_port                    = 443
  to_port                      = 443
  referenced_security_group_id = aws_security_group.endpoint.id
}

resource "aws_vpc_security_group_egress_rule" "rooms_to_pl_6da54004_443" {
  security_group_id = aws_security_group.rooms.id
  description       = "VPC endpoints"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
  prefix_list_id    = "pl-6da54004"
}

resource "aws_vpc_security_group_egress_rule" "rooms_connects_db" {
  security_group_id            = aws_security_group.rooms.id
  description                  = "To Db"
  ip_protocol                  = "tcp"
  from_port                    = 5432
  to_port                      = 5432
  referenced_security_group_id = aws_security_group.db.id
}

resource "aws_vpc_security_group_ingress_rule" "rooms_connects_db" {
  security_group_id            = aws_security_group.db.id
  description                  = "From rooms"
  ip_protocol                  = "tcp"
  from_port                    = 5432
  to_port                      = 5432
  referenced_security_group_id = aws_security_group.rooms.id
}

resource "aws_vpc_security_group_egress_rule" "rooms_connects_presence_6001" {
  security_group_id            = aws_security_group.rooms.id
  description                  = "To presence"
  ip_protocol                  = "tcp"
  from_port                    = 6001
  to_port                      = 6001
  referenced_security_group_id = aws_security_group.presence.id
}

resource "aws_vpc_security_group_ingress_rule" "rooms_connects_presence_6001" {
  security_group_id            = aws_security_group.presence.id
  description                  = "From rooms"
  ip_protocol                  = "tcp"
  from_port                    = 6001
  to_port                      = 6001
  referenced_security_group_id = aws_security_group.rooms.id
}

resource "aws_vpc_security_group_egress_rule" "rooms_connects_presence" {
  security_group_id            = aws_security_group.rooms.id
  description                  = "To presence"
  ip_protocol                  = "tcp"
  from_port                    = 6000
  to_port                      = 6000
  referenced_security_group_id = aws_security_group.presence.id
}

resource "aws_vpc_security_group_ingress_rule" "rooms_connects_presence" {
  security_group_id            = aws_security_group.presence.id
  description                  = "From rooms"
  ip_protocol                  = "tcp"
  from_port                    = 6000
  to_port                      = 6000
  referenced_security_group_id = aws_security_group.rooms.id
}

resource "aws_vpc_security_group_ingress_rule" "rooms_endpoints" {
  security_group_id            = aws_security_group.endpoint.id
  description                  = "From rooms"
  ip_protocol                  = "tcp"
  from_port                    = 443
  to_port                      = 443
  referenced_security_group_id = aws_security_group.rooms.id
}
