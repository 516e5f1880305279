resource "aws_dynamodb_table" "messages" {
  name                        = "${local.name_prefix}-messages"
  billing_mode                = "PAY_PER_REQUEST"
  hash_key                    = "room"
  range_key                   = "at"
  deletion_protection_enabled = false

  attribute {
    name = "at"
    type = "S"
  }

  attribute {
    name = "room"
    type = "S"
  }

  point_in_time_recovery {
    enabled = false
  }
}
