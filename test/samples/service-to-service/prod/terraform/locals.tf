locals {
  name_prefix = "chat-${var.environment}"
  account_id  = data.aws_caller_identity.current.account_id
  partition   = data.aws_partition.current.partition
  region      = data.aws_region.current.region

  common_tags = {
    "longshore:application" = "chat"
    "longshore:environment" = var.environment
  }
}
