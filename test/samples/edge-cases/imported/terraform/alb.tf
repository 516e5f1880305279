resource "aws_lb_target_group" "a_service_name_of_forty_characters_limit" {
  name                 = "${local.name_prefix}-a-service-na-cyivjc"
  vpc_id               = "vpc-0123456789abcdef0"
  target_type          = "ip"
  protocol             = "HTTP"
  protocol_version     = "HTTP1"
  deregistration_delay = 3600
  # Only a default: ECS registers each task with its container's own port.
  port = 80
  tags = { "longshore:service" = "a-service-name-of-forty-characters-limit" }

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

resource "aws_lb_listener_rule" "a_service_name_of_forty_characters_limit_shared_1" {
  listener_arn = "arn:aws:elasticloadbalancing:ap-southeast-1:111111111111:listener/app/shared/50dc6c495c0c9188/f2f7dc8efc522ab2"
  priority     = 23067
  tags         = { "longshore:service" = "a-service-name-of-forty-characters-limit" }

  condition {
    host_header {
      values = ["*.example.com", "example.org"]
    }
  }

  condition {
    path_pattern {
      values = ["/api/*", "/v1/*"]
    }
  }

  action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.a_service_name_of_forty_characters_limit.arn
  }
}

resource "aws_lb_listener_rule" "a_service_name_of_forty_characters_limit_shared_2" {
  listener_arn = "arn:aws:elasticloadbalancing:ap-southeast-1:111111111111:listener/app/shared/50dc6c495c0c9188/f2f7dc8efc522ab2"
  priority     = 36418
  tags         = { "longshore:service" = "a-service-name-of-forty-characters-limit" }

  condition {
    path_pattern {
      values = ["/deep/er/and/deeper/still/*"]
    }
  }

  action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.a_service_name_of_forty_characters_limit.arn
  }
}

resource "aws_lb_listener_rule" "a_service_name_of_forty_characters_limit_shared_3" {
  listener_arn = "arn:aws:elasticloadbalancing:ap-southeast-1:111111111111:listener/app/shared/50dc6c495c0c9188/f2f7dc8efc522ab2"
  priority     = 1
  tags         = { "longshore:service" = "a-service-name-of-forty-characters-limit" }

  condition {
    path_pattern {
      values = ["/first/*"]
    }
  }

  action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.a_service_name_of_forty_characters_limit.arn
  }
}
