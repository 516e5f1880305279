resource "aws_lb" "ingress_public" {
  name                       = "${local.name_prefix}-public"
  load_balancer_type         = "application"
  internal                   = false
  ip_address_type            = "dualstack"
  subnets                    = split(",", data.aws_ssm_parameter.net_public_ids.insecure_value)
  security_groups            = [aws_security_group.ingress_public_load_balancer.id]
  enable_deletion_protection = true
  idle_timeout               = 120
  drop_invalid_header_fields = false
  desync_mitigation_mode     = "defensive"
  enable_http2               = false
  client_keep_alive          = 600

  access_logs {
    enabled = true
    bucket  = "edge-logs"
    prefix  = "gate"
  }

  connection_logs {
    enabled = true
    bucket  = aws_s3_bucket.ingress_public_access_logs.bucket
    prefix  = "connections"
  }

  depends_on = [aws_s3_bucket_policy.ingress_public_access_logs]
}

resource "aws_lb_listener" "ingress_public_http" {
  load_balancer_arn = aws_lb.ingress_public.arn
  port              = 80
  protocol          = "HTTP"

  default_action {
    type = "fixed-response"

    fixed_response {
      status_code  = "503"
      content_type = "text/html"
      message_body = "<h1>Closed</h1>"
    }
  }
}

resource "aws_lb_listener" "ingress_public_https" {
  load_balancer_arn = aws_lb.ingress_public.arn
  port              = 443
  protocol          = "HTTPS"
  ssl_policy        = "ELBSecurityPolicy-TLS13-1-3-2021-06"
  certificate_arn   = aws_acm_certificate_validation.ingress_public_example_com.certificate_arn

  default_action {
    type = "fixed-response"

    fixed_response {
      status_code  = "503"
      content_type = "text/html"
      message_body = "<h1>Closed</h1>"
    }
  }
}

resource "aws_lb_listener_certificate" "ingress_public_https_listener_certificate_2" {
  listener_arn    = aws_lb_listener.ingress_public_https.arn
  certificate_arn = aws_acm_certificate_validation.ingress_public_j_example_com.certificate_arn
}

resource "aws_lb_listener_certificate" "ingress_public_https_listener_certificate_3" {
  listener_arn    = aws_lb_listener.ingress_public_https.arn
  certificate_arn = data.aws_ssm_parameter.certificates_wildcard.insecure_value
}

resource "aws_lb_listener_certificate" "ingress_public_https_listener_certificate_4" {
  listener_arn    = aws_lb_listener.ingress_public_https.arn
  certificate_arn = aws_acm_certificate_validation.ingress_public_shop_example_net.certificate_arn
}

resource "aws_lb_listener_rule" "ingress_public_http_4ik0d8" {
  listener_arn = aws_lb_listener.ingress_public_http.arn
  priority     = 7

  condition {
    path_pattern {
      values = ["/secret/*"]
    }
  }

  condition {
    source_ip {
      values = ["198.51.100.0/24"]
    }
  }

  action {
    type = "fixed-response"

    fixed_response {
      status_code  = "403"
      content_type = "text/plain"
    }
  }
}

resource "aws_lb_listener_rule" "ingress_public_http_f6wyz1" {
  listener_arn = aws_lb_listener.ingress_public_http.arn
  priority     = 46933

  condition {
    path_pattern {
      values = ["/old/*", "/older/*"]
    }
  }

  action {
    type = "redirect"

    redirect {
      host        = "archive.example.com"
      path        = "/#{path}"
      status_code = "HTTP_302"
    }
  }
}

resource "aws_lb_listener_rule" "ingress_public_http_o676ru" {
  listener_arn = aws_lb_listener.ingress_public_http.arn
  priority     = 24568

  condition {
    host_header {
      values = ["www.example.com"]
    }
  }

  action {
    type = "redirect"

    redirect {
      protocol    = "HTTPS"
      host        = "example.com"
      port        = "443"
      path        = "/#{path}"
      query       = "#{query}"
      status_code = "HTTP_301"
    }
  }
}

resource "aws_lb_listener_rule" "ingress_public_http_rl8vdx" {
  listener_arn = aws_lb_listener.ingress_public_http.arn
  priority     = 45723

  condition {
    path_pattern {
      values = ["/health"]
    }
  }

  condition {
    http_request_method {
      values = ["GET", "HEAD"]
    }
  }

  action {
    type = "fixed-response"

    fixed_response {
      status_code  = "200"
      content_type = "text/plain"
      message_body = "ok"
    }
  }
}

resource "aws_lb_listener_rule" "ingress_public_https_4ik0d8" {
  listener_arn = aws_lb_listener.ingress_public_https.arn
  priority     = 7

  condition {
    path_pattern {
      values = ["/secret/*"]
    }
  }

  condition {
    source_ip {
      values = ["198.51.100.0/24"]
    }
  }

  action {
    type = "fixed-response"

    fixed_response {
      status_code  = "403"
      content_type = "text/plain"
    }
  }
}

resource "aws_lb_listener_rule" "ingress_public_https_f6wyz1" {
  listener_arn = aws_lb_listener.ingress_public_https.arn
  priority     = 46933

  condition {
    path_pattern {
      values = ["/old/*", "/older/*"]
    }
  }

  action {
    type = "redirect"

    redirect {
      host        = "archive.example.com"
      path        = "/#{path}"
      status_code = "HTTP_302"
    }
  }
}

resource "aws_lb_listener_rule" "ingress_public_https_o676ru" {
  listener_arn = aws_lb_listener.ingress_public_https.arn
  priority     = 24568

  condition {
    host_header {
      values = ["www.example.com"]
    }
  }

  action {
    type = "redirect"

    redirect {
      protocol    = "HTTPS"
      host        = "example.com"
      port        = "443"
      path        = "/#{path}"
      query       = "#{query}"
      status_code = "HTTP_301"
    }
  }
}

resource "aws_lb_listener_rule" "ingress_public_https_rl8vdx" {
  listener_arn = aws_lb_listener.ingress_public_https.arn
  priority     = 45723

  condition {
    path_pattern {
      values = ["/health"]
    }
  }

  condition {
    http_request_method {
      values = ["GET", "HEAD"]
    }
  }

  action {
    type = "fixed-response"

    fixed_response {
      status_code  = "200"
      content_type = "text/plain"
      message_body = "ok"
    }
  }
}

resource "aws_wafv2_web_acl_association" "ingress_public" {
  resource_arn = aws_lb.ingress_public.arn
  web_acl_arn  = "arn:aws:wafv2:eu-west-1:111111111111:regional/webacl/edge/0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f"
}

resource "aws_lb_target_group" "admin_public" {
  name                 = "${local.name_prefix}-admin-public"
  vpc_id               = "vpc-0123456789abcdef0"
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

  stickiness {
    enabled         = true
    type            = "app_cookie"
    cookie_name     = "ADMIN"
    cookie_duration = 28800
  }
}

resource "aws_lb_target_group" "admin_public_3001_http2" {
  name                 = "${local.name_prefix}-admin-public-3nj7qc"
  vpc_id               = "vpc-0123456789abcdef0"
  target_type          = "ip"
  protocol             = "HTTP"
  protocol_version     = "HTTP2"
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

resource "aws_lb_target_group" "admin_public_3002" {
  name                          = "${local.name_prefix}-admin-public-3002"
  vpc_id                        = "vpc-0123456789abcdef0"
  target_type                   = "ip"
  protocol                      = "HTTP"
  protocol_version              = "HTTP1"
  deregistration_delay          = 30
  load_balancing_algorithm_type = "weighted_random"
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

resource "aws_lb_listener_rule" "admin_http_1" {
  listener_arn = aws_lb_listener.ingress_public_http.arn
  priority     = 46164
  tags         = { "longshore:service" = "admin" }

  condition {
    path_pattern {
      values = ["/admin/*"]
    }
  }

  action {
    type = "redirect"

    redirect {
      protocol    = "HTTPS"
      port        = "443"
      status_code = "HTTP_301"
    }
  }
}

resource "aws_lb_listener_rule" "admin_http_2" {
  listener_arn = aws_lb_listener.ingress_public_http.arn
  priority     = 46151
  tags         = { "longshore:service" = "admin" }

  condition {
    path_pattern {
      values = ["/users/*"]
    }
  }

  action {
    type = "redirect"

    redirect {
      protocol    = "HTTPS"
      port        = "443"
      status_code = "HTTP_301"
    }
  }
}

resource "aws_lb_listener_rule" "admin_http_3" {
  listener_arn = aws_lb_listener.ingress_public_http.arn
  priority     = 45290
  tags         = { "longshore:service" = "admin" }

  condition {
    path_pattern {
      values = ["/reports/*"]
    }
  }

  action {
    type = "redirect"

    redirect {
      protocol    = "HTTPS"
      port        = "443"
      status_code = "HTTP_301"
    }
  }
}

resource "aws_lb_listener_rule" "admin_https_1" {
  listener_arn = aws_lb_listener.ingress_public_https.arn
  priority     = 46164
  tags         = { "longshore:service" = "admin" }

  condition {
    path_pattern {
      values = ["/admin/*"]
    }
  }

  action {
    type  = "authenticate-oidc"
    order = 1

    authenticate_oidc {
      issuer                     = "https://login.example.com"
      authorization_endpoint     = "https://login.example.com/authorize"
      token_endpoint             = "https://login.example.com/token"
      user_info_endpoint         = "https://login.example.com/userinfo"
      client_id                  = "gate"
      client_secret              = jsondecode(data.aws_secretsmanager_secret_version.data_login.secret_string)["clientSecret"]
      scope                      = "openid email"
      session_timeout            = 28800
      session_cookie_name        = "gate-session"
      on_unauthenticated_request = "deny"
    }
  }

  action {
    type             = "forward"
    order            = 2
    target_group_arn = aws_lb_target_group.admin_public.arn
  }
}

resource "aws_lb_listener_rule" "admin_https_2" {
  listener_arn = aws_lb_listener.ingress_public_https.arn
  priority     = 46151
  tags         = { "longshore:service" = "admin" }

  condition {
    path_pattern {
      values = ["/users/*"]
    }
  }

  action {
    type  = "authenticate-cognito"
    order = 1

    authenticate_cognito {
      user_pool_arn       = data.aws_ssm_parameter.login_user_pool_arn.insecure_value
      user_pool_client_id = data.aws_ssm_parameter.login_client_id.insecure_value
      user_pool_domain    = "gate-login"
    }
  }

  action {
    type             = "forward"
    order            = 2
    target_group_arn = aws_lb_target_group.admin_public_3001_http2.arn
  }
}

resource "aws_lb_listener_rule" "admin_https_3" {
  listener_arn = aws_lb_listener.ingress_public_https.arn
  priority     = 45290
  tags         = { "longshore:service" = "admin" }

  condition {
    path_pattern {
      values = ["/reports/*"]
    }
  }

  action {
    type  = "authenticate-oidc"
    order = 1

    authenticate_oidc {
      issuer                 = "https://login.example.com"
      authorization_endpoint = "https://login.example.com/authorize"
      token_endpoint         = "https://login.example.com/token"
      user_info_endpoint     = "https://login.example.com/userinfo"
      client_id              = "reports"
      client_secret          = data.aws_secretsmanager_secret_version.partners_login.secret_string
    }
  }

  action {
    type             = "forward"
    order            = 2
    target_group_arn = aws_lb_target_group.admin_public_3002.arn
  }
}

resource "aws_lb_target_group" "api_public" {
  name                 = "${local.name_prefix}-api-public"
  vpc_id               = "vpc-0123456789abcdef0"
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

resource "aws_lb_listener_rule" "api_http" {
  listener_arn = aws_lb_listener.ingress_public_http.arn
  priority     = 47184
  tags         = { "longshore:service" = "api" }

  condition {
    path_pattern {
      values = ["/api/*"]
    }
  }

  action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.api_public.arn
  }
}

resource "aws_lb_listener_rule" "api_https" {
  listener_arn = aws_lb_listener.ingress_public_https.arn
  priority     = 47184
  tags         = { "longshore:service" = "api" }

  condition {
    path_pattern {
      values = ["/api/*"]
    }
  }

  action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.api_public.arn
  }
}

resource "aws_lb_target_group" "api_next_public" {
  name                 = "${local.name_prefix}-api-next-public"
  vpc_id               = "vpc-0123456789abcdef0"
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

resource "aws_lb_listener_rule" "api_next_http" {
  listener_arn = aws_lb_listener.ingress_public_http.arn
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
    target_group_arn = aws_lb_target_group.api_next_public.arn
  }
}

resource "aws_lb_listener_rule" "api_next_http_part_2" {
  listener_arn = aws_lb_listener.ingress_public_http.arn
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
    target_group_arn = aws_lb_target_group.api_next_public.arn
  }
}

resource "aws_lb_listener_rule" "api_next_http_part_3" {
  listener_arn = aws_lb_listener.ingress_public_http.arn
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
    target_group_arn = aws_lb_target_group.api_next_public.arn
  }
}

resource "aws_lb_listener_rule" "api_next_http_part_4" {
  listener_arn = aws_lb_listener.ingress_public_http.arn
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
    target_group_arn = aws_lb_target_group.api_next_public.arn
  }
}

resource "aws_lb_listener_rule" "api_next_https" {
  listener_arn = aws_lb_listener.ingress_public_https.arn
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
    target_group_arn = aws_lb_target_group.api_next_public.arn
  }
}

resource "aws_lb_listener_rule" "api_next_https_part_2" {
  listener_arn = aws_lb_listener.ingress_public_https.arn
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
    target_group_arn = aws_lb_target_group.api_next_public.arn
  }
}

resource "aws_lb_listener_rule" "api_next_https_part_3" {
  listener_arn = aws_lb_listener.ingress_public_https.arn
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
    target_group_arn = aws_lb_target_group.api_next_public.arn
  }
}

resource "aws_lb_listener_rule" "api_next_https_part_4" {
  listener_arn = aws_lb_listener.ingress_public_https.arn
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
    target_group_arn = aws_lb_target_group.api_next_public.arn
  }
}

resource "aws_lb_target_group" "events_public_grpc" {
  name                 = "${local.name_prefix}-events-public-grpc"
  vpc_id               = "vpc-0123456789abcdef0"
  target_type          = "ip"
  protocol             = "HTTP"
  protocol_version     = "GRPC"
  deregistration_delay = 30
  # Only a default: ECS registers each task with its container's own port.
  port = 80
  tags = { "longshore:service" = "events" }

  health_check {
    protocol            = "HTTP"
    path                = "/grpc.health.v1.Health/Check"
    matcher             = "0"
    interval            = 10
    timeout             = 5
    healthy_threshold   = 2
    unhealthy_threshold = 3
  }
}

resource "aws_lb_listener_rule" "events_http" {
  listener_arn = aws_lb_listener.ingress_public_http.arn
  priority     = 40358
  tags         = { "longshore:service" = "events" }

  condition {
    path_pattern {
      values = ["/events.v1.Events/*"]
    }
  }

  action {
    type = "redirect"

    redirect {
      protocol    = "HTTPS"
      port        = "443"
      status_code = "HTTP_301"
    }
  }
}

resource "aws_lb_listener_rule" "events_https" {
  listener_arn = aws_lb_listener.ingress_public_https.arn
  priority     = 40358
  tags         = { "longshore:service" = "events" }

  condition {
    path_pattern {
      values = ["/events.v1.Events/*"]
    }
  }

  action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.events_public_grpc.arn
  }
}

resource "aws_lb_target_group" "store_partners" {
  name                 = "${local.name_prefix}-store-partners"
  vpc_id               = "vpc-0123456789abcdef0"
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

resource "aws_lb_target_group" "store_public" {
  name                 = "${local.name_prefix}-store-public"
  vpc_id               = "vpc-0123456789abcdef0"
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

resource "aws_lb_listener_rule" "store_http" {
  listener_arn = aws_lb_listener.ingress_public_http.arn
  priority     = 24744
  tags         = { "longshore:service" = "store" }

  condition {
    host_header {
      values = ["store.internal.example.com"]
    }
  }

  action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.store_public.arn
  }
}

resource "aws_lb_listener_rule" "store_https" {
  listener_arn = aws_lb_listener.ingress_public_https.arn
  priority     = 24744
  tags         = { "longshore:service" = "store" }

  condition {
    host_header {
      values = ["store.internal.example.com"]
    }
  }

  action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.store_public.arn
  }
}

resource "aws_lb_listener_rule" "store_shared_default_partners" {
  listener_arn = data.aws_ssm_parameter.platform_listener_arn.insecure_value
  priority     = 50000
  tags         = { "longshore:service" = "store" }

  condition {
    path_pattern {
      values = ["/*"]
    }
  }

  action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.store_partners.arn
  }
}
