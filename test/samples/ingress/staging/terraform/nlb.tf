resource "aws_lb" "mqtt" {
  name                             = "${local.name_prefix}-mqtt"
  load_balancer_type               = "network"
  internal                         = false
  subnets                          = values(aws_subnet.public)[*].id
  security_groups                  = [aws_security_group.mqtt_load_balancer.id]
  enable_deletion_protection       = true
  enable_cross_zone_load_balancing = false
  tags                             = { "longshore:service" = "mqtt" }

  depends_on = [
    aws_route.private_default,
    aws_route.public_default,
    aws_route_table_association.private,
    aws_route_table_association.public,
  ]
}

resource "aws_lb_listener" "mqtt_1884_tcp" {
  load_balancer_arn = aws_lb.mqtt.arn
  port              = 1884
  protocol          = "TCP"
  tags              = { "longshore:service" = "mqtt" }

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.mqtt_1884.arn
  }
}

resource "aws_lb_listener" "mqtt_5683_udp" {
  load_balancer_arn = aws_lb.mqtt.arn
  port              = 5683
  protocol          = "UDP"
  tags              = { "longshore:service" = "mqtt" }

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.mqtt_5683_udp.arn
  }
}

resource "aws_lb_listener" "mqtt_8883_tls" {
  load_balancer_arn = aws_lb.mqtt.arn
  port              = 8883
  protocol          = "TLS"
  ssl_policy        = "ELBSecurityPolicy-TLS13-1-3-2021-06"
  certificate_arn   = data.aws_ssm_parameter.certificates_mqtt.insecure_value
  tags              = { "longshore:service" = "mqtt" }

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.mqtt_1883.arn
  }
}

resource "aws_lb_listener" "mqtt_9001_tcp" {
  load_balancer_arn = aws_lb.mqtt.arn
  port              = 9001
  protocol          = "TCP"
  tags              = { "longshore:service" = "mqtt" }

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.mqtt_bridge_9001.arn
  }
}

resource "aws_lb_target_group" "mqtt_1883" {
  name                 = "${local.name_prefix}-mqtt-1883"
  vpc_id               = aws_vpc.main.id
  target_type          = "ip"
  protocol             = "TCP"
  deregistration_delay = 60
  preserve_client_ip   = true
  # Only a default: ECS registers each task with its container's own port.
  port = 1883
  tags = { "longshore:service" = "mqtt" }

  health_check {
    protocol            = "TCP"
    port                = 1884
    interval            = 30
    timeout             = 5
    healthy_threshold   = 2
    unhealthy_threshold = 3
  }
}

resource "aws_lb_target_group" "mqtt_1884" {
  name                 = "${local.name_prefix}-mqtt-1884"
  vpc_id               = aws_vpc.main.id
  target_type          = "ip"
  protocol             = "TCP"
  deregistration_delay = 30
  preserve_client_ip   = true
  # Only a default: ECS registers each task with its container's own port.
  port = 1884
  tags = { "longshore:service" = "mqtt" }

  health_check {
    protocol            = "TCP"
    port                = 1884
    interval            = 30
    timeout             = 5
    healthy_threshold   = 2
    unhealthy_threshold = 3
  }

  stickiness {
    enabled = true
    type    = "source_ip"
  }
}

resource "aws_lb_target_group" "mqtt_5683_udp" {
  name                 = "${local.name_prefix}-mqtt-5683-udp"
  vpc_id               = aws_vpc.main.id
  target_type          = "ip"
  protocol             = "UDP"
  deregistration_delay = 30
  # Only a default: ECS registers each task with its container's own port.
  port = 5683
  tags = { "longshore:service" = "mqtt" }

  health_check {
    protocol            = "TCP"
    port                = 1884
    interval            = 30
    timeout             = 5
    healthy_threshold   = 2
    unhealthy_threshold = 3
  }
}

resource "aws_lb_target_group" "mqtt_bridge_9001" {
  name                 = "${local.name_prefix}-mqtt-bridge-9001"
  vpc_id               = aws_vpc.main.id
  target_type          = "ip"
  protocol             = "TCP"
  deregistration_delay = 30
  preserve_client_ip   = true
  # Only a default: ECS registers each task with its container's own port.
  port = 9001
  tags = { "longshore:service" = "mqtt" }

  health_check {
    protocol            = "TCP"
    port                = 1884
    interval            = 30
    timeout             = 5
    healthy_threshold   = 2
    unhealthy_threshold = 3
  }
}
