locals {
  name_prefix = "shop-${var.environment}"
  account_id  = data.aws_caller_identity.current.account_id
  partition   = data.aws_partition.current.partition
  region      = data.aws_region.current.region

  common_tags = {
    cost-center             = "42"
    "longshore:application" = "shop"
    "longshore:environment" = var.environment
    "longshore:service"     = "api"
    "longshore:ttl"         = "3d"
    team                    = "shop"
  }
}
