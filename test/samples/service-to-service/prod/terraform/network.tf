resource "aws_vpc" "main" {
  cidr_block           = "10.20.0.0/16"
  enable_dns_support   = true
  enable_dns_hostnames = true
  tags                 = { Name = local.name_prefix }
}

resource "aws_internet_gateway" "main" {
  vpc_id = aws_vpc.main.id
  tags   = { Name = local.name_prefix }
}

resource "aws_subnet" "private" {
  for_each = {
    a = { cidr_block = "10.20.16.0/20", availability_zone = "eu-west-1a" }
    b = { cidr_block = "10.20.32.0/20", availability_zone = "eu-west-1b" }
    c = { cidr_block = "10.20.48.0/20", availability_zone = "eu-west-1c" }
  }

  vpc_id            = aws_vpc.main.id
  cidr_block        = each.value.cidr_block
  availability_zone = each.value.availability_zone
  tags              = { Name = "${local.name_prefix}-private-subnet-${each.key}" }
}

resource "aws_subnet" "public" {
  for_each = {
    a = { cidr_block = "10.20.0.0/24", availability_zone = "eu-west-1a" }
    b = { cidr_block = "10.20.1.0/24", availability_zone = "eu-west-1b" }
    c = { cidr_block = "10.20.2.0/24", availability_zone = "eu-west-1c" }
  }

  vpc_id            = aws_vpc.main.id
  cidr_block        = each.value.cidr_block
  availability_zone = each.value.availability_zone
  tags              = { Name = "${local.name_prefix}-public-subnet-${each.key}" }
}

resource "aws_eip" "nat" {
  for_each = toset(["a", "b", "c"])

  domain = "vpc"
  tags   = { Name = "${local.name_prefix}-nat-${each.key}" }

  depends_on = [aws_internet_gateway.main]
}

resource "aws_nat_gateway" "main" {
  for_each = aws_eip.nat

  allocation_id = each.value.allocation_id
  subnet_id     = aws_subnet.public[each.key].id
  tags          = { Name = "${local.name_prefix}-nat-${each.key}" }

  depends_on = [aws_route.public_default, aws_route_table_association.public]
}

resource "aws_route_table" "private" {
  for_each = toset(["a", "b", "c"])

  vpc_id = aws_vpc.main.id
  tags   = { Name = "${local.name_prefix}-private-${each.key}" }
}

resource "aws_route_table" "public" {
  vpc_id = aws_vpc.main.id
  tags   = { Name = "${local.name_prefix}-public" }
}

resource "aws_route" "private_default" {
  for_each = aws_route_table.private

  route_table_id         = each.value.id
  destination_cidr_block = "0.0.0.0/0"
  nat_gateway_id         = aws_nat_gateway.main[each.key].id
}

resource "aws_route" "public_default" {
  route_table_id         = aws_route_table.public.id
  destination_cidr_block = "0.0.0.0/0"
  gateway_id             = aws_internet_gateway.main.id
}

resource "aws_route_table_association" "private" {
  for_each = aws_subnet.private

  subnet_id      = each.value.id
  route_table_id = aws_route_table.private[each.key].id
}

resource "aws_route_table_association" "public" {
  for_each = aws_subnet.public

  subnet_id      = each.value.id
  route_table_id = aws_route_table.public.id
}

resource "aws_vpc_endpoint" "s3" {
  vpc_id            = aws_vpc.main.id
  vpc_endpoint_type = "Gateway"
  service_name      = "com.amazonaws.${local.region}.s3"
  route_table_ids = [
    aws_route_table.public.id,
    aws_route_table.private["a"].id,
    aws_route_table.private["b"].id,
    aws_route_table.private["c"].id,
  ]
  tags = { Name = "${local.name_prefix}-s3" }
}

resource "aws_flow_log" "main" {
  vpc_id                   = aws_vpc.main.id
  traffic_type             = "ALL"
  log_destination_type     = "cloud-watch-logs"
  log_destination          = "arn:${local.partition}:logs:${local.region}:${local.account_id}:log-group:${aws_cloudwatch_log_group.flow.name}"
  iam_role_arn             = aws_iam_role.flow_log.arn
  max_aggregation_interval = 600
  tags                     = { Name = local.name_prefix }

  depends_on = [aws_iam_role_policy.flow_log_write_flow_logs]
}
