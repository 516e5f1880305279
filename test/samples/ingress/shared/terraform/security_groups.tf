resource "aws_security_group" "ingress_public_load_balancer" {
  name_prefix = "${local.name_prefix}-public-load-balancer-"
  description = "Load balancer public of gate-shared"
  vpc_id      = "vpc-0123456789abcdef0"
  tags        = { Name = "${local.name_prefix}-public-load-balancer" }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_vpc_security_group_ingress_rule" "ingress_public_load_balancer_from_anywhere_80" {
  security_group_id = aws_security_group.ingress_public_load_balancer.id
  description       = "HTTP from 0.0.0.0/0"
  ip_protocol       = "tcp"
  from_port         = 80
  to_port           = 80
  cidr_ipv4         = "0.0.0.0/0"
}

resource "aws_vpc_security_group_ingress_rule" "ingress_public_load_balancer_from_anywhere_443" {
  security_group_id = aws_security_group.ingress_public_load_balancer.id
  description       = "HTTPS from 0.0.0.0/0"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
  cidr_ipv4         = "0.0.0.0/0"
}

resource "aws_vpc_security_group_ingress_rule" "ingress_public_load_balancer_from_anywhere_ipv6_80" {
  security_group_id = aws_security_group.ingress_public_load_balancer.id
  description       = "HTTP from ::/0"
  ip_protocol       = "tcp"
  from_port         = 80
  to_port           = 80
  cidr_ipv6         = "::/0"
}

resource "aws_vpc_security_group_ingress_rule" "ingress_public_load_balancer_from_anywhere_ipv6_443" {
  security_group_id = aws_security_group.ingress_public_load_balancer.id
  description       = "HTTPS from ::/0"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
  cidr_ipv6         = "::/0"
}

resource "aws_vpc_security_group_egress_rule" "ingress_public_load_balancer_to_anywhere_443" {
  security_group_id = aws_security_group.ingress_public_load_balancer.id
  description       = "Identity providers of routes with a login"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
  cidr_ipv4         = "0.0.0.0/0"
}

resource "aws_security_group" "admin" {
  name_prefix = "${local.name_prefix}-admin-"
  description = "Tasks of admin"
  vpc_id      = "vpc-0123456789abcdef0"
  tags = {
    Name                = "${local.name_prefix}-admin"
    "longshore:service" = "admin"
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_vpc_security_group_egress_rule" "admin_to_anywhere" {
  security_group_id = aws_security_group.admin.id
  description       = "Anywhere"
  ip_protocol       = "-1"
  cidr_ipv4         = "0.0.0.0/0"
}

resource "aws_vpc_security_group_ingress_rule" "admin_from_load_balancer_public" {
  security_group_id            = aws_security_group.admin.id
  description                  = "Load balancer"
  ip_protocol                  = "tcp"
  from_port                    = 3000
  to_port                      = 3000
  referenced_security_group_id = aws_security_group.ingress_public_load_balancer.id
}

resource "aws_vpc_security_group_ingress_rule" "admin_from_load_balancer_public_3001" {
  security_group_id            = aws_security_group.admin.id
  description                  = "Load balancer"
  ip_protocol                  = "tcp"
  from_port                    = 3001
  to_port                      = 3001
  referenced_security_group_id = aws_security_group.ingress_public_load_balancer.id
}

resource "aws_vpc_security_group_ingress_rule" "admin_from_load_balancer_public_3002" {
  security_group_id            = aws_security_group.admin.id
  description                  = "Load balancer"
  ip_protocol                  = "tcp"
  from_port                    = 3002
  to_port                      = 3002
  referenced_security_group_id = aws_security_group.ingress_public_load_balancer.id
}

resource "aws_vpc_security_group_egress_rule" "admin_load_balancer_public" {
  security_group_id            = aws_security_group.ingress_public_load_balancer.id
  description                  = "Tasks of admin"
  ip_protocol                  = "tcp"
  from_port                    = 3000
  to_port                      = 3000
  referenced_security_group_id = aws_security_group.admin.id
}

resource "aws_vpc_security_group_egress_rule" "admin_load_balancer_public_3001" {
  security_group_id            = aws_security_group.ingress_public_load_balancer.id
  description                  = "Tasks of admin"
  ip_protocol                  = "tcp"
  from_port                    = 3001
  to_port                      = 3001
  referenced_security_group_id = aws_security_group.admin.id
}

resource "aws_vpc_security_group_egress_rule" "admin_load_balancer_public_3002" {
  security_group_id            = aws_security_group.ingress_public_load_balancer.id
  description                  = "Tasks of admin"
  ip_protocol                  = "tcp"
  from_port                    = 3002
  to_port                      = 3002
  referenced_security_group_id = aws_security_group.admin.id
}

resource "aws_security_group" "api" {
  name_prefix = "${local.name_prefix}-api-"
  description = "Tasks of api"
  vpc_id      = "vpc-0123456789abcdef0"
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

resource "aws_vpc_security_group_ingress_rule" "api_from_load_balancer_public" {
  security_group_id            = aws_security_group.api.id
  description                  = "Load balancer"
  ip_protocol                  = "tcp"
  from_port                    = 8080
  to_port                      = 8080
  referenced_security_group_id = aws_security_group.ingress_public_load_balancer.id
}

resource "aws_vpc_security_group_egress_rule" "api_load_balancer_public" {
  security_group_id            = aws_security_group.ingress_public_load_balancer.id
  description                  = "Tasks of api"
  ip_protocol                  = "tcp"
  from_port                    = 8080
  to_port                      = 8080
  referenced_security_group_id = aws_security_group.api.id
}

resource "aws_security_group" "api_next" {
  name_prefix = "${local.name_prefix}-api-next-"
  description = "Tasks of api-next"
  vpc_id      = "vpc-0123456789abcdef0"
  tags = {
    Name                = "${local.name_prefix}-api-next"
    "longshore:service" = "api-next"
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_vpc_security_group_egress_rule" "api_next_to_anywhere" {
  security_group_id = aws_security_group.api_next.id
  description       = "Anywhere"
  ip_protocol       = "-1"
  cidr_ipv4         = "0.0.0.0/0"
}

resource "aws_vpc_security_group_ingress_rule" "api_next_from_load_balancer_public" {
  security_group_id            = aws_security_group.api_next.id
  description                  = "Load balancer"
  ip_protocol                  = "tcp"
  from_port                    = 8080
  to_port                      = 8080
  referenced_security_group_id = aws_security_group.ingress_public_load_balancer.id
}

resource "aws_vpc_security_group_ingress_rule" "api_next_from_load_balancer_public_8082" {
  security_group_id            = aws_security_group.api_next.id
  description                  = "Load balancer"
  ip_protocol                  = "tcp"
  from_port                    = 8082
  to_port                      = 8082
  referenced_security_group_id = aws_security_group.ingress_public_load_balancer.id
}

resource "aws_vpc_security_group_egress_rule" "api_next_load_balancer_public" {
  security_group_id            = aws_security_group.ingress_public_load_balancer.id
  description                  = "Tasks of api-next"
  ip_protocol                  = "tcp"
  from_port                    = 8080
  to_port                      = 8080
  referenced_security_group_id = aws_security_group.api_next.id
}

resource "aws_vpc_security_group_egress_rule" "api_next_load_balancer_public_8082" {
  security_group_id            = aws_security_group.ingress_public_load_balancer.id
  description                  = "Tasks of api-next"
  ip_protocol                  = "tcp"
  from_port                    = 8082
  to_port                      = 8082
  referenced_security_group_id = aws_security_group.api_next.id
}

resource "aws_security_group" "events" {
  name_prefix = "${local.name_prefix}-events-"
  description = "Tasks of events"
  vpc_id      = "vpc-0123456789abcdef0"
  tags = {
    Name                = "${local.name_prefix}-events"
    "longshore:service" = "events"
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_vpc_security_group_egress_rule" "events_to_anywhere" {
  security_group_id = aws_security_group.events.id
  description       = "Anywhere"
  ip_protocol       = "-1"
  cidr_ipv4         = "0.0.0.0/0"
}

resource "aws_vpc_security_group_ingress_rule" "events_from_load_balancer_public" {
  security_group_id            = aws_security_group.events.id
  description                  = "Load balancer"
  ip_protocol                  = "tcp"
  from_port                    = 50051
  to_port                      = 50051
  referenced_security_group_id = aws_security_group.ingress_public_load_balancer.id
}

resource "aws_vpc_security_group_egress_rule" "events_load_balancer_public" {
  security_group_id            = aws_security_group.ingress_public_load_balancer.id
  description                  = "Tasks of events"
  ip_protocol                  = "tcp"
  from_port                    = 50051
  to_port                      = 50051
  referenced_security_group_id = aws_security_group.events.id
}

# Nothing goes out but what rules let out: Terraform takes EC2's own rule for everything away.
resource "aws_security_group" "mqtt_load_balancer" {
  name_prefix = "${local.name_prefix}-mqtt-load-balancer-"
  description = "Load balancer of mqtt"
  vpc_id      = "vpc-0123456789abcdef0"
  tags = {
    Name                = "${local.name_prefix}-mqtt-load-balancer"
    "longshore:service" = "mqtt"
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_vpc_security_group_ingress_rule" "mqtt_load_balancer_from_203_0_113_0_24_8883" {
  security_group_id = aws_security_group.mqtt_load_balancer.id
  description       = "TLS 8883 from 203.0.113.0/24"
  ip_protocol       = "tcp"
  from_port         = 8883
  to_port           = 8883
  cidr_ipv4         = "203.0.113.0/24"
}

resource "aws_vpc_security_group_ingress_rule" "mqtt_load_balancer_from_anywhere_1884" {
  security_group_id = aws_security_group.mqtt_load_balancer.id
  description       = "TCP 1884 from anywhere"
  ip_protocol       = "tcp"
  from_port         = 1884
  to_port           = 1884
  cidr_ipv4         = "0.0.0.0/0"
}

resource "aws_vpc_security_group_ingress_rule" "mqtt_load_balancer_from_anywhere_udp_5683" {
  security_group_id = aws_security_group.mqtt_load_balancer.id
  description       = "UDP 5683 from anywhere"
  ip_protocol       = "udp"
  from_port         = 5683
  to_port           = 5683
  cidr_ipv4         = "0.0.0.0/0"
}

resource "aws_vpc_security_group_ingress_rule" "mqtt_load_balancer_from_anywhere_9001" {
  security_group_id = aws_security_group.mqtt_load_balancer.id
  description       = "TCP 9001 from anywhere"
  ip_protocol       = "tcp"
  from_port         = 9001
  to_port           = 9001
  cidr_ipv4         = "0.0.0.0/0"
}

resource "aws_security_group" "mqtt" {
  name_prefix = "${local.name_prefix}-mqtt-"
  description = "Tasks of mqtt"
  vpc_id      = "vpc-0123456789abcdef0"
  tags = {
    Name                = "${local.name_prefix}-mqtt"
    "longshore:service" = "mqtt"
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_vpc_security_group_egress_rule" "mqtt_to_anywhere" {
  security_group_id = aws_security_group.mqtt.id
  description       = "Anywhere"
  ip_protocol       = "-1"
  cidr_ipv4         = "0.0.0.0/0"
}

resource "aws_vpc_security_group_ingress_rule" "mqtt_from_load_balancer_1883" {
  security_group_id            = aws_security_group.mqtt.id
  description                  = "Load balancer"
  ip_protocol                  = "tcp"
  from_port                    = 1883
  to_port                      = 1883
  referenced_security_group_id = aws_security_group.mqtt_load_balancer.id
}

resource "aws_vpc_security_group_ingress_rule" "mqtt_from_load_balancer_1884" {
  security_group_id            = aws_security_group.mqtt.id
  description                  = "Load balancer"
  ip_protocol                  = "tcp"
  from_port                    = 1884
  to_port                      = 1884
  referenced_security_group_id = aws_security_group.mqtt_load_balancer.id
}

resource "aws_vpc_security_group_ingress_rule" "mqtt_from_load_balancer_5683_udp" {
  security_group_id            = aws_security_group.mqtt.id
  description                  = "Load balancer"
  ip_protocol                  = "udp"
  from_port                    = 5683
  to_port                      = 5683
  referenced_security_group_id = aws_security_group.mqtt_load_balancer.id
}

resource "aws_vpc_security_group_ingress_rule" "mqtt_from_load_balancer_9001" {
  security_group_id            = aws_security_group.mqtt.id
  description                  = "Load balancer"
  ip_protocol                  = "tcp"
  from_port                    = 9001
  to_port                      = 9001
  referenced_security_group_id = aws_security_group.mqtt_load_balancer.id
}

resource "aws_vpc_security_group_egress_rule" "mqtt_load_balancer_1883" {
  security_group_id            = aws_security_group.mqtt_load_balancer.id
  description                  = "Tasks of mqtt"
  ip_protocol                  = "tcp"
  from_port                    = 1883
  to_port                      = 1883
  referenced_security_group_id = aws_security_group.mqtt.id
}

resource "aws_vpc_security_group_egress_rule" "mqtt_load_balancer_1884" {
  security_group_id            = aws_security_group.mqtt_load_balancer.id
  description                  = "Tasks of mqtt"
  ip_protocol                  = "tcp"
  from_port                    = 1884
  to_port                      = 1884
  referenced_security_group_id = aws_security_group.mqtt.id
}

resource "aws_vpc_security_group_egress_rule" "mqtt_load_balancer_5683_udp" {
  security_group_id            = aws_security_group.mqtt_load_balancer.id
  description                  = "Tasks of mqtt"
  ip_protocol                  = "udp"
  from_port                    = 5683
  to_port                      = 5683
  referenced_security_group_id = aws_security_group.mqtt.id
}

resource "aws_vpc_security_group_egress_rule" "mqtt_load_balancer_9001" {
  security_group_id            = aws_security_group.mqtt_load_balancer.id
  description                  = "Tasks of mqtt"
  ip_protocol                  = "tcp"
  from_port                    = 9001
  to_port                      = 9001
  referenced_security_group_id = aws_security_group.mqtt.id
}

resource "aws_security_group" "store" {
  name_prefix = "${local.name_prefix}-store-"
  description = "Tasks of store"
  vpc_id      = "vpc-0123456789abcdef0"
  tags = {
    Name                = "${local.name_prefix}-store"
    "longshore:service" = "store"
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_vpc_security_group_ingress_rule" "store_from_security_group_80" {
  security_group_id            = aws_security_group.store.id
  description                  = "Load balancer"
  ip_protocol                  = "tcp"
  from_port                    = 80
  to_port                      = 80
  referenced_security_group_id = data.aws_ssm_parameter.platform_security_group.insecure_value
}

resource "aws_vpc_security_group_egress_rule" "store_to_anywhere" {
  security_group_id = aws_security_group.store.id
  description       = "Anywhere"
  ip_protocol       = "-1"
  cidr_ipv4         = "0.0.0.0/0"
}

resource "aws_vpc_security_group_ingress_rule" "store_from_load_balancer_public" {
  security_group_id            = aws_security_group.store.id
  description                  = "Load balancer"
  ip_protocol                  = "tcp"
  from_port                    = 80
  to_port                      = 80
  referenced_security_group_id = aws_security_group.ingress_public_load_balancer.id
}

resource "aws_vpc_security_group_egress_rule" "store_load_balancer_public" {
  security_group_id            = aws_security_group.ingress_public_load_balancer.id
  description                  = "Tasks of store"
  ip_protocol                  = "tcp"
  from_port                    = 80
  to_port                      = 80
  referenced_security_group_id = aws_security_group.store.id
}
