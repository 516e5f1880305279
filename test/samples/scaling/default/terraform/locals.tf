locals {
  name_prefix = "shop"
  account_id  = data.aws_caller_identity.current.account_id
  partition   = data.aws_partition.current.partition
  region      = data.aws_region.current.region

  common_tags = { "longshore:application" = "shop" }
}
