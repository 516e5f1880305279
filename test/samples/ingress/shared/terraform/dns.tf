resource "aws_acm_certificate" "ingress_public_example_com" {
  domain_name = "example.com"
  subject_alternative_names = [
    "a.example.com",
    "b.example.com",
    "c.example.com",
    "d.example.com",
    "e.example.com",
    "f.example.com",
    "g.example.com",
    "h.example.com",
    "i.example.com",
  ]
  validation_method = "DNS"
  tags              = { Name = "example.com" }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_route53_record" "ingress_public_example_com_validation" {
  for_each = {
    for option in aws_acm_certificate.ingress_public_example_com.domain_validation_options : option.domain_name => option
  }

  zone_id = "Z0123456789ABC"
  name    = each.value.resource_record_name
  type    = each.value.resource_record_type
  ttl     = 60
  records = [each.value.resource_record_value]
  # A domain has one such record, whichever of its certificates it proves.
  allow_overwrite = true
}

resource "aws_acm_certificate_validation" "ingress_public_example_com" {
  certificate_arn         = aws_acm_certificate.ingress_public_example_com.arn
  validation_record_fqdns = [for record in aws_route53_record.ingress_public_example_com_validation : record.fqdn]
}

resource "aws_acm_certificate" "ingress_public_j_example_com" {
  domain_name       = "j.example.com"
  validation_method = "DNS"
  tags              = { Name = "j.example.com" }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_route53_record" "ingress_public_j_example_com_validation" {
  for_each = {
    for option in aws_acm_certificate.ingress_public_j_example_com.domain_validation_options : option.domain_name => option
  }

  zone_id = "Z0123456789ABC"
  name    = each.value.resource_record_name
  type    = each.value.resource_record_type
  ttl     = 60
  records = [each.value.resource_record_value]
  # A domain has one such record, whichever of its certificates it proves.
  allow_overwrite = true
}

resource "aws_acm_certificate_validation" "ingress_public_j_example_com" {
  certificate_arn         = aws_acm_certificate.ingress_public_j_example_com.arn
  validation_record_fqdns = [for record in aws_route53_record.ingress_public_j_example_com_validation : record.fqdn]
}

resource "aws_acm_certificate" "ingress_public_shop_example_net" {
  domain_name       = "shop.example.net"
  validation_method = "DNS"
  tags              = { Name = "shop.example.net" }

  lifecycle {
    create_before_destroy = true
  }
}

# Waits until the owner of the zone has added the records that ACM shows.
resource "aws_acm_certificate_validation" "ingress_public_shop_example_net" {
  certificate_arn = aws_acm_certificate.ingress_public_shop_example_net.arn
}

resource "aws_route53_record" "ingress_public_a_example_com" {
  zone_id = "Z0123456789ABC"
  name    = "a.example.com"
  type    = "A"

  alias {
    name                   = aws_lb.ingress_public.dns_name
    zone_id                = aws_lb.ingress_public.zone_id
    evaluate_target_health = false
  }
}

resource "aws_route53_record" "ingress_public_a_example_com_ipv6" {
  zone_id = "Z0123456789ABC"
  name    = "a.example.com"
  type    = "AAAA"

  alias {
    name                   = aws_lb.ingress_public.dns_name
    zone_id                = aws_lb.ingress_public.zone_id
    evaluate_target_health = false
  }
}

resource "aws_route53_record" "ingress_public_b_example_com" {
  zone_id = "Z0123456789ABC"
  name    = "b.example.com"
  type    = "A"

  alias {
    name                   = aws_lb.ingress_public.dns_name
    zone_id                = aws_lb.ingress_public.zone_id
    evaluate_target_health = false
  }
}

resource "aws_route53_record" "ingress_public_b_example_com_ipv6" {
  zone_id = "Z0123456789ABC"
  name    = "b.example.com"
  type    = "AAAA"

  alias {
    name                   = aws_lb.ingress_public.dns_name
    zone_id                = aws_lb.ingress_public.zone_id
    evaluate_target_health = false
  }
}

resource "aws_route53_record" "ingress_public_c_example_com" {
  zone_id = "Z0123456789ABC"
  name    = "c.example.com"
  type    = "A"

  alias {
    name                   = aws_lb.ingress_public.dns_name
    zone_id                = aws_lb.ingress_public.zone_id
    evaluate_target_health = false
  }
}

resource "aws_route53_record" "ingress_public_c_example_com_ipv6" {
  zone_id = "Z0123456789ABC"
  name    = "c.example.com"
  type    = "AAAA"

  alias {
    name                   = aws_lb.ingress_public.dns_name
    zone_id                = aws_lb.ingress_public.zone_id
    evaluate_target_health = false
  }
}

resource "aws_route53_record" "ingress_public_d_example_com" {
  zone_id = "Z0123456789ABC"
  name    = "d.example.com"
  type    = "A"

  alias {
    name                   = aws_lb.ingress_public.dns_name
    zone_id                = aws_lb.ingress_public.zone_id
    evaluate_target_health = false
  }
}

resource "aws_route53_record" "ingress_public_d_example_com_ipv6" {
  zone_id = "Z0123456789ABC"
  name    = "d.example.com"
  type    = "AAAA"

  alias {
    name                   = aws_lb.ingress_public.dns_name
    zone_id                = aws_lb.ingress_public.zone_id
    evaluate_target_health = false
  }
}

resource "aws_route53_record" "ingress_public_e_example_com" {
  zone_id = "Z0123456789ABC"
  name    = "e.example.com"
  type    = "A"

  alias {
    name                   = aws_lb.ingress_public.dns_name
    zone_id                = aws_lb.ingress_public.zone_id
    evaluate_target_health = false
  }
}

resource "aws_route53_record" "ingress_public_e_example_com_ipv6" {
  zone_id = "Z0123456789ABC"
  name    = "e.example.com"
  type    = "AAAA"

  alias {
    name                   = aws_lb.ingress_public.dns_name
    zone_id                = aws_lb.ingress_public.zone_id
    evaluate_target_health = false
  }
}

resource "aws_route53_record" "ingress_public_example_com" {
  zone_id = "Z0123456789ABC"
  name    = "example.com"
  type    = "A"

  alias {
    name                   = aws_lb.ingress_public.dns_name
    zone_id                = aws_lb.ingress_public.zone_id
    evaluate_target_health = false
  }
}

resource "aws_route53_record" "ingress_public_example_com_ipv6" {
  zone_id = "Z0123456789ABC"
  name    = "example.com"
  type    = "AAAA"

  alias {
    name                   = aws_lb.ingress_public.dns_name
    zone_id                = aws_lb.ingress_public.zone_id
    evaluate_target_health = false
  }
}

resource "aws_route53_record" "ingress_public_f_example_com" {
  zone_id = "Z0123456789ABC"
  name    = "f.example.com"
  type    = "A"

  alias {
    name                   = aws_lb.ingress_public.dns_name
    zone_id                = aws_lb.ingress_public.zone_id
    evaluate_target_health = false
  }
}

resource "aws_route53_record" "ingress_public_f_example_com_ipv6" {
  zone_id = "Z0123456789ABC"
  name    = "f.example.com"
  type    = "AAAA"

  alias {
    name                   = aws_lb.ingress_public.dns_name
    zone_id                = aws_lb.ingress_public.zone_id
    evaluate_target_health = false
  }
}

resource "aws_route53_record" "ingress_public_g_example_com" {
  zone_id = "Z0123456789ABC"
  name    = "g.example.com"
  type    = "A"

  alias {
    name                   = aws_lb.ingress_public.dns_name
    zone_id                = aws_lb.ingress_public.zone_id
    evaluate_target_health = false
  }
}

resource "aws_route53_record" "ingress_public_g_example_com_ipv6" {
  zone_id = "Z0123456789ABC"
  name    = "g.example.com"
  type    = "AAAA"

  alias {
    name                   = aws_lb.ingress_public.dns_name
    zone_id                = aws_lb.ingress_public.zone_id
    evaluate_target_health = false
  }
}

resource "aws_route53_record" "ingress_public_h_example_com" {
  zone_id = "Z0123456789ABC"
  name    = "h.example.com"
  type    = "A"

  alias {
    name                   = aws_lb.ingress_public.dns_name
    zone_id                = aws_lb.ingress_public.zone_id
    evaluate_target_health = false
  }
}

resource "aws_route53_record" "ingress_public_h_example_com_ipv6" {
  zone_id = "Z0123456789ABC"
  name    = "h.example.com"
  type    = "AAAA"

  alias {
    name                   = aws_lb.ingress_public.dns_name
    zone_id                = aws_lb.ingress_public.zone_id
    evaluate_target_health = false
  }
}

resource "aws_route53_record" "ingress_public_i_example_com" {
  zone_id = "Z0123456789ABC"
  name    = "i.example.com"
  type    = "A"

  alias {
    name                   = aws_lb.ingress_public.dns_name
    zone_id                = aws_lb.ingress_public.zone_id
    evaluate_target_health = false
  }
}

resource "aws_route53_record" "ingress_public_i_example_com_ipv6" {
  zone_id = "Z0123456789ABC"
  name    = "i.example.com"
  type    = "AAAA"

  alias {
    name                   = aws_lb.ingress_public.dns_name
    zone_id                = aws_lb.ingress_public.zone_id
    evaluate_target_health = false
  }
}

resource "aws_route53_record" "ingress_public_j_example_com" {
  zone_id = "Z0123456789ABC"
  name    = "j.example.com"
  type    = "A"

  alias {
    name                   = aws_lb.ingress_public.dns_name
    zone_id                = aws_lb.ingress_public.zone_id
    evaluate_target_health = false
  }
}

resource "aws_route53_record" "ingress_public_j_example_com_ipv6" {
  zone_id = "Z0123456789ABC"
  name    = "j.example.com"
  type    = "AAAA"

  alias {
    name                   = aws_lb.ingress_public.dns_name
    zone_id                = aws_lb.ingress_public.zone_id
    evaluate_target_health = false
  }
}

resource "aws_route53_record" "ingress_public_wildcard_example_com" {
  zone_id = "Z0123456789ABC"
  name    = "*.example.com"
  type    = "A"

  alias {
    name                   = aws_lb.ingress_public.dns_name
    zone_id                = aws_lb.ingress_public.zone_id
    evaluate_target_health = false
  }
}

resource "aws_route53_record" "ingress_public_wildcard_example_com_ipv6" {
  zone_id = "Z0123456789ABC"
  name    = "*.example.com"
  type    = "AAAA"

  alias {
    name                   = aws_lb.ingress_public.dns_name
    zone_id                = aws_lb.ingress_public.zone_id
    evaluate_target_health = false
  }
}

resource "aws_route53_record" "mqtt_mqtt_example_com" {
  zone_id = "Z0123456789ABC"
  name    = "mqtt.example.com"
  type    = "A"

  alias {
    name                   = aws_lb.mqtt.dns_name
    zone_id                = aws_lb.mqtt.zone_id
    evaluate_target_health = false
  }
}
