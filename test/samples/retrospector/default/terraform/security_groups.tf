resource "aws_security_group" "retrospector" {
  name_prefix = "${local.name_prefix}-retrospector-"
  description = "Tasks of retrospector"
  vpc_id      = aws_vpc.main.id
  tags = {
    Name            = "${local.name_prefix}-retrospector"
    "longshore:job" = "retrospector"
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_vpc_security_group_egress_rule" "retrospector_to_anywhere" {
  security_group_id = aws_security_group.retrospector.id
  description       = "Anywhere"
  ip_protocol       = "-1"
  cidr_ipv4         = "0.0.0.0/0"
}
