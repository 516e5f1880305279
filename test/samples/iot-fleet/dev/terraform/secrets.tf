resource "aws_secretsmanager_secret" "billing_api_key" {
  name        = "${local.name_prefix}/billing-api-key"
  description = "billing-api-key of iot-dev; its value is set by its owner"
  # Gone at once, as its name is not free before.
  recovery_window_in_days = 0
}

resource "aws_secretsmanager_secret" "keycloak_admin_password" {
  name        = "${local.name_prefix}/keycloak-admin-password"
  description = "keycloak-admin-password of iot-dev; its value is set by its owner"
  # Gone at once, as its name is not free before.
  recovery_window_in_days = 0
}

resource "aws_secretsmanager_secret" "keycloak_db" {
  name        = "${local.name_prefix}/keycloak-db"
  description = "keycloak-db of iot-dev; its value is set by its owner"
  # Gone at once, as its name is not free before.
  recovery_window_in_days = 0
}

resource "aws_secretsmanager_secret" "mqtt_credentials" {
  name        = "${local.name_prefix}/mqtt-credentials"
  description = "mqtt-credentials of iot-dev; its value is set by its owner"
  # Gone at once, as its name is not free before.
  recovery_window_in_days = 0
}

resource "aws_secretsmanager_secret" "provision_admin_token" {
  name        = "${local.name_prefix}/provision-admin-token"
  description = "provision-admin-token of iot-dev; its value is set by its owner"
  # Gone at once, as its name is not free before.
  recovery_window_in_days = 0
}

resource "aws_secretsmanager_secret" "sentry_dsn" {
  name        = "${local.name_prefix}/sentry-dsn"
  description = "sentry-dsn of iot-dev; its value is set by its owner"
  # Gone at once, as its name is not free before.
  recovery_window_in_days = 0
}

resource "aws_secretsmanager_secret" "slack_bot_token" {
  name        = "${local.name_prefix}/slack-bot-token"
  description = "slack-bot-token of iot-dev; its value is set by its owner"
  # Gone at once, as its name is not free before.
  recovery_window_in_days = 0
}

resource "aws_secretsmanager_secret" "smtp" {
  name        = "${local.name_prefix}/smtp"
  description = "smtp of iot-dev; its value is set by its owner"
  # Gone at once, as its name is not free before.
  recovery_window_in_days = 0
}

resource "aws_secretsmanager_secret" "timescale_url" {
  name        = "${local.name_prefix}/timescale-url"
  description = "timescale-url of iot-dev; its value is set by its owner"
  # Gone at once, as its name is not free before.
  recovery_window_in_days = 0
}

resource "aws_secretsmanager_secret" "twilio_auth_token" {
  name        = "${local.name_prefix}/twilio-auth-token"
  description = "twilio-auth-token of iot-dev; its value is set by its owner"
  # Gone at once, as its name is not free before.
  recovery_window_in_days = 0
}

resource "aws_secretsmanager_secret" "ui_oidc_client_secret" {
  name        = "${local.name_prefix}/ui-oidc-client-secret"
  description = "ui-oidc-client-secret of iot-dev; its value is set by its owner"
  # Gone at once, as its name is not free before.
  recovery_window_in_days = 0
}

resource "aws_secretsmanager_secret" "ui_session_secret" {
  name        = "${local.name_prefix}/ui-session-secret"
  description = "ui-session-secret of iot-dev; its value is set by its owner"
  # Gone at once, as its name is not free before.
  recovery_window_in_days = 0
}

resource "aws_secretsmanager_secret" "webhook_signing_secret" {
  name        = "${local.name_prefix}/webhook-signing-secret"
  description = "webhook-signing-secret of iot-dev; its value is set by its owner"
  # Gone at once, as its name is not free before.
  recovery_window_in_days = 0
}
