resource "aws_efs_file_system" "mosquitto_data" {
  encrypted        = true
  performance_mode = "generalPurpose"
  throughput_mode  = "elastic"
  tags             = { Name = "${local.name_prefix}-mosquitto-data" }

  # What is in it is kept: take this out before it may be destroyed.
  lifecycle {
    prevent_destroy = true
  }
}

resource "aws_efs_backup_policy" "mosquitto_data" {
  file_system_id = aws_efs_file_system.mosquitto_data.id

  backup_policy {
    status = "ENABLED"
  }
}

resource "aws_efs_mount_target" "mosquitto_data" {
  for_each = aws_subnet.private

  file_system_id  = aws_efs_file_system.mosquitto_data.id
  subnet_id       = each.value.id
  security_groups = [aws_security_group.mosquitto_data.id]
}

resource "aws_efs_access_point" "mqtt_mosquitto_data" {
  file_system_id = aws_efs_file_system.mosquitto_data.id
  tags = {
    Name                = "${local.name_prefix}-mqtt-mosquitto-data"
    "longshore:service" = "mqtt"
  }

  posix_user {
    uid = 1000
    gid = 1000
  }

  root_directory {
    path = "/mqtt/mosquitto-data"

    creation_info {
      owner_uid   = 1000
      owner_gid   = 1000
      permissions = "0755"
    }
  }
}
