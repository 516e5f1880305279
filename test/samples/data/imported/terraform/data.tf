data "aws_availability_zones" "available" {
  state = "available"

  # Without local and Wavelength zones, which an account may have opted in to.
  filter {
    name   = "opt-in-status"
    values = ["opt-in-not-required"]
  }
}

data "aws_caller_identity" "current" {}

data "aws_partition" "current" {}

data "aws_region" "current" {}

data "aws_ssm_parameter" "ledger_entries_table" {
  name = "/ledger/entries-table"
}

data "aws_ssm_parameter" "ledger_models_repository" {
  name = "/ledger/models-repository"
}

data "aws_ssm_parameter" "ledger_notices_queue_arn" {
  name = "/ledger/notices-queue-arn"
}

data "aws_ssm_parameter" "vault_key_arn" {
  name = "/vault/key-arn"
}

data "aws_cloudformation_export" "vault_key_arn" {
  name = "VaultKeyArn"
}
