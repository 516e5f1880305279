resource "aws_lb_target_group" "bff" {
  name                 = "${local.name_prefix}-bff"
  vpc_id               = data.aws_ssm_parameter.network_vpc_id.insecure_value
  target_type          = "ip"
  protocol             = "HTTP"
  protocol_version     = "HTTP1"
  deregistration_delay = 30
  # Only a default: ECS registers each task with its container's own port.
  port = 80
  tags = { "longshore:service" = "bff" }

  health_check {
    protocol            = "HTTP"
    path                = "/api/health"
    matcher             = "200-399"
    interval            = 30
    timeout             = 5
    healthy_threshold   = 2
    unhealthy_threshold = 3
  }
}

resource "aws_lb_listener_rule" "bff_shared" {
  listener_arn = data.aws_ssm_parameter.network_public_listener_arn.insecure_value
  priority     = 100
  tags         = { "longshore:service" = "bff" }

  condition {
    path_pattern {
      values = ["/*"]
    }
  }

  action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.bff.arn
  }
}
