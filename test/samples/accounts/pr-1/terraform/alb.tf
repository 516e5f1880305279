resource "aws_lb_target_group" "api" {
  name                 = "${local.name_prefix}-api"
  vpc_id               = data.aws_ssm_parameter.platform_dev_network_vpc_id.insecure_value
  target_type          = "ip"
  protocol             = "HTTP"
  protocol_version     = "HTTP1"
  deregistration_delay = 30
  # Only a default: ECS registers each task with its container's own port.
  port = 80

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

resource "aws_lb_listener_rule" "api_shared" {
  listener_arn = data.aws_ssm_parameter.platform_dev_platform_https_listener_arn.insecure_value
  priority     = 24546

  condition {
    host_header {
      values = ["pr-1.preview.example.com"]
    }
  }

  condition {
    path_pattern {
      values = ["/*"]
    }
  }

  action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.api.arn
  }
}
