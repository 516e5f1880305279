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
