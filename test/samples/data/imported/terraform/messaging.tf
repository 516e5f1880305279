resource "aws_sns_topic_subscription" "booked_notices" {
  topic_arn = "arn:aws:sns:eu-west-1:111111111111:booked.fifo"
  protocol  = "sqs"
  endpoint  = data.aws_ssm_parameter.ledger_notices_queue_arn.insecure_value
  filter_policy = jsonencode({
    kind = [
      "booked",
      { prefix = "reversed-" },
    ]
  })
}

resource "aws_sns_topic_subscription" "booked_postings" {
  topic_arn            = "arn:aws:sns:eu-west-1:111111111111:booked.fifo"
  protocol             = "sqs"
  endpoint             = "arn:aws:sqs:eu-west-1:111111111111:postings.fifo"
  raw_message_delivery = true
}
