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
  certificate_arn   = aws_acm_certificate_validation.wildcard_preview_example_com.certificate_arn

  default_action {
    type = "fixed-response"

    fixed_response {
      status_code  = "404"
      content_type = "text/plain"
      message_body = "No service answers here."
    }
  }
}

resource "aws_lb_target_group" "home" {
  name                 = "${local.name_prefix}-home"
  vpc_id               = aws_vpc.main.id
  target_type          = "ip"
  protocol             = "HTTP"
  protocol_version     = "HTTP1"
  deregistration_delay = 30
  # Only a default: ECS registers each task with its container's own port.
  port = 80
  tags = { "longshore:service" = "home" }

  health_check {
    protocol            = "HTTP"
    path                = "/"
    matcher             = "200-399"
    interval            = 10
    timeout             = 5
    healthy_threshold   = 2
    unhealthy_threshold = 3
  }
}

resource "aws_lb_listener_rule" "home_https" {
  listener_arn = aws_lb_listener.https.arn
  priority     = 49070
  tags         = { "longshore:service" = "home" }

  condition {
    path_pattern {
      values = ["/*"]
    }
  }

  action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.home.arn
  }
}
