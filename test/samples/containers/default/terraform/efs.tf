resource "aws_efs_file_system" "shared" {
  encrypted        = true
  performance_mode = "generalPurpose"
  throughput_mode  = "elastic"
  tags             = { Name = "${local.name_prefix}-Shared" }

  # What is in it is kept: take this out before it may be destroyed.
  lifecycle {
    prevent_destroy = true
  }
}

resource "aws_efs_backup_policy" "shared" {
  file_system_id = aws_efs_file_system.shared.id

  backup_policy {
    status = "ENABLED"
  }
}

resource "aws_efs_mount_target" "shared" {
  for_each = aws_subnet.private

  file_system_id  = aws_efs_file_system.shared.id
  subnet_id       = each.value.id
  security_groups = [aws_security_group.shared.id]
}

resource "aws_efs_access_point" "api_legacy" {
  file_system_id = aws_efs_file_system.shared.id
  tags = {
    Name                = "${local.name_prefix}-api-legacy"
    "longshore:service" = "api"
  }

  posix_user {
    uid = 1000
    gid = 1000
  }

  root_directory {
    path = "/legacy"

    creation_info {
      owner_uid   = 1000
      owner_gid   = 1000
      permissions = "0755"
    }
  }
}

resource "aws_efs_access_point" "api_shared" {
  file_system_id = aws_efs_file_system.shared.id
  tags = {
    Name                = "${local.name_prefix}-api-shared"
    "longshore:service" = "api"
  }

  posix_user {
    uid = 1001
    gid = 1001
  }

  root_directory {
    path = "/depot"

    creation_info {
      owner_uid   = 1001
      owner_gid   = 1001
      permissions = "0755"
    }
  }
}
