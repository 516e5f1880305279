resource "aws_s3_bucket" "ingress_public_access_logs" {
  # Its objects go with it.
  force_destroy = true
}

resource "aws_s3_bucket_public_access_block" "ingress_public_access_logs" {
  bucket                  = aws_s3_bucket.ingress_public_access_logs.bucket
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_ownership_controls" "ingress_public_access_logs" {
  bucket = aws_s3_bucket.ingress_public_access_logs.bucket

  rule {
    object_ownership = "BucketOwnerEnforced"
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "ingress_public_access_logs" {
  bucket = aws_s3_bucket.ingress_public_access_logs.bucket

  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "AES256"
    }
  }
}

resource "aws_s3_bucket_lifecycle_configuration" "ingress_public_access_logs" {
  bucket = aws_s3_bucket.ingress_public_access_logs.bucket

  rule {
    id     = "expire"
    status = "Enabled"

    filter {}

    expiration {
      days = 14
    }
  }

  rule {
    id     = "abort-incomplete-uploads"
    status = "Enabled"

    filter {}

    abort_incomplete_multipart_upload {
      days_after_initiation = 7
    }
  }
}

resource "aws_s3_bucket_policy" "ingress_public_access_logs" {
  bucket = aws_s3_bucket.ingress_public_access_logs.bucket
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid       = "WriteConnectionLogs"
        Effect    = "Allow"
        Principal = { Service = "logdelivery.elasticloadbalancing.amazonaws.com" }
        Action    = ["s3:PutObject"]
        Resource = [
          "${aws_s3_bucket.ingress_public_access_logs.arn}/connections/AWSLogs/${local.account_id}/*",
        ]
      },
      {
        Sid       = "RequireTls"
        Effect    = "Deny"
        Principal = "*"
        Action    = ["s3:*"]
        Resource = [
          aws_s3_bucket.ingress_public_access_logs.arn,
          "${aws_s3_bucket.ingress_public_access_logs.arn}/*",
        ]
        Condition = {
          Bool = { "aws:SecureTransport" = "false" }
        }
      },
    ]
  })
}
