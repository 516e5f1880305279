locals {
  name_prefix = "lim-${var.environment}"
  account_id  = data.aws_caller_identity.current.account_id
  partition   = data.aws_partition.current.partition
  region      = data.aws_region.current.region

  common_tags = {
    "longshore:application" = "edge-of-the-longest-application-names-ok"
    "longshore:environment" = var.environment
    owner                   = "équipe Zoë 東京"
    x-not-ignored-in-a-map  = "yes"
  }
}
