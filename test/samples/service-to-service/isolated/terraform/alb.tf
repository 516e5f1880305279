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

  access_logs {
    enabled = true
    bucket  = aws_s3_bucket.access_logs.bucket
    prefix  = "load-balancer"
  }

  depends_on = [
    aws_route.public_default,
    aws_route_table_association.private,
    aws_route_table_association.public,
    aws_s3_bucket_policy.access_logs,
  ]
}

resource "aws_lb_listener" "http" {
  load_balancer_arn = aws_lb.main.arn
  port              = 80
  protocol          = "HTTP"

  default_action {
    type = "fixed-response"

    fixed_response {
      status_code  = "404"
      content_type = "text/plain"
      message_body = "No service answers here."
    }
  }
}

resource "aws_lb_target_group" "gateway" {
  name                 = "${local.name_prefix}-gateway"
  vpc_id               = aws_vpc.main.id
  target_type          = "ip"
  protocol             = "HTTP"
  protocol_version     = "HTTP1"
  deregistration_delay = 30
  # Only a default: ECS registers each task with its container's own port.
  port = 80
  tags = { "longshore:service" = "gateway" }

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

resource "aws_lb_listener_rule" "gateway_http" {
  listener_arn = aws_lb_listener.http.arn
  priority     = 49001
  tags         = { "longshore:service" = "gateway" }

  condition {
    path_pattern {
      values = ["/*"]
    }
  }

  action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.gateway.arn
  }
}
