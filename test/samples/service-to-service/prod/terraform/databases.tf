resource "aws_db_subnet_group" "db" {
  name        = "${local.name_prefix}-db"
  description = "Subnets of Db of chat-prod"
  subnet_ids  = values(aws_subnet.private)[*].id
}

resource "aws_rds_cluster_parameter_group" "db" {
  name        = "${local.name_prefix}-db-aurora-postgresql17"
  description = "Settings of Db of chat-prod"
  family      = "aurora-postgresql17"

  parameter {
    name  = "rds.force_ssl"
    value = "1"
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_rds_cluster" "db" {
  cluster_identifier              = "${local.name_prefix}-db"
  engine                          = "aurora-postgresql"
  engine_version                  = "17"
  manage_master_user_password     = true
  storage_encrypted               = true
  db_subnet_group_name            = aws_db_subnet_group.db.name
  vpc_security_group_ids          = [aws_security_group.db.id]
  copy_tags_to_snapshot           = true
  deletion_protection             = true
  enabled_cloudwatch_logs_exports = ["postgresql"]
  apply_immediately               = true
  database_name                   = "chat"
  master_username                 = "postgres"
  db_cluster_parameter_group_name = aws_rds_cluster_parameter_group.db.name
  backup_retention_period         = 30
  skip_final_snapshot             = false
  # Made when it is destroyed. The time is that of its creation, so that another by this name gets one, too.
  final_snapshot_identifier = "${local.name_prefix}-db-final-${formatdate("YYYYMMDDhhmmss", plantimestamp())}"

  serverlessv2_scaling_configuration {
    min_capacity = 0.5
    max_capacity = 8
  }

  lifecycle {
    ignore_changes = [final_snapshot_identifier]
  }

  depends_on = [aws_cloudwatch_log_group.db]
}

resource "aws_rds_cluster_instance" "db_1" {
  identifier                   = "${local.name_prefix}-db-1"
  cluster_identifier           = aws_rds_cluster.db.id
  engine                       = "aurora-postgresql"
  instance_class               = "db.serverless"
  auto_minor_version_upgrade   = true
  publicly_accessible          = false
  performance_insights_enabled = false
  apply_immediately            = true
}

resource "aws_rds_cluster_instance" "db_2" {
  identifier                   = "${local.name_prefix}-db-2"
  cluster_identifier           = aws_rds_cluster.db.id
  engine                       = "aurora-postgresql"
  instance_class               = "db.serverless"
  auto_minor_version_upgrade   = true
  publicly_accessible          = false
  performance_insights_enabled = false
  apply_immediately            = true
}
