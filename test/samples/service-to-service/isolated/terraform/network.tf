resource "aws_vpc" "main" {
  cidr_block           = "10.0.0.0/16"
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
    a = {
      cidr_block        = "10.0.0.0/19"
      availability_zone = data.aws_availability_zones.available.names[0]
    }
    b = {
      cidr_block        = "10.0.32.0/19"
      availability_zone = data.aws_availability_zones.available.names[1]
    }
  }

  vpc_id            = aws_vpc.main.id
  cidr_block        = each.value.cidr_block
  availability_zone = each.value.availability_zone
  tags              = { Name = "${local.name_prefix}-private-subnet-${each.key}" }
}

resource "aws_subnet" "public" {
  for_each = {
    a = {
      cidr_block        = "10.0.128.0/22"
      availability_zone = data.aws_availability_zones.available.names[0]
    }
    b = {
      cidr_block        = "10.0.132.0/22"
      availability_zone = data.aws_availability_zones.available.names[1]
    }
  }

  vpc_id            = aws_vpc.main.id
  cidr_block        = each.value.cidr_block
  availability_zone = each.value.availability_zone
  tags              = { Name = "${local.name_prefix}-public-subnet-${each.key}" }
}

resource "aws_route_table" "private" {
  vpc_id = aws_vpc.main.id
  tags   = { Name = "${local.name_prefix}-private" }
}

resource "aws_route_table" "public" {
  vpc_id = aws_vpc.main.id
  tags   = { Name = "${local.name_prefix}-public" }
}

resource "aws_route" "public_default" {
  route_table_id         = aws_route_table.public.id
  destination_cidr_block = "0.0.0.0/0"
  gateway_id             = aws_internet_gateway.main.id
}

resource "aws_route_table_association" "private" {
  for_each = aws_subnet.private

  subnet_id      = each.value.id
  route_table_id = aws_route_table.private.id
}

resource "aws_route_table_association" "public" {
  for_each = aws_subnet.public

  subnet_id      = each.value.id
  route_table_id = aws_route_table.public.id
}

resource "aws_vpc_endpoint" "dynamodb" {
  vpc_id            = aws_vpc.main.id
  vpc_endpoint_type = "Gateway"
  service_name      = "com.amazonaws.${local.region}.dynamodb"
  route_table_ids   = [aws_route_table.public.id, aws_route_table.private.id]
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "ResourcesOfThisAccount"
      Effect    = "Allow"
      Principal = "*"
      Action    = ["dynamodb:*"]
      # The roles say which actions on which resources; the endpoint keeps foreign accounts out.
      Resource = ["*"]
      Condition = {
        StringEquals = {
          "aws:PrincipalAccount" = local.account_id
          "aws:ResourceAccount"  = local.account_id
        }
      }
    }]
  })
  tags = { Name = "${local.name_prefix}-dynamodb" }
}

resource "aws_vpc_endpoint" "s3" {
  vpc_id            = aws_vpc.main.id
  vpc_endpoint_type = "Gateway"
  service_name      = "com.amazonaws.${local.region}.s3"
  route_table_ids   = [aws_route_table.public.id, aws_route_table.private.id]
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid       = "ImageLayers"
        Effect    = "Allow"
        Principal = "*"
        Action    = ["s3:GetObject"]
        Resource  = ["arn:${local.partition}:s3:::prod-${local.region}-starport-layer-bucket/*"]
      },
      {
        Sid       = "ResourcesOfThisAccount"
        Effect    = "Allow"
        Principal = "*"
        Action    = ["s3:*"]
        # The roles say which actions on which resources; the endpoint keeps foreign accounts out.
        Resource = ["*"]
        Condition = {
          StringEquals = {
            "aws:PrincipalAccount" = local.account_id
            "aws:ResourceAccount"  = local.account_id
          }
        }
      },
      {
        Sid       = "ImportedResources"
        Effect    = "Allow"
        Principal = "*"
        Action    = ["s3:*"]
        # The roles say which actions; the owner of what is imported may be another account.
        Resource = ["arn:aws:s3:::chat-archive", "arn:aws:s3:::chat-archive/*"]
        Condition = {
          StringEquals = { "aws:PrincipalAccount" = local.account_id }
        }
      },
    ]
  })
  tags = { Name = "${local.name_prefix}-s3" }
}

resource "aws_vpc_endpoint" "ecr_api" {
  vpc_id              = aws_vpc.main.id
  vpc_endpoint_type   = "Interface"
  service_name        = "com.amazonaws.${local.region}.ecr.api"
  subnet_ids          = values(aws_subnet.private)[*].id
  security_group_ids  = [aws_security_group.endpoint.id]
  private_dns_enabled = true
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "CredentialsOfThisAccount"
      Effect    = "Allow"
      Principal = "*"
      Action    = ["ecr:*"]
      # The roles say which actions on which resources; the endpoint keeps foreign credentials out.
      Resource = ["*"]
      Condition = {
        StringEquals = { "aws:PrincipalAccount" = local.account_id }
      }
    }]
  })
  tags = { Name = "${local.name_prefix}-ecr.api" }
}

resource "aws_vpc_endpoint" "ecr_dkr" {
  vpc_id              = aws_vpc.main.id
  vpc_endpoint_type   = "Interface"
  service_name        = "com.amazonaws.${local.region}.ecr.dkr"
  subnet_ids          = values(aws_subnet.private)[*].id
  security_group_ids  = [aws_security_group.endpoint.id]
  private_dns_enabled = true
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "CredentialsOfThisAccount"
      Effect    = "Allow"
      Principal = "*"
      Action    = ["ecr:*"]
      # The roles say which actions on which resources; the endpoint keeps foreign credentials out.
      Resource = ["*"]
      Condition = {
        StringEquals = { "aws:PrincipalAccount" = local.account_id }
      }
    }]
  })
  tags = { Name = "${local.name_prefix}-ecr.dkr" }
}

resource "aws_vpc_endpoint" "logs" {
  vpc_id              = aws_vpc.main.id
  vpc_endpoint_type   = "Interface"
  service_name        = "com.amazonaws.${local.region}.logs"
  subnet_ids          = values(aws_subnet.private)[*].id
  security_group_ids  = [aws_security_group.endpoint.id]
  private_dns_enabled = true
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "CredentialsOfThisAccount"
      Effect    = "Allow"
      Principal = "*"
      Action    = ["logs:*"]
      # The roles say which actions on which resources; the endpoint keeps foreign credentials out.
      Resource = ["*"]
      Condition = {
        StringEquals = { "aws:PrincipalAccount" = local.account_id }
      }
    }]
  })
  tags = { Name = "${local.name_prefix}-logs" }
}

resource "aws_vpc_endpoint" "sqs" {
  vpc_id              = aws_vpc.main.id
  vpc_endpoint_type   = "Interface"
  service_name        = "com.amazonaws.${local.region}.sqs"
  subnet_ids          = values(aws_subnet.private)[*].id
  security_group_ids  = [aws_security_group.endpoint.id]
  private_dns_enabled = true
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "CredentialsOfThisAccount"
      Effect    = "Allow"
      Principal = "*"
      Action    = ["sqs:*"]
      # The roles say which actions on which resources; the endpoint keeps foreign credentials out.
      Resource = ["*"]
      Condition = {
        StringEquals = { "aws:PrincipalAccount" = local.account_id }
      }
    }]
  })
  tags = { Name = "${local.name_prefix}-sqs" }
}

resource "aws_vpc_endpoint" "ssm" {
  vpc_id              = aws_vpc.main.id
  vpc_endpoint_type   = "Interface"
  service_name        = "com.amazonaws.${local.region}.ssm"
  subnet_ids          = values(aws_subnet.private)[*].id
  security_group_ids  = [aws_security_group.endpoint.id]
  private_dns_enabled = true
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "CredentialsOfThisAccount"
      Effect    = "Allow"
      Principal = "*"
      Action    = ["ssm:*"]
      # The roles say which actions on which resources; the endpoint keeps foreign credentials out.
      Resource = ["*"]
      Condition = {
        StringEquals = { "aws:PrincipalAccount" = local.account_id }
      }
    }]
  })
  tags = { Name = "${local.name_prefix}-ssm" }
}

resource "aws_vpc_endpoint" "ssmmessages" {
  vpc_id              = aws_vpc.main.id
  vpc_endpoint_type   = "Interface"
  service_name        = "com.amazonaws.${local.region}.ssmmessages"
  subnet_ids          = values(aws_subnet.private)[*].id
  security_group_ids  = [aws_security_group.endpoint.id]
  private_dns_enabled = true
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "CredentialsOfThisAccount"
      Effect    = "Allow"
      Principal = "*"
      Action    = ["ssmmessages:*"]
      # The roles say which actions on which resources; the endpoint keeps foreign credentials out.
      Resource = ["*"]
      Condition = {
        StringEquals = { "aws:PrincipalAccount" = local.account_id }
      }
    }]
  })
  tags = { Name = "${local.name_prefix}-ssmmessages" }
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
