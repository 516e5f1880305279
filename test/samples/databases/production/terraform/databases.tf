resource "aws_db_subnet_group" "db" {
  name        = "${local.name_prefix}-db"
  description = "Subnets of Db of shop-production"
  subnet_ids  = values(aws_subnet.private)[*].id
}

resource "aws_db_subnet_group" "reports" {
  name        = "${local.name_prefix}-reports"
  description = "Subnets of Reports of shop-production"
  subnet_ids  = values(aws_subnet.private)[*].id
}

resource "aws_db_parameter_group" "reports" {
  name        = "${local.name_prefix}-reports-postgres16"
  description = "Settings of Reports of shop-production"
  family      = "postgres16"

  parameter {
    name  = "rds.force_ssl"
    value = "1"
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_rds_cluster_parameter_group" "db" {
  name        = "${local.name_prefix}-db-aurora-postgresql17"
  description = "Settings of Db of shop-production"
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
  database_name                   = "shop"
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

resource "aws_db_instance" "reports" {
  identifier                      = "${local.name_prefix}-reports"
  engine                          = "postgres"
  engine_version                  = "16.9"
  manage_master_user_password     = true
  storage_encrypted               = true
  db_subnet_group_name            = aws_db_subnet_group.reports.name
  vpc_security_group_ids          = [aws_security_group.reports.id]
  copy_tags_to_snapshot           = true
  deletion_protection             = true
  enabled_cloudwatch_logs_exports = ["postgresql"]
  apply_immediately               = true
  db_name                         = "reports"
  username                        = "postgres"
  instance_class                  = "db.t4g.small"
  allocated_storage               = 50
  storage_type                    = "gp3"
  multi_az                        = true
  auto_minor_version_upgrade      = false
  publicly_accessible             = false
  performance_insights_enabled    = true
  parameter_group_name            = aws_db_parameter_group.reports.name
  backup_retention_period         = 14
  skip_final_snapshot             = false
  # Made when it is destroyed. The time is that of its creation, so that another by this name gets one, too.
  final_snapshot_identifier = "${local.name_prefix}-reports-final-${formatdate("YYYYMMDDhhmmss", plantimestamp())}"

  lifecycle {
    ignore_changes = [final_snapshot_identifier]
  }

  depends_on = [aws_cloudwatch_log_group.reports]
}

resource "aws_elasticache_subnet_group" "cache" {
  name        = "${local.name_prefix}-cache"
  description = "Subnets of Cache of shop-production"
  subnet_ids  = values(aws_subnet.private)[*].id
}

resource "aws_elasticache_replication_group" "cache" {
  replication_group_id       = "${local.name_prefix}-cache"
  description                = "Cache Cache of shop-production"
  engine                     = "valkey"
  engine_version             = "8.2"
  node_type                  = "cache.m7g.large"
  num_cache_clusters         = 2
  automatic_failover_enabled = true
  multi_az_enabled           = true
  auto_minor_version_upgrade = true
  at_rest_encryption_enabled = true
  transit_encryption_enabled = true
  subnet_group_name          = aws_elasticache_subnet_group.cache.name
  security_group_ids         = [aws_security_group.cache.id]
  snapshot_retention_limit   = 7
  # Made when it is destroyed. The time is that of its creation, so that another by this name gets one, too.
  final_snapshot_identifier = "${local.name_prefix}-cache-final-${formatdate("YYYYMMDDhhmmss", plantimestamp())}"
  apply_immediately         = true

  lifecycle {
    ignore_changes = [final_snapshot_identifier]
  }
}

resource "aws_elasticache_serverless_cache" "sessions" {
  name                     = "${local.name_prefix}-sessions"
  description              = "Cache Sessions of shop-production"
  engine                   = "redis"
  major_engine_version     = "7"
  subnet_ids               = values(aws_subnet.private)[*].id
  security_group_ids       = [aws_security_group.sessions.id]
  snapshot_retention_limit = 7

  cache_usage_limits {
    data_storage {
      maximum = 5
      unit    = "GB"
    }

    ecpu_per_second {
      maximum = 5000
    }
  }
}
