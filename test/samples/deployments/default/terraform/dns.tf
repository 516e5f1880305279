resource "aws_service_discovery_private_dns_namespace" "main" {
  name        = "${local.name_prefix}.local"
  description = "Names of the services of shop"
  vpc         = aws_vpc.main.id
}

resource "aws_acm_certificate" "shop_example_com" {
  domain_name       = "shop.example.com"
  validation_method = "DNS"
  tags              = { Name = "${local.name_prefix}.example.com" }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_route53_record" "shop_example_com_validation" {
  for_each = {
    for option in aws_acm_certificate.shop_example_com.domain_validation_options : option.domain_name => option
  }

  zone_id = "Z0123456789ABC"
  name    = each.value.resource_record_name
  type    = each.value.resource_record_type
  ttl     = 60
  records = [each.value.resource_record_value]
  # A domain has one such record, whichever of its certificates it proves.
  allow_overwrite = true
}

resource "aws_acm_certificate_validation" "shop_example_com" {
  certificate_arn         = aws_acm_certificate.shop_example_com.arn
  validation_record_fqdns = [for record in aws_route53_record.shop_example_com_validation : record.fqdn]
}

resource "aws_route53_record" "shop_example_com" {
  zone_id = "Z0123456789ABC"
  name    = "shop.example.com"
  type    = "A"

  alias {
    name                   = aws_lb.main.dns_name
    zone_id                = aws_lb.main.zone_id
    evaluate_target_health = false
  }
}

resource "aws_service_discovery_service" "orders" {
  name = "orders"
  tags = { "longshore:service" = "orders" }

  dns_config {
    namespace_id   = aws_service_discovery_private_dns_namespace.main.id
    routing_policy = "MULTIVALUE"

    dns_records {
      type = "A"
      ttl  = 10
    }
  }

  health_check_custom_config {
    failure_threshold = 1
  }
}
