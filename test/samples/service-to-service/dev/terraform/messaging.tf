resource "aws_sqs_queue" "notices" {
  name_prefix                = "${local.name_prefix}-notices-"
  visibility_timeout_seconds = 30
  message_retention_seconds  = 345600
  delay_seconds              = 0
  receive_wait_time_seconds  = 20
  redrive_policy = jsonencode({
    deadLetterTargetArn = aws_sqs_queue.notices_dead_letter_queue.arn
    maxReceiveCount     = 5
  })
  sqs_managed_sse_enabled = true
}

resource "aws_sqs_queue" "notices_dead_letter_queue" {
  name_prefix                = "${local.name_prefix}-notices-dead-letter-queue-"
  visibility_timeout_seconds = 30
  message_retention_seconds  = 1209600
  delay_seconds              = 0
  receive_wait_time_seconds  = 20
  sqs_managed_sse_enabled    = true
}

resource "aws_sqs_queue_policy" "notices_dead_letter_queue" {
  queue_url = aws_sqs_queue.notices_dead_letter_queue.url
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "RequireTls"
      Effect    = "Deny"
      Principal = "*"
      Action    = ["sqs:*"]
      Resource  = [aws_sqs_queue.notices_dead_letter_queue.arn]
      Condition = {
        Bool = { "aws:SecureTransport" = "false" }
      }
    }]
  })
}

resource "aws_sqs_queue_policy" "notices" {
  queue_url = aws_sqs_queue.notices.url
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "RequireTls"
      Effect    = "Deny"
      Principal = "*"
      Action    = ["sqs:*"]
      Resource  = [aws_sqs_queue.notices.arn]
      Condition = {
        Bool = { "aws:SecureTransport" = "false" }
      }
    }]
  })
}
