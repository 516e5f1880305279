locals {
  name_prefix = "ledger-${var.environment}"
  account_id  = data.aws_caller_identity.current.account_id
  partition   = data.aws_partition.current.partition
  region      = data.aws_region.current.region
  dns_suffix  = data.aws_partition.current.dns_suffix

  common_tags = {
    "longshore:application" = "ledger"
    "longshore:environment" = var.environment
  }
}
