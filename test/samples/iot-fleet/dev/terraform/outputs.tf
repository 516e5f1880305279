output "cluster_arn" {
  description = "ECS cluster"
  value       = aws_ecs_cluster.main.arn
}

output "cluster_name" {
  description = "Name of the ECS cluster"
  value       = aws_ecs_cluster.main.name
}

output "delivery_worker_service_arn" {
  description = "ECS service of delivery-worker"
  value       = aws_ecs_service.delivery_worker.arn
}

output "delivery_worker_task_definition_arn" {
  description = "Task definition of delivery-worker"
  value       = aws_ecs_task_definition.delivery_worker.arn
}

output "delivery_worker_task_role_arn" {
  description = "Role of the code of delivery-worker"
  value       = aws_iam_role.delivery_worker_task.arn
}

output "dispatcher_service_arn" {
  description = "ECS service of dispatcher"
  value       = aws_ecs_service.dispatcher.arn
}

output "dispatcher_task_definition_arn" {
  description = "Task definition of dispatcher"
  value       = aws_ecs_task_definition.dispatcher.arn
}

output "dispatcher_task_role_arn" {
  description = "Role of the code of dispatcher"
  value       = aws_iam_role.dispatcher_task.arn
}

output "evaluator_iot_dns_name" {
  description = "Private name of evaluator-iot"
  value       = "evaluator-iot.iot-dev.local"
}

output "evaluator_iot_service_arn" {
  description = "ECS service of evaluator-iot"
  value       = aws_ecs_service.evaluator_iot.arn
}

output "evaluator_iot_task_definition_arn" {
  description = "Task definition of evaluator-iot"
  value       = aws_ecs_task_definition.evaluator_iot.arn
}

output "evaluator_iot_task_role_arn" {
  description = "Role of the code of evaluator-iot"
  value       = aws_iam_role.evaluator_iot_task.arn
}

output "ingest_iot_service_arn" {
  description = "ECS service of ingest-iot"
  value       = aws_ecs_service.ingest_iot.arn
}

output "ingest_iot_task_definition_arn" {
  description = "Task definition of ingest-iot"
  value       = aws_ecs_task_definition.ingest_iot.arn
}

output "ingest_iot_task_role_arn" {
  description = "Role of the code of ingest-iot"
  value       = aws_iam_role.ingest_iot_task.arn
}

output "keycloak_dns_name" {
  description = "Private name of keycloak"
  value       = "keycloak.iot-dev.local"
}

output "keycloak_service_arn" {
  description = "ECS service of keycloak"
  value       = aws_ecs_service.keycloak.arn
}

output "keycloak_task_definition_arn" {
  description = "Task definition of keycloak"
  value       = aws_ecs_task_definition.keycloak.arn
}

output "keycloak_task_role_arn" {
  description = "Role of the code of keycloak"
  value       = aws_iam_role.keycloak_task.arn
}

output "keycloak_url" {
  description = "Where keycloak answers"
  value       = "https://auth.iot.example.com"
}

output "load_balancer_dns_name" {
  description = "Address of the load balancer"
  value       = aws_lb.main.dns_name
}

output "mqtt_dns_name" {
  description = "Private name of mqtt"
  value       = "mqtt.iot-dev.local"
}

output "mqtt_service_arn" {
  description = "ECS service of mqtt"
  value       = aws_ecs_service.mqtt.arn
}

output "mqtt_task_definition_arn" {
  description = "Task definition of mqtt"
  value       = aws_ecs_task_definition.mqtt.arn
}

output "mqtt_task_role_arn" {
  description = "Role of the code of mqtt"
  value       = aws_iam_role.mqtt_task.arn
}

output "namespace_id" {
  description = "Cloud Map namespace of the services"
  value       = aws_service_discovery_private_dns_namespace.main.id
}

output "ops_worker_service_arn" {
  description = "ECS service of ops-worker"
  value       = aws_ecs_service.ops_worker.arn
}

output "ops_worker_task_definition_arn" {
  description = "Task definition of ops-worker"
  value       = aws_ecs_task_definition.ops_worker.arn
}

output "ops_worker_task_role_arn" {
  description = "Role of the code of ops-worker"
  value       = aws_iam_role.ops_worker_task.arn
}

output "provision_api_dns_name" {
  description = "Private name of provision-api"
  value       = "provision-api.iot-dev.local"
}

output "provision_api_service_arn" {
  description = "ECS service of provision-api"
  value       = aws_ecs_service.provision_api.arn
}

output "provision_api_task_definition_arn" {
  description = "Task definition of provision-api"
  value       = aws_ecs_task_definition.provision_api.arn
}

output "provision_api_task_role_arn" {
  description = "Role of the code of provision-api"
  value       = aws_iam_role.provision_api_task.arn
}

output "provision_api_url" {
  description = "Where provision-api answers"
  value       = "https://iot.example.com"
}

output "subscription_worker_service_arn" {
  description = "ECS service of subscription-worker"
  value       = aws_ecs_service.subscription_worker.arn
}

output "subscription_worker_task_definition_arn" {
  description = "Task definition of subscription-worker"
  value       = aws_ecs_task_definition.subscription_worker.arn
}

output "subscription_worker_task_role_arn" {
  description = "Role of the code of subscription-worker"
  value       = aws_iam_role.subscription_worker_task.arn
}

output "ui_iot_service_arn" {
  description = "ECS service of ui-iot"
  value       = aws_ecs_service.ui_iot.arn
}

output "ui_iot_task_definition_arn" {
  description = "Task definition of ui-iot"
  value       = aws_ecs_task_definition.ui_iot.arn
}

output "ui_iot_task_role_arn" {
  description = "Role of the code of ui-iot"
  value       = aws_iam_role.ui_iot_task.arn
}

output "ui_iot_url" {
  description = "Where ui-iot answers"
  value       = "https://iot.example.com"
}

output "webhook_receiver_dns_name" {
  description = "Private name of webhook-receiver"
  value       = "webhook-receiver.iot-dev.local"
}

output "webhook_receiver_service_arn" {
  description = "ECS service of webhook-receiver"
  value       = aws_ecs_service.webhook_receiver.arn
}

output "webhook_receiver_task_definition_arn" {
  description = "Task definition of webhook-receiver"
  value       = aws_ecs_task_definition.webhook_receiver.arn
}

output "webhook_receiver_task_role_arn" {
  description = "Role of the code of webhook-receiver"
  value       = aws_iam_role.webhook_receiver_task.arn
}

output "webhook_receiver_url" {
  description = "Where webhook-receiver answers"
  value       = "https://iot.example.com"
}
