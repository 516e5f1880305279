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

  depends_on = [aws_route.public_default, aws_route_table_association.public]
}

resource "aws_lb_listener" "https" {
  load_balancer_arn = aws_lb.main.arn
  port              = 443
  protocol          = "HTTPS"
  ssl_policy        = "ELBSecurityPolicy-TLS13-1-2-Res-2021-06"
  certificate_arn   = aws_acm_certificate_validation.dev_example_com.certificate_arn

  default_action {
    type = "fixed-response"

    fixed_response {
      status_code  = "404"
      content_type = "text/plain"
      message_body = "No service answers here."
    }
  }
}

resource "aws_lb_target_group" "admin" {
  name                 = "${local.name_prefix}-admin"
  vpc_id               = aws_vpc.main.id
  target_type          = "ip"
  protocol             = "HTTP"
  protocol_version     = "HTTP1"
  deregistration_delay = 30
  # Only a default: ECS registers each task with its container's own port.
  port = 80
  tags = { "longshore:service" = "admin" }

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

resource "aws_lb_listener_rule" "admin_https_1" {
  listener_arn = aws_lb_listener.https.arn
  priority     = 46164
  tags         = { "longshore:service" = "admin" }

  condition {
    path_pattern {
      values = ["/admin/*"]
    }
  }

  action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.admin.arn
  }
}

resource "aws_lb_listener_rule" "admin_https_2" {
  listener_arn = aws_lb_listener.https.arn
  priority     = 46151
  tags         = { "longshore:service" = "admin" }

  condition {
    path_pattern {
      values = ["/users/*"]
    }
  }

  action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.admin.arn
  }
}

resource "aws_lb_target_group" "api" {
  name                 = "${local.name_prefix}-api"
  vpc_id               = aws_vpc.main.id
  target_type          = "ip"
  protocol             = "HTTP"
  protocol_version     = "HTTP1"
  deregistration_delay = 30
  # Only a default: ECS registers each task with its container's own port.
  port = 80
  tags = { "longshore:service" = "api" }

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

resource "aws_lb_listener_rule" "api_https" {
  listener_arn = aws_lb_listener.https.arn
  priority     = 47184
  tags         = { "longshore:service" = "api" }

  condition {
    path_pattern {
      values = ["/api/*"]
    }
  }

  action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.api.arn
  }
}

resource "aws_lb_target_group" "api_next" {
  name                 = "${local.name_prefix}-api-next"
  vpc_id               = aws_vpc.main.id
  target_type          = "ip"
  protocol             = "HTTP"
  protocol_version     = "HTTP1"
  deregistration_delay = 30
  # Only a default: ECS registers each task with its container's own port.
  port = 80
  tags = { "longshore:service" = "api-next" }

  health_check {
    protocol            = "HTTP"
    port                = 8082
    path                = "/healthz"
    matcher             = "200-399"
    interval            = 10
    timeout             = 5
    healthy_threshold   = 2
    unhealthy_threshold = 3
  }
}

resource "aws_lb_listener_rule" "api_next_https" {
  listener_arn = aws_lb_listener.https.arn
  priority     = 44397
  tags         = { "longshore:service" = "api-next" }

  condition {
    path_pattern {
      values = ["/next/*"]
    }
  }

  condition {
    http_header {
      http_header_name = "Accept"
      values           = ["*json*"]
    }
  }

  condition {
    http_header {
      http_header_name = "X-Version"
      values           = ["next"]
    }
  }

  condition {
    query_string {
      key   = "preview"
      value = "true"
    }
  }

  condition {
    http_request_method {
      values = ["POST"]
    }
  }

  action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.api_next.arn
  }
}

resource "aws_lb_listener_rule" "api_next_https_part_2" {
  listener_arn = aws_lb_listener.https.arn
  priority     = 44530
  tags         = { "longshore:service" = "api-next" }

  condition {
    path_pattern {
      values = ["/next/*"]
    }
  }

  condition {
    http_header {
      http_header_name = "Accept"
      values           = ["*json*"]
    }
  }

  condition {
    http_header {
      http_header_name = "X-Version"
      values           = ["next"]
    }
  }

  condition {
    query_string {
      key   = "preview"
      value = "1"
    }
  }

  condition {
    http_request_method {
      values = ["POST"]
    }
  }

  action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.api_next.arn
  }
}

resource "aws_lb_listener_rule" "api_next_https_part_3" {
  listener_arn = aws_lb_listener.https.arn
  priority     = 44464
  tags         = { "longshore:service" = "api-next" }

  condition {
    path_pattern {
      values = ["/next/*"]
    }
  }

  condition {
    http_header {
      http_header_name = "Accept"
      values           = ["*html*"]
    }
  }

  condition {
    http_header {
      http_header_name = "X-Version"
      values           = ["next"]
    }
  }

  condition {
    query_string {
      key   = "preview"
      value = "true"
    }
  }

  condition {
    http_request_method {
      values = ["POST"]
    }
  }

  action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.api_next.arn
  }
}

resource "aws_lb_listener_rule" "api_next_https_part_4" {
  listener_arn = aws_lb_listener.https.arn
  priority     = 44663
  tags         = { "longshore:service" = "api-next" }

  condition {
    path_pattern {
      values = ["/next/*"]
    }
  }

  condition {
    http_header {
      http_header_name = "Accept"
      values           = ["*html*"]
    }
  }

  condition {
    http_header {
      http_header_name = "X-Version"
      values           = ["next"]
    }
  }

  condition {
    query_string {
      key   = "preview"
      value = "1"
    }
  }

  condition {
    http_request_method {
      values = ["POST"]
    }
  }

  action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.api_next.arn
  }
}

resource "aws_lb_target_group" "events" {
  name                 = "${local.name_prefix}-events"
  vpc_id               = aws_vpc.main.id
  target_type          = "ip"
  protocol             = "HTTP"
  protocol_version     = "HTTP1"
  deregistration_delay = 30
  # Only a default: ECS registers each task with its container's own port.
  port = 80
  tags = { "longshore:service" = "events" }

  health_check {
    protocol            = "HTTP"
    path                = "/grpc.health.v1.Health/Check"
    matcher             = "200-399"
    interval            = 10
    timeout             = 5
    healthy_threshold   = 2
    unhealthy_threshold = 3
  }
}

resource "aws_lb_listener_rule" "events_https" {
  listener_arn = aws_lb_listener.https.arn
  priority     = 40358
  tags         = { "longshore:service" = "events" }

  condition {
    path_pattern {
      values = ["/events.v1.Events/*"]
    }
  }

  action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.events.arn
  }
}

resource "aws_lb_target_group" "store" {
  name                 = "${local.name_prefix}-store"
  vpc_id               = aws_vpc.main.id
  target_type          = "ip"
  protocol             = "HTTP"
  protocol_version     = "HTTP1"
  deregistration_delay = 30
  # Only a default: ECS registers each task with its container's own port.
  port = 80
  tags = { "longshore:service" = "store" }

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

resource "aws_lb_listener_rule" "store_https" {
  listener_arn = aws_lb_listener.https.arn
  priority     = 21553
  tags         = { "longshore:service" = "store" }

  condition {
    host_header {
      values = ["store.internal.example.com"]
    }
  }

  condition {
    path_pattern {
      values = ["/store/*"]
    }
  }

  action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.store.arn
  }
}
