resource "aws_lb_target_group" "app_api" {
  name                 = "${local.name_prefix}-app-api"
  vpc_id               = data.aws_ssm_parameter.agents_prod_network_vpc_id.insecure_value
  target_type          = "ip"
  protocol             = "HTTP"
  protocol_version     = "HTTP1"
  deregistration_delay = 30
  # Only a default: ECS registers each task with its container's own port.
  port = 80
  tags = { "longshore:service" = "app-api" }

  health_check {
    protocol            = "HTTP"
    path                = "/health"
    matcher             = "200"
    interval            = 30
    timeout             = 5
    healthy_threshold   = 2
    unhealthy_threshold = 3
  }
}

resource "aws_lb_listener_rule" "app_api_shared" {
  listener_arn = data.aws_ssm_parameter.agents_prod_network_alb_listener_arn.insecure_value
  priority     = 1
  tags         = { "longshore:service" = "app-api" }

  condition {
    path_pattern {
      values = ["/api/*"]
    }
  }

  action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.app_api.arn
  }
}
