resource "aws_dynamodb_table" "commit_status_table" {
  name                        = "${local.name_prefix}-commit-status-table"
  billing_mode                = "PAY_PER_REQUEST"
  hash_key                    = "commit"
  deletion_protection_enabled = false

  attribute {
    name = "commit"
    type = "S"
  }

  point_in_time_recovery {
    enabled = false
  }

  # What is in it is kept: take this out before it may be destroyed.
  lifecycle {
    prevent_destroy = true
  }
}
