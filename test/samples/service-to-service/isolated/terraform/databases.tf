resource "aws_db_subnet_group" "db" {
  name        = "${local.name_prefix}-db"
  description = "Subnets of Db of chat-isolated"
  subnet_ids  = values(aws_subnet.private)[*].id
}

resource "aws_db_parameter_group" "db" {
  name        = "${local.name_prefix}-db-postgres17"
  description = "Settings of Db of chat-isolated"
  family      = "postgres17"

  parameter {
    name  = "rds.force_ssl"
    value = "1"
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_db_instance" "db" {
  identifier                      = "${local.name_prefix}-db"
  engine                          = "postgres"
  engine_version                  = "17"
  manage_master_user_password     = true
  storage_encrypted               = true
  db_subnet_group_name            = aws_db_subnet_group.db.name
  vpc_security_group_ids          = [aws_security_group.db.id]
  copy_tags_to_snapshot           = true
  deletion_protection             = false
  enabled_cloudwatch_logs_exports = ["postgresql"]
  apply_immediately               = true
  db_name                         = "chat"
  username                        = "postgres"
  instance_class                  = "db.t4g.small"
  allocated_storage               = 20
  storage_type                    = "gp3"
  multi_az                        = true
  auto_minor_version_upgrade      = true
  publicly_accessible             = false
  performance_insights_enabled    = true
  parameter_group_name            = aws_db_parameter_group.db.name
  backup_retention_period         = 7
  skip_final_snapshot             = false
  # Made when it is destroyed. The time is that of its creation, so that another by this name gets one, too.
  final_snapshot_identifier = "${local.name_prefix}-db-final-${formatdate("YYYYMMDDhhmmss", plantimestamp())}"

  lifecycle {
    ignore_changes = [final_snapshot_identifier]
  }

  depends_on = [aws_cloudwatch_log_group.db]
}
