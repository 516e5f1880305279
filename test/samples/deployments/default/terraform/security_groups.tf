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

resource "aws_security_group" "admin" {
  name_prefix = "${local.name_prefix}-admin-"
  description = "Tasks of admin"
  vpc_id      = aws_vpc.main.id
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

resource "aws_vpc_security_group_ingress_rule" "admin_from_load_balancer" {
  security_group_id            = aws_security_group.admin.id
  description                  = "Load balancer"
  ip_protocol                  = "tcp"
  from_port                    = 8080
  to_port                      = 8080
  referenced_security_group_id = aws_security_group.load_balancer.id
}

resource "aws_vpc_security_group_egress_rule" "admin_load_balancer" {
  security_group_id            = aws_security_group.load_balancer.id
  description                  = "Tasks of admin"
  ip_protocol                  = "tcp"
  from_port                    = 8080
  to_port                      = 8080
  referenced_security_group_id = aws_security_group.admin.id
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

resource "aws_security_group" "mailer" {
  name_prefix = "${local.name_prefix}-mailer-"
  description = "Tasks of mailer"
  vpc_id      = aws_vpc.main.id
  tags = {
    Name                = "${local.name_prefix}-mailer"
    "longshore:service" = "mailer"
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_vpc_security_group_egress_rule" "mailer_to_anywhere" {
  security_group_id = aws_security_group.mailer.id
  description       = "Anywhere"
  ip_protocol       = "-1"
  cidr_ipv4         = "0.0.0.0/0"
}

# Nothing goes out but what rules let out: Terraform takes EC2's own rule for everything away.
resource "aws_security_group" "mqtt_load_balancer" {
  name_prefix = "${local.name_prefix}-mqtt-load-balancer-"
  description = "Load balancer of mqtt"
  vpc_id      = aws_vpc.main.id
  tags = {
    Name                = "${local.name_prefix}-mqtt-load-balancer"
    "longshore:service" = "mqtt"
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_vpc_security_group_ingress_rule" "mqtt_load_balancer_from_anywhere_1883" {
  security_group_id = aws_security_group.mqtt_load_balancer.id
  description       = "TCP 1883 from anywhere"
  ip_protocol       = "tcp"
  from_port         = 1883
  to_port           = 1883
  cidr_ipv4         = "0.0.0.0/0"
}

resource "aws_vpc_security_group_ingress_rule" "mqtt_load_balancer_from_anywhere_8883" {
  security_group_id = aws_security_group.mqtt_load_balancer.id
  description       = "TLS 8883 from anywhere"
  ip_protocol       = "tcp"
  from_port         = 8883
  to_port           = 8883
  cidr_ipv4         = "0.0.0.0/0"
}

resource "aws_security_group" "mqtt" {
  name_prefix = "${local.name_prefix}-mqtt-"
  description = "Tasks of mqtt"
  vpc_id      = aws_vpc.main.id
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

resource "aws_vpc_security_group_ingress_rule" "mqtt_from_load_balancer_8883" {
  security_group_id            = aws_security_group.mqtt.id
  description                  = "Load balancer"
  ip_protocol                  = "tcp"
  from_port                    = 8883
  to_port                      = 8883
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

resource "aws_vpc_security_group_egress_rule" "mqtt_load_balancer_8883" {
  security_group_id            = aws_security_group.mqtt_load_balancer.id
  description                  = "Tasks of mqtt"
  ip_protocol                  = "tcp"
  from_port                    = 8883
  to_port                      = 8883
  referenced_security_group_id = aws_security_group.mqtt.id
}

resource "aws_security_group" "orders" {
  name_prefix = "${local.name_prefix}-orders-"
  description = "Tasks of orders"
  vpc_id      = aws_vpc.main.id
  tags = {
    Name                = "${local.name_prefix}-orders"
    "longshore:service" = "orders"
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_vpc_security_group_egress_rule" "orders_to_anywhere" {
  security_group_id = aws_security_group.orders.id
  description       = "Anywhere"
  ip_protocol       = "-1"
  cidr_ipv4         = "0.0.0.0/0"
}

resource "aws_security_group" "store" {
  name_prefix = "${local.name_prefix}-store-"
  description = "Tasks of store"
  vpc_id      = aws_vpc.main.id
  tags = {
    Name                = "${local.name_prefix}-store"
    "longshore:service" = "store"
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_vpc_security_group_egress_rule" "store_to_anywhere" {
  security_group_id = aws_security_group.store.id
  description       = "Anywhere"
  ip_protocol       = "-1"
  cidr_ipv4         = "0.0.0.0/0"
}

resource "aws_vpc_security_group_ingress_rule" "store_from_load_balancer" {
  security_group_id            = aws_security_group.store.id
  description                  = "Load balancer"
  ip_protocol                  = "tcp"
  from_port                    = 8080
  to_port                      = 8080
  referenced_security_group_id = aws_security_group.load_balancer.id
}

resource "aws_vpc_security_group_egress_rule" "store_load_balancer" {
  security_group_id            = aws_security_group.load_balancer.id
  description                  = "Tasks of store"
  ip_protocol                  = "tcp"
  from_port                    = 8080
  to_port                      = 8080
  referenced_security_group_id = aws_security_group.store.id
}
