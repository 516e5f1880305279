resource "aws_ssm_parameter" "exports" {
  for_each = {
    "data/CommitStatusTable-arn" = {
      description = "arn of data/CommitStatusTable"
      value       = aws_dynamodb_table.commit_status_table.arn
    }
    "data/CommitStatusTable-name" = {
      description = "name of data/CommitStatusTable"
      value       = aws_dynamodb_table.commit_status_table.name
    }
    "data/ResultsBucket-arn" = {
      description = "arn of data/ResultsBucket"
      value       = aws_s3_bucket.results_bucket.arn
    }
    "data/ResultsBucket-name" = {
      description = "name of data/ResultsBucket"
      value       = aws_s3_bucket.results_bucket.bucket
    }
    "data/WorkList-arn" = {
      description = "arn of data/WorkList"
      value       = aws_s3_bucket.work_list.arn
    }
    "data/WorkList-name" = {
      description = "name of data/WorkList"
      value       = aws_s3_bucket.work_list.bucket
    }
    "network/vpc-id" = { description = "id of network/vpc", value = aws_vpc.main.id }
    "platform/cluster-arn" = {
      description = "arn of platform/cluster"
      value       = aws_ecs_cluster.main.arn
    }
    "platform/cluster-name" = {
      description = "name of platform/cluster"
      value       = aws_ecs_cluster.main.name
    }
  }

  name        = "/retro/${each.key}"
  description = each.value.description
  type        = "String"
  value       = each.value.value
}

resource "aws_ssm_parameter" "list_exports" {
  for_each = {
    "network/private-subnet-ids" = {
      description = "ids of the private subnets"
      value       = values(aws_subnet.private)[*].id
    }
    "network/public-subnet-ids" = {
      description = "ids of the public subnets"
      value       = values(aws_subnet.public)[*].id
    }
  }

  name        = "/retro/${each.key}"
  description = each.value.description
  type        = "StringList"
  value       = join(",", each.value.value)
}
