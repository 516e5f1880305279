# shop in production, rendered by Longshore: change the manifest and render again.
# Where the state is kept is yours to say, in a file of your own with a backend block.
terraform {
  required_version = ">= 1.9"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 6.0"
    }
  }
}

provider "aws" {
  region = var.aws_region

  default_tags {
    tags = local.common_tags
  }
}
