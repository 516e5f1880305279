resource "aws_sqs_queue" "notices" {
  name_prefix                = "${local.name_prefix}-notices-"
  visibility_timeout_seconds = 30
  message_retention_seconds  = 86400
  delay_seconds              = 10
  receive_wait_time_seconds  = 20
  redrive_policy = jsonencode({
    deadLetterTargetArn = aws_sqs_queue.notices_dead_letter_queue.arn
    maxReceiveCount     = 3
  })
  sqs_managed_sse_enabled = true

  # What is in it is kept: take this out before it may be destroyed.
  lifecycle {
    prevent_destroy = true
  }
}

resource "aws_sqs_queue" "notices_dead_letter_queue" {
  name_prefix                = "${local.name_prefix}-notices-dead-letter-queue-"
  visibility_timeout_seconds = 30
  message_retention_seconds  = 1209600
  delay_seconds              = 0
  receive_wait_time_seconds  = 20
  sqs_managed_sse_enabled    = true

  # What is in it is kept: take this out before it may be destroyed.
  lifecycle {
    prevent_destroy = true
  }
}

resource "aws_sqs_queue" "postings" {
  name_prefix                = "${local.name_prefix}-postings-"
  fifo_queue                 = true
  visibility_timeout_seconds = 120
  message_retention_seconds  = 345600
  delay_seconds              = 0
  receive_wait_time_seconds  = 20
  redrive_policy = jsonencode({
    deadLetterTargetArn = aws_sqs_queue.postings_dead_letter_queue.arn
    maxReceiveCount     = 5
  })
  kms_master_key_id = aws_kms_key.vault.arn

  # What is in it is kept: take this out before it may be destroyed.
  lifecycle {
    prevent_destroy = true
  }
}

resource "aws_sqs_queue" "postings_dead_letter_queue" {
  name_prefix                = "${local.name_prefix}-postings-dead-letter-queue-"
  fifo_queue                 = true
  visibility_timeout_seconds = 30
  message_retention_seconds  = 1209600
  delay_seconds              = 0
  receive_wait_time_seconds  = 20
  kms_master_key_id          = aws_kms_key.vault.arn

  # What is in it is kept: take this out before it may be destroyed.
  lifecycle {
    prevent_destroy = true
  }
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
    Statement = [
      {
        Sid       = "DeliverBooked"
        Effect    = "Allow"
        Principal = { Service = "sns.amazonaws.com" }
        Action    = ["sqs:SendMessage"]
        Resource  = [aws_sqs_queue.notices.arn]
        Condition = {
          ArnEquals = { "aws:SourceArn" = aws_sns_topic.booked.arn }
        }
      },
      {
        Sid       = "RequireTls"
        Effect    = "Deny"
        Principal = "*"
        Action    = ["sqs:*"]
        Resource  = [aws_sqs_queue.notices.arn]
        Condition = {
          Bool = { "aws:SecureTransport" = "false" }
        }
      },
    ]
  })
}

resource "aws_sqs_queue_policy" "postings_dead_letter_queue" {
  queue_url = aws_sqs_queue.postings_dead_letter_queue.url
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "RequireTls"
      Effect    = "Deny"
      Principal = "*"
      Action    = ["sqs:*"]
      Resource  = [aws_sqs_queue.postings_dead_letter_queue.arn]
      Condition = {
        Bool = { "aws:SecureTransport" = "false" }
      }
    }]
  })
}

resource "aws_sqs_queue_policy" "postings" {
  queue_url = aws_sqs_queue.postings.url
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid       = "DeliverBooked"
        Effect    = "Allow"
        Principal = { Service = "sns.amazonaws.com" }
        Action    = ["sqs:SendMessage"]
        Resource  = [aws_sqs_queue.postings.arn]
        Condition = {
          ArnEquals = { "aws:SourceArn" = aws_sns_topic.booked.arn }
        }
      },
      {
        Sid       = "RequireTls"
        Effect    = "Deny"
        Principal = "*"
        Action    = ["sqs:*"]
        Resource  = [aws_sqs_queue.postings.arn]
        Condition = {
          Bool = { "aws:SecureTransport" = "false" }
        }
      },
    ]
  })
}

resource "aws_sns_topic" "booked" {
  name              = "${local.name_prefix}-Booked.fifo"
  fifo_topic        = true
  kms_master_key_id = aws_kms_key.vault.arn
}

resource "aws_sns_topic_policy" "booked" {
  arn = aws_sns_topic.booked.arn
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "RequireTls"
      Effect    = "Deny"
      Principal = "*"
      Action    = ["sns:Publish"]
      Resource  = [aws_sns_topic.booked.arn]
      Condition = {
        Bool = { "aws:SecureTransport" = "false" }
      }
    }]
  })
}

resource "aws_sns_topic_subscription" "booked_notices" {
  topic_arn = aws_sns_topic.booked.arn
  protocol  = "sqs"
  endpoint  = aws_sqs_queue.notices.arn
  filter_policy = jsonencode({
    kind = [
      "booked",
      { prefix = "reversed-" },
    ]
  })
}

resource "aws_sns_topic_subscription" "booked_postings" {
  topic_arn            = aws_sns_topic.booked.arn
  protocol             = "sqs"
  endpoint             = aws_sqs_queue.postings.arn
  raw_message_delivery = true
}
