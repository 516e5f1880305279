resource "aws_ssm_parameter" "exports" {
  for_each = {
    "data/billing-api-key-arn" = {
      description = "arn of data/billing-api-key"
      value       = aws_secretsmanager_secret.billing_api_key.arn
    }
    "data/keycloak-admin-password-arn" = {
      description = "arn of data/keycloak-admin-password"
      value       = aws_secretsmanager_secret.keycloak_admin_password.arn
    }
    "data/keycloak-db-arn" = {
      description = "arn of data/keycloak-db"
      value       = aws_secretsmanager_secret.keycloak_db.arn
    }
    "data/mosquitto-data-arn" = {
      description = "arn of data/mosquitto-data"
      value       = aws_efs_file_system.mosquitto_data.arn
    }
    "data/mosquitto-data-id" = {
      description = "id of data/mosquitto-data"
      value       = aws_efs_file_system.mosquitto_data.id
    }
    "data/mosquitto-data/security-group-id" = {
      description = "id of data/mosquitto-data/security-group"
      value       = aws_security_group.mosquitto_data.id
    }
    "data/mqtt-credentials-arn" = {
      description = "arn of data/mqtt-credentials"
      value       = aws_secretsmanager_secret.mqtt_credentials.arn
    }
    "data/provision-admin-token-arn" = {
      description = "arn of data/provision-admin-token"
      value       = aws_secretsmanager_secret.provision_admin_token.arn
    }
    "data/sentry-dsn-arn" = {
      description = "arn of data/sentry-dsn"
      value       = aws_secretsmanager_secret.sentry_dsn.arn
    }
    "data/slack-bot-token-arn" = {
      description = "arn of data/slack-bot-token"
      value       = aws_secretsmanager_secret.slack_bot_token.arn
    }
    "data/smtp-arn" = {
      description = "arn of data/smtp"
      value       = aws_secretsmanager_secret.smtp.arn
    }
    "data/timescale-url-arn" = {
      description = "arn of data/timescale-url"
      value       = aws_secretsmanager_secret.timescale_url.arn
    }
    "data/twilio-auth-token-arn" = {
      description = "arn of data/twilio-auth-token"
      value       = aws_secretsmanager_secret.twilio_auth_token.arn
    }
    "data/ui-oidc-client-secret-arn" = {
      description = "arn of data/ui-oidc-client-secret"
      value       = aws_secretsmanager_secret.ui_oidc_client_secret.arn
    }
    "data/ui-session-secret-arn" = {
      description = "arn of data/ui-session-secret"
      value       = aws_secretsmanager_secret.ui_session_secret.arn
    }
    "data/webhook-signing-secret-arn" = {
      description = "arn of data/webhook-signing-secret"
      value       = aws_secretsmanager_secret.webhook_signing_secret.arn
    }
    "network/vpc-id" = { description = "id of network/vpc", value = aws_vpc.main.id }
    "platform/alarms-topic-arn" = {
      description = "arn of platform/alarms-topic"
      value       = aws_sns_topic.alarms.arn
    }
    "platform/cluster-arn" = {
      description = "arn of platform/cluster"
      value       = aws_ecs_cluster.main.arn
    }
    "platform/cluster-name" = {
      description = "name of platform/cluster"
      value       = aws_ecs_cluster.main.name
    }
    "platform/https-listener-arn" = {
      description = "arn of platform/https-listener"
      value       = aws_lb_listener.https.arn
    }
    "platform/load-balancer-dns-name" = {
      description = "dns name of platform/load-balancer"
      value       = aws_lb.main.dns_name
    }
    "platform/load-balancer-full-name" = {
      description = "full name of platform/load-balancer"
      value       = aws_lb.main.arn_suffix
    }
    "platform/load-balancer-security-group-id" = {
      description = "id of platform/load-balancer-security-group"
      value       = aws_security_group.load_balancer.id
    }
    "platform/namespace-id" = {
      description = "id of platform/namespace"
      value       = aws_service_discovery_private_dns_namespace.main.id
    }
    "registry/delivery-worker-arn" = {
      description = "arn of registry/delivery-worker"
      value       = aws_ecr_repository.services["delivery-worker"].arn
    }
    "registry/delivery-worker-uri" = {
      description = "uri of registry/delivery-worker"
      value       = aws_ecr_repository.services["delivery-worker"].repository_url
    }
    "registry/dispatcher-arn" = {
      description = "arn of registry/dispatcher"
      value       = aws_ecr_repository.services["dispatcher"].arn
    }
    "registry/dispatcher-uri" = {
      description = "uri of registry/dispatcher"
      value       = aws_ecr_repository.services["dispatcher"].repository_url
    }
    "registry/evaluator-iot-arn" = {
      description = "arn of registry/evaluator-iot"
      value       = aws_ecr_repository.services["evaluator-iot"].arn
    }
    "registry/evaluator-iot-uri" = {
      description = "uri of registry/evaluator-iot"
      value       = aws_ecr_repository.services["evaluator-iot"].repository_url
    }
    "registry/ingest-iot-arn" = {
      description = "arn of registry/ingest-iot"
      value       = aws_ecr_repository.services["ingest-iot"].arn
    }
    "registry/ingest-iot-uri" = {
      description = "uri of registry/ingest-iot"
      value       = aws_ecr_repository.services["ingest-iot"].repository_url
    }
    "registry/ops-worker-arn" = {
      description = "arn of registry/ops-worker"
      value       = aws_ecr_repository.services["ops-worker"].arn
    }
    "registry/ops-worker-uri" = {
      description = "uri of registry/ops-worker"
      value       = aws_ecr_repository.services["ops-worker"].repository_url
    }
    "registry/provision-api-arn" = {
      description = "arn of registry/provision-api"
      value       = aws_ecr_repository.services["provision-api"].arn
    }
    "registry/provision-api-uri" = {
      description = "uri of registry/provision-api"
      value       = aws_ecr_repository.services["provision-api"].repository_url
    }
    "registry/subscription-worker-arn" = {
      description = "arn of registry/subscription-worker"
      value       = aws_ecr_repository.services["subscription-worker"].arn
    }
    "registry/subscription-worker-uri" = {
      description = "uri of registry/subscription-worker"
      value       = aws_ecr_repository.services["subscription-worker"].repository_url
    }
    "registry/ui-iot-arn" = {
      description = "arn of registry/ui-iot"
      value       = aws_ecr_repository.services["ui-iot"].arn
    }
    "registry/ui-iot-uri" = {
      description = "uri of registry/ui-iot"
      value       = aws_ecr_repository.services["ui-iot"].repository_url
    }
    "registry/webhook-receiver-arn" = {
      description = "arn of registry/webhook-receiver"
      value       = aws_ecr_repository.services["webhook-receiver"].arn
    }
    "registry/webhook-receiver-uri" = {
      description = "uri of registry/webhook-receiver"
      value       = aws_ecr_repository.services["webhook-receiver"].repository_url
    }
    "service/keycloak/security-group-id" = {
      description = "id of service/keycloak/security-group"
      value       = aws_security_group.keycloak.id
    }
    "service/mqtt/security-group-id" = {
      description = "id of service/mqtt/security-group"
      value       = aws_security_group.mqtt.id
    }
    "service/provision-api/security-group-id" = {
      description = "id of service/provision-api/security-group"
      value       = aws_security_group.provision_api.id
    }
    "service/webhook-receiver/security-group-id" = {
      description = "id of service/webhook-receiver/security-group"
      value       = aws_security_group.webhook_receiver.id
    }
  }

  name        = "/iot/${var.environment}/${each.key}"
  description = each.value.description
  type        = "String"
  value       = each.value.value
}

resource "aws_ssm_parameter" "list_exports" {
  for_each = {
    "network/private-subnet-ids" = {
      description = "ids of the private subnets"
      value       = values(aws_subnet.private)[*].id
    }
    "network/public-subnet-ids" = {
      description = "ids of the public subnets"
      value       = values(aws_subnet.public)[*].id
    }
  }

  name        = "/iot/${var.environment}/${each.key}"
  description = each.value.description
  type        = "StringList"
  value       = join(",", each.value.value)
}
