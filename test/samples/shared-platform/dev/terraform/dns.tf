resource "aws_acm_certificate" "wildcard_preview_example_com" {
  domain_name       = "*.preview.example.com"
  validation_method = "DNS"
  tags              = { Name = "wildcard.preview.example.com" }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_route53_record" "wildcard_preview_example_com_validation" {
  for_each = {
    for option in aws_acm_certificate.wildcard_preview_example_com.domain_validation_options : option.domain_name => option
  }

  zone_id = "Z0123456789ABC"
  name    = each.value.resource_record_name
  type    = each.value.resource_record_type
  ttl     = 60
  records = [each.value.resource_record_value]
  # A domain has one such record, whichever of its certificates it proves.
  allow_overwrite = true
}

resource "aws_acm_certificate_validation" "wildcard_preview_example_com" {
  certificate_arn         = aws_acm_certificate.wildcard_preview_example_com.arn
  validation_record_fqdns = [for record in aws_route53_record.wildcard_preview_example_com_validation : record.fqdn]
}

resource "aws_route53_record" "wildcard_preview_example_com" {
  zone_id = "Z0123456789ABC"
  name    = "*.preview.example.com"
  type    = "A"

  alias {
    name                   = aws_lb.main.dns_name
    zone_id                = aws_lb.main.zone_id
    evaluate_target_health = false
  }
}
