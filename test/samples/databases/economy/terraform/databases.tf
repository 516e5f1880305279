resource "aws_db_subnet_group" "db" {
  name        = "${local.name_prefix}-db"
  description = "Subnets of Db of shop-economy"
  subnet_ids  = values(aws_subnet.private)[*].id
}

resource "aws_db_subnet_group" "reports" {
  name        = "${local.name_prefix}-reports"
  description = "Subnets of Reports of shop-economy"
  subnet_ids  = values(aws_subnet.private)[*].id
}

resource "aws_db_parameter_group" "db" {
  name        = "${local.name_prefix}-db-postgres17"
  description = "Settings of Db of shop-economy"
  family      = "postgres17"

  parameter {
    name  = "rds.force_ssl"
    value = "1"
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_db_parameter_group" "reports" {
  name        = "${local.name_prefix}-reports-postgres16"
  description = "Settings of Reports of shop-economy"
  family      = "postgres16"

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
  db_name                         = "shop"
  username                        = "postgres"
  instance_class                  = "db.t4g.micro"
  allocated_storage               = 20
  storage_type                    = "gp3"
  multi_az                        = false
  auto_minor_version_upgrade      = true
  publicly_accessible             = false
  performance_insights_enabled    = false
  parameter_group_name            = aws_db_parameter_group.db.name
  backup_retention_period         = 1
  # Its data goes with it.
  skip_final_snapshot = true

  depends_on = [aws_cloudwatch_log_group.db]
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
  deletion_protection             = false
  enabled_cloudwatch_logs_exports = ["postgresql"]
  apply_immediately               = true
  db_name                         = "reports"
  username                        = "postgres"
  instance_class                  = "db.t4g.small"
  allocated_storage               = 50
  storage_type                    = "gp3"
  multi_az                        = false
  auto_minor_version_upgrade      = false
  publicly_accessible             = false
  performance_insights_enabled    = false
  parameter_group_name            = aws_db_parameter_group.reports.name
  backup_retention_period         = 1
  # Its data goes with it.
  skip_final_snapshot = true

  depends_on = [aws_cloudwatch_log_group.reports]
}

resource "aws_elasticache_subnet_group" "cache" {
  name        = "${local.name_prefix}-cache"
  description = "Subnets of Cache of shop-economy"
  subnet_ids  = values(aws_subnet.private)[*].id
}

resource "aws_elasticache_replication_group" "cache" {
  replication_group_id       = "${local.name_prefix}-cache"
  description                = "Cache Cache of shop-economy"
  engine                     = "valkey"
  engine_version             = "8.2"
  node_type                  = "cache.t4g.micro"
  num_cache_clusters         = 1
  automatic_failover_enabled = false
  multi_az_enabled           = false
  auto_minor_version_upgrade = true
  at_rest_encryption_enabled = true
  transit_encryption_enabled = true
  subnet_group_name          = aws_elasticache_subnet_group.cache.name
  security_group_ids         = [aws_security_group.cache.id]
  snapshot_retention_limit   = 0
  apply_immediately          = true
}

resource "aws_elasticache_serverless_cache" "sessions" {
  name                     = "${local.name_prefix}-sessions"
  description              = "Cache Sessions of shop-economy"
  engine                   = "redis"
  major_engine_version     = "7"
  subnet_ids               = values(aws_subnet.private)[*].id
  security_group_ids       = [aws_security_group.sessions.id]
  snapshot_retention_limit = 0
}
