resource "aws_lb" "mqtt" {
  name                             = "${local.name_prefix}-mqtt"
  load_balancer_type               = "network"
  internal                         = false
  subnets                          = values(aws_subnet.public)[*].id
  security_groups                  = [aws_security_group.mqtt_load_balancer.id]
  enable_deletion_protection       = false
  enable_cross_zone_load_balancing = true
  tags                             = { "longshore:service" = "mqtt" }

  depends_on = [
    aws_route.private_default,
    aws_route.public_default,
    aws_route_table_association.private,
    aws_route_table_association.public,
  ]
}

resource "aws_lb_listener" "mqtt_1883_tcp" {
  load_balancer_arn = aws_lb.mqtt.arn
  port              = 1883
  protocol          = "TCP"
  tags              = { "longshore:service" = "mqtt" }

  default_action {
    type = "forward"

    forward {
      target_group {
        arn    = aws_lb_target_group.mqtt_1883.arn
        weight = 1
      }

      target_group {
        arn    = aws_lb_target_group.mqtt_1883_alternate.arn
        weight = 0
      }
    }
  }

  # ECS moves the weights with each deployment; these are those of the first.
  lifecycle {
    ignore_changes = [default_action]
  }
}

resource "aws_lb_listener" "mqtt_8883_tls" {
  load_balancer_arn = aws_lb.mqtt.arn
  port              = 8883
  protocol          = "TLS"
  ssl_policy        = "ELBSecurityPolicy-TLS13-1-2-Res-2021-06"
  certificate_arn   = data.aws_ssm_parameter.certificates_mqtt.insecure_value
  tags              = { "longshore:service" = "mqtt" }

  default_action {
    type = "forward"

    forward {
      target_group {
        arn    = aws_lb_target_group.mqtt_8883.arn
        weight = 1
      }

      target_group {
        arn    = aws_lb_target_group.mqtt_8883_alternate.arn
        weight = 0
      }
    }
  }

  # ECS moves the weights with each deployment; these are those of the first.
  lifecycle {
    ignore_changes = [default_action]
  }
}

resource "aws_lb_target_group" "mqtt_1883" {
  name                 = "${local.name_prefix}-mqtt-1883"
  vpc_id               = aws_vpc.main.id
  target_type          = "ip"
  protocol             = "TCP"
  deregistration_delay = 30
  # Only a default: ECS registers each task with its container's own port.
  port = 1883
  tags = { "longshore:service" = "mqtt" }

  health_check {
    protocol            = "TCP"
    interval            = 10
    timeout             = 5
    healthy_threshold   = 2
    unhealthy_threshold = 3
  }
}

resource "aws_lb_target_group" "mqtt_1883_alternate" {
  name                 = "${local.name_prefix}-mqtt-1883-alternate"
  vpc_id               = aws_vpc.main.id
  target_type          = "ip"
  protocol             = "TCP"
  deregistration_delay = 30
  # Only a default: ECS registers each task with its container's own port.
  port = 1883
  tags = { "longshore:service" = "mqtt" }

  health_check {
    protocol            = "TCP"
    interval            = 10
    timeout             = 5
    healthy_threshold   = 2
    unhealthy_threshold = 3
  }
}

resource "aws_lb_target_group" "mqtt_8883" {
  name                 = "${local.name_prefix}-mqtt-8883"
  vpc_id               = aws_vpc.main.id
  target_type          = "ip"
  protocol             = "TCP"
  deregistration_delay = 30
  # Only a default: ECS registers each task with its container's own port.
  port = 8883
  tags = { "longshore:service" = "mqtt" }

  health_check {
    protocol            = "TCP"
    interval            = 10
    timeout             = 5
    healthy_threshold   = 2
    unhealthy_threshold = 3
  }
}

resource "aws_lb_target_group" "mqtt_8883_alternate" {
  name                 = "${local.name_prefix}-mqtt-8883-alternate"
  vpc_id               = aws_vpc.main.id
  target_type          = "ip"
  protocol             = "TCP"
  deregistration_delay = 30
  # Only a default: ECS registers each task with its container's own port.
  port = 8883
  tags = { "longshore:service" = "mqtt" }

  health_check {
    protocol            = "TCP"
    interval            = 10
    timeout             = 5
    healthy_threshold   = 2
    unhealthy_threshold = 3
  }
}
