resource "aws_lb" "main" {
  name                       = local.name_prefix
  load_balancer_type         = "application"
  internal                   = false
  subnets                    = values(aws_subnet.public)[*].id
  security_groups            = [aws_security_group.load_balancer.id]
  enable_deletion_protection = false
  idle_timeout               = 60
  drop_invalid_header_fields = true
  desync_mitigation_mode     = "strictest"

  depends_on = [
    aws_route.private_default,
    aws_route.public_default,
    aws_route_table_association.private,
    aws_route_table_association.public,
  ]
}

resource "aws_lb_listener" "http" {
  load_balancer_arn = aws_lb.main.arn
  port              = 80
  protocol          = "HTTP"

  default_action {
    type = "redirect"

    redirect {
      protocol    = "HTTPS"
      port        = "443"
      status_code = "HTTP_301"
    }
  }
}

resource "aws_lb_listener" "https" {
  load_balancer_arn = aws_lb.main.arn
  port              = 443
  protocol          = "HTTPS"
  ssl_policy        = "ELBSecurityPolicy-TLS13-1-2-Res-2021-06"
  certificate_arn   = aws_acm_certificate_validation.iot_example_com.certificate_arn

  default_action {
    type = "fixed-response"

    fixed_response {
      status_code  = "404"
      content_type = "text/plain"
      message_body = "No service answers here."
    }
  }
}

resource "aws_lb_listener_certificate" "https_listener_certificate_2" {
  listener_arn    = aws_lb_listener.https.arn
  certificate_arn = aws_acm_certificate_validation.auth_iot_example_com.certificate_arn
}

resource "aws_lb_target_group" "keycloak" {
  name                 = "${local.name_prefix}-keycloak"
  vpc_id               = aws_vpc.main.id
  target_type          = "ip"
  protocol             = "HTTP"
  protocol_version     = "HTTP1"
  deregistration_delay = 30
  # Only a default: ECS registers each task with its container's own port.
  port = 80
  tags = { "longshore:service" = "keycloak" }

  health_check {
    protocol            = "HTTP"
    path                = "/realms/master"
    matcher             = "200-399"
    interval            = 10
    timeout             = 5
    healthy_threshold   = 2
    unhealthy_threshold = 3
  }
}

resource "aws_lb_listener_rule" "keycloak_https" {
  listener_arn = aws_lb_listener.https.arn
  priority     = 24683
  tags         = { "longshore:service" = "keycloak" }

  condition {
    host_header {
      values = ["auth.iot.example.com"]
    }
  }

  condition {
    path_pattern {
      values = ["/*"]
    }
  }

  action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.keycloak.arn
  }
}

resource "aws_lb_target_group" "provision_api" {
  name                 = "${local.name_prefix}-provision-api"
  vpc_id               = aws_vpc.main.id
  target_type          = "ip"
  protocol             = "HTTP"
  protocol_version     = "HTTP1"
  deregistration_delay = 30
  # Only a default: ECS registers each task with its container's own port.
  port = 80
  tags = { "longshore:service" = "provision-api" }

  health_check {
    protocol            = "HTTP"
    path                = "/healthz"
    matcher             = "200-399"
    interval            = 10
    timeout             = 5
    healthy_threshold   = 2
    unhealthy_threshold = 3
  }
}

resource "aws_lb_listener_rule" "provision_api_https" {
  listener_arn = aws_lb_listener.https.arn
  priority     = 22809
  tags         = { "longshore:service" = "provision-api" }

  condition {
    host_header {
      values = ["iot.example.com"]
    }
  }

  condition {
    path_pattern {
      values = ["/api/*"]
    }
  }

  action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.provision_api.arn
  }
}

resource "aws_lb_target_group" "ui_iot" {
  name                 = "${local.name_prefix}-ui-iot"
  vpc_id               = aws_vpc.main.id
  target_type          = "ip"
  protocol             = "HTTP"
  protocol_version     = "HTTP1"
  deregistration_delay = 30
  # Only a default: ECS registers each task with its container's own port.
  port = 80
  tags = { "longshore:service" = "ui-iot" }

  health_check {
    protocol            = "HTTP"
    path                = "/healthz"
    matcher             = "200-399"
    interval            = 10
    timeout             = 5
    healthy_threshold   = 2
    unhealthy_threshold = 3
  }
}

resource "aws_lb_listener_rule" "ui_iot_https" {
  listener_arn = aws_lb_listener.https.arn
  priority     = 24535
  tags         = { "longshore:service" = "ui-iot" }

  condition {
    host_header {
      values = ["iot.example.com"]
    }
  }

  condition {
    path_pattern {
      values = ["/*"]
    }
  }

  action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.ui_iot.arn
  }
}

resource "aws_lb_target_group" "webhook_receiver" {
  name                 = "${local.name_prefix}-webhook-receiver"
  vpc_id               = aws_vpc.main.id
  target_type          = "ip"
  protocol             = "HTTP"
  protocol_version     = "HTTP1"
  deregistration_delay = 30
  # Only a default: ECS registers each task with its container's own port.
  port = 80
  tags = { "longshore:service" = "webhook-receiver" }

  health_check {
    protocol            = "HTTP"
    path                = "/healthz"
    matcher             = "200-399"
    interval            = 10
    timeout             = 5
    healthy_threshold   = 2
    unhealthy_threshold = 3
  }
}

resource "aws_lb_listener_rule" "webhook_receiver_https" {
  listener_arn = aws_lb_listener.https.arn
  priority     = 21770
  tags         = { "longshore:service" = "webhook-receiver" }

  condition {
    host_header {
      values = ["iot.example.com"]
    }
  }

  condition {
    path_pattern {
      values = ["/hooks/*"]
    }
  }

  action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.webhook_receiver.arn
  }
}
