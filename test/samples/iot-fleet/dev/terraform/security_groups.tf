# Nothing goes out but what rules let out: Terraform takes EC2's own rule for everything away.
resource "aws_security_group" "load_balancer" {
  name_prefix = "${local.name_prefix}-load-balancer-"
  description = "Load balancer of iot-dev"
  vpc_id      = aws_vpc.main.id
  tags        = { Name = "${local.name_prefix}-load-balancer" }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_vpc_security_group_ingress_rule" "load_balancer_from_anywhere_80" {
  security_group_id = aws_security_group.load_balancer.id
  description       = "HTTP from 0.0.0.0/0"
  ip_protocol       = "tcp"
  from_port         = 80
  to_port           = 80
  cidr_ipv4         = "0.0.0.0/0"
}

resource "aws_vpc_security_group_ingress_rule" "load_balancer_from_anywhere_443" {
  security_group_id = aws_security_group.load_balancer.id
  description       = "HTTPS from 0.0.0.0/0"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
  cidr_ipv4         = "0.0.0.0/0"
}

# Nothing goes out but what rules let out: Terraform takes EC2's own rule for everything away.
resource "aws_security_group" "mosquitto_data" {
  name_prefix = "${local.name_prefix}-mosquitto-data-"
  description = "File system mosquitto-data of iot-dev"
  vpc_id      = aws_vpc.main.id
  tags        = { Name = "${local.name_prefix}-mosquitto-data" }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_security_group" "delivery_worker" {
  name_prefix = "${local.name_prefix}-delivery-worker-"
  description = "Tasks of delivery-worker"
  vpc_id      = aws_vpc.main.id
  tags = {
    Name                = "${local.name_prefix}-delivery-worker"
    "longshore:service" = "delivery-worker"
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_vpc_security_group_egress_rule" "delivery_worker_to_anywhere" {
  security_group_id = aws_security_group.delivery_worker.id
  description       = "Anywhere"
  ip_protocol       = "-1"
  cidr_ipv4         = "0.0.0.0/0"
}

resource "aws_security_group" "dispatcher" {
  name_prefix = "${local.name_prefix}-dispatcher-"
  description = "Tasks of dispatcher"
  vpc_id      = aws_vpc.main.id
  tags = {
    Name                = "${local.name_prefix}-dispatcher"
    "longshore:service" = "dispatcher"
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_vpc_security_group_egress_rule" "dispatcher_to_anywhere" {
  security_group_id = aws_security_group.dispatcher.id
  description       = "Anywhere"
  ip_protocol       = "-1"
  cidr_ipv4         = "0.0.0.0/0"
}

resource "aws_vpc_security_group_ingress_rule" "dispatcher_connects_webhook_receiver" {
  security_group_id            = aws_security_group.webhook_receiver.id
  description                  = "From dispatcher"
  ip_protocol                  = "tcp"
  from_port                    = 8080
  to_port                      = 8080
  referenced_security_group_id = aws_security_group.dispatcher.id
}

resource "aws_security_group" "evaluator_iot" {
  name_prefix = "${local.name_prefix}-evaluator-iot-"
  description = "Tasks of evaluator-iot"
  vpc_id      = aws_vpc.main.id
  tags = {
    Name                = "${local.name_prefix}-evaluator-iot"
    "longshore:service" = "evaluator-iot"
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_vpc_security_group_egress_rule" "evaluator_iot_to_anywhere" {
  security_group_id = aws_security_group.evaluator_iot.id
  description       = "Anywhere"
  ip_protocol       = "-1"
  cidr_ipv4         = "0.0.0.0/0"
}

resource "aws_security_group" "ingest_iot" {
  name_prefix = "${local.name_prefix}-ingest-iot-"
  description = "Tasks of ingest-iot"
  vpc_id      = aws_vpc.main.id
  tags = {
    Name                = "${local.name_prefix}-ingest-iot"
    "longshore:service" = "ingest-iot"
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_vpc_security_group_egress_rule" "ingest_iot_to_anywhere" {
  security_group_id = aws_security_group.ingest_iot.id
  description       = "Anywhere"
  ip_protocol       = "-1"
  cidr_ipv4         = "0.0.0.0/0"
}

resource "aws_vpc_security_group_ingress_rule" "ingest_iot_connects_mqtt_1883" {
  security_group_id            = aws_security_group.mqtt.id
  description                  = "From ingest-iot"
  ip_protocol                  = "tcp"
  from_port                    = 1883
  to_port                      = 1883
  referenced_security_group_id = aws_security_group.ingest_iot.id
}

resource "aws_vpc_security_group_ingress_rule" "ingest_iot_connects_mqtt_8883" {
  security_group_id            = aws_security_group.mqtt.id
  description                  = "From ingest-iot"
  ip_protocol                  = "tcp"
  from_port                    = 8883
  to_port                      = 8883
  referenced_security_group_id = aws_security_group.ingest_iot.id
}

resource "aws_security_group" "keycloak" {
  name_prefix = "${local.name_prefix}-keycloak-"
  description = "Tasks of keycloak"
  vpc_id      = aws_vpc.main.id
  tags = {
    Name                = "${local.name_prefix}-keycloak"
    "longshore:service" = "keycloak"
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_vpc_security_group_egress_rule" "keycloak_to_anywhere" {
  security_group_id = aws_security_group.keycloak.id
  description       = "Anywhere"
  ip_protocol       = "-1"
  cidr_ipv4         = "0.0.0.0/0"
}

resource "aws_vpc_security_group_ingress_rule" "keycloak_from_load_balancer" {
  security_group_id            = aws_security_group.keycloak.id
  description                  = "Load balancer"
  ip_protocol                  = "tcp"
  from_port                    = 8080
  to_port                      = 8080
  referenced_security_group_id = aws_security_group.load_balancer.id
}

resource "aws_vpc_security_group_egress_rule" "keycloak_load_balancer" {
  security_group_id            = aws_security_group.load_balancer.id
  description                  = "Tasks of keycloak"
  ip_protocol                  = "tcp"
  from_port                    = 8080
  to_port                      = 8080
  referenced_security_group_id = aws_security_group.keycloak.id
}

resource "aws_security_group" "mqtt" {
  name_prefix = "${local.name_prefix}-mqtt-"
  description = "Tasks of mqtt"
  vpc_id      = aws_vpc.main.id
  tags = {
    Name                = "${local.name_prefix}-mqtt"
    "longshore:service" = "mqtt"
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_vpc_security_group_ingress_rule" "mqtt_from_anywhere_1883" {
  security_group_id = aws_security_group.mqtt.id
  description       = "TCP 1883 from anywhere"
  ip_protocol       = "tcp"
  from_port         = 1883
  to_port           = 1883
  cidr_ipv4         = "0.0.0.0/0"
}

resource "aws_vpc_security_group_ingress_rule" "mqtt_from_anywhere_8883" {
  security_group_id = aws_security_group.mqtt.id
  description       = "TCP 8883 from anywhere"
  ip_protocol       = "tcp"
  from_port         = 8883
  to_port           = 8883
  cidr_ipv4         = "0.0.0.0/0"
}

resource "aws_vpc_security_group_egress_rule" "mqtt_to_anywhere" {
  security_group_id = aws_security_group.mqtt.id
  description       = "Anywhere"
  ip_protocol       = "-1"
  cidr_ipv4         = "0.0.0.0/0"
}

resource "aws_vpc_security_group_ingress_rule" "mqtt_connects_mosquitto_data" {
  security_group_id            = aws_security_group.mosquitto_data.id
  description                  = "From mqtt"
  ip_protocol                  = "tcp"
  from_port                    = 2049
  to_port                      = 2049
  referenced_security_group_id = aws_security_group.mqtt.id
}

resource "aws_security_group" "ops_worker" {
  name_prefix = "${local.name_prefix}-ops-worker-"
  description = "Tasks of ops-worker"
  vpc_id      = aws_vpc.main.id
  tags = {
    Name                = "${local.name_prefix}-ops-worker"
    "longshore:service" = "ops-worker"
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_vpc_security_group_egress_rule" "ops_worker_to_anywhere" {
  security_group_id = aws_security_group.ops_worker.id
  description       = "Anywhere"
  ip_protocol       = "-1"
  cidr_ipv4         = "0.0.0.0/0"
}

resource "aws_vpc_security_group_ingress_rule" "ops_worker_connects_mqtt_1883" {
  security_group_id            = aws_security_group.mqtt.id
  description                  = "From ops-worker"
  ip_protocol                  = "tcp"
  from_port                    = 1883
  to_port                      = 1883
  referenced_security_group_id = aws_security_group.ops_worker.id
}

resource "aws_vpc_security_group_ingress_rule" "ops_worker_connects_mqtt_8883" {
  security_group_id            = aws_security_group.mqtt.id
  description                  = "From ops-worker"
  ip_protocol                  = "tcp"
  from_port                    = 8883
  to_port                      = 8883
  referenced_security_group_id = aws_security_group.ops_worker.id
}

resource "aws_security_group" "provision_api" {
  name_prefix = "${local.name_prefix}-provision-api-"
  description = "Tasks of provision-api"
  vpc_id      = aws_vpc.main.id
  tags = {
    Name                = "${local.name_prefix}-provision-api"
    "longshore:service" = "provision-api"
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_vpc_security_group_egress_rule" "provision_api_to_anywhere" {
  security_group_id = aws_security_group.provision_api.id
  description       = "Anywhere"
  ip_protocol       = "-1"
  cidr_ipv4         = "0.0.0.0/0"
}

resource "aws_vpc_security_group_ingress_rule" "provision_api_connects_keycloak" {
  security_group_id            = aws_security_group.keycloak.id
  description                  = "From provision-api"
  ip_protocol                  = "tcp"
  from_port                    = 8080
  to_port                      = 8080
  referenced_security_group_id = aws_security_group.provision_api.id
}

resource "aws_vpc_security_group_ingress_rule" "provision_api_connects_mqtt_1883" {
  security_group_id            = aws_security_group.mqtt.id
  description                  = "From provision-api"
  ip_protocol                  = "tcp"
  from_port                    = 1883
  to_port                      = 1883
  referenced_security_group_id = aws_security_group.provision_api.id
}

resource "aws_vpc_security_group_ingress_rule" "provision_api_connects_mqtt_8883" {
  security_group_id            = aws_security_group.mqtt.id
  description                  = "From provision-api"
  ip_protocol                  = "tcp"
  from_port                    = 8883
  to_port                      = 8883
  referenced_security_group_id = aws_security_group.provision_api.id
}

resource "aws_vpc_security_group_ingress_rule" "provision_api_from_load_balancer" {
  security_group_id            = aws_security_group.provision_api.id
  description                  = "Load balancer"
  ip_protocol                  = "tcp"
  from_port                    = 8080
  to_port                      = 8080
  referenced_security_group_id = aws_security_group.load_balancer.id
}

resource "aws_vpc_security_group_egress_rule" "provision_api_load_balancer" {
  security_group_id            = aws_security_group.load_balancer.id
  description                  = "Tasks of provision-api"
  ip_protocol                  = "tcp"
  from_port                    = 8080
  to_port                      = 8080
  referenced_security_group_id = aws_security_group.provision_api.id
}

resource "aws_security_group" "subscription_worker" {
  name_prefix = "${local.name_prefix}-subscription-worker-"
  description = "Tasks of subscription-worker"
  vpc_id      = aws_vpc.main.id
  tags = {
    Name                = "${local.name_prefix}-subscription-worker"
    "longshore:service" = "subscription-worker"
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_vpc_security_group_egress_rule" "subscription_worker_to_anywhere" {
  security_group_id = aws_security_group.subscription_worker.id
  description       = "Anywhere"
  ip_protocol       = "-1"
  cidr_ipv4         = "0.0.0.0/0"
}

resource "aws_security_group" "ui_iot" {
  name_prefix = "${local.name_prefix}-ui-iot-"
  description = "Tasks of ui-iot"
  vpc_id      = aws_vpc.main.id
  tags = {
    Name                = "${local.name_prefix}-ui-iot"
    "longshore:service" = "ui-iot"
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_vpc_security_group_egress_rule" "ui_iot_to_anywhere" {
  security_group_id = aws_security_group.ui_iot.id
  description       = "Anywhere"
  ip_protocol       = "-1"
  cidr_ipv4         = "0.0.0.0/0"
}

resource "aws_vpc_security_group_ingress_rule" "ui_iot_connects_keycloak" {
  security_group_id            = aws_security_group.keycloak.id
  description                  = "From ui-iot"
  ip_protocol                  = "tcp"
  from_port                    = 8080
  to_port                      = 8080
  referenced_security_group_id = aws_security_group.ui_iot.id
}

resource "aws_vpc_security_group_ingress_rule" "ui_iot_connects_provision_api" {
  security_group_id            = aws_security_group.provision_api.id
  description                  = "From ui-iot"
  ip_protocol                  = "tcp"
  from_port                    = 8080
  to_port                      = 8080
  referenced_security_group_id = aws_security_group.ui_iot.id
}

resource "aws_vpc_security_group_ingress_rule" "ui_iot_from_load_balancer" {
  security_group_id            = aws_security_group.ui_iot.id
  description                  = "Load balancer"
  ip_protocol                  = "tcp"
  from_port                    = 8080
  to_port                      = 8080
  referenced_security_group_id = aws_security_group.load_balancer.id
}

resource "aws_vpc_security_group_egress_rule" "ui_iot_load_balancer" {
  security_group_id            = aws_security_group.load_balancer.id
  description                  = "Tasks of ui-iot"
  ip_protocol                  = "tcp"
  from_port                    = 8080
  to_port                      = 8080
  referenced_security_group_id = aws_security_group.ui_iot.id
}

resource "aws_security_group" "webhook_receiver" {
  name_prefix = "${local.name_prefix}-webhook-receiver-"
  description = "Tasks of webhook-receiver"
  vpc_id      = aws_vpc.main.id
  tags = {
    Name                = "${local.name_prefix}-webhook-receiver"
    "longshore:service" = "webhook-receiver"
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_vpc_security_group_egress_rule" "webhook_receiver_to_anywhere" {
  security_group_id = aws_security_group.webhook_receiver.id
  description       = "Anywhere"
  ip_protocol       = "-1"
  cidr_ipv4         = "0.0.0.0/0"
}

resource "aws_vpc_security_group_ingress_rule" "webhook_receiver_from_load_balancer" {
  security_group_id            = aws_security_group.webhook_receiver.id
  description                  = "Load balancer"
  ip_protocol                  = "tcp"
  from_port                    = 8080
  to_port                      = 8080
  referenced_security_group_id = aws_security_group.load_balancer.id
}

resource "aws_vpc_security_group_egress_rule" "webhook_receiver_load_balancer" {
  security_group_id            = aws_security_group.load_balancer.id
  description                  = "Tasks of webhook-receiver"
  ip_protocol                  = "tcp"
  from_port                    = 8080
  to_port                      = 8080
  referenced_security_group_id = aws_security_group.webhook_receiver.id
}
