output "admin_service_arn" {
  description = "ECS service of admin"
  value       = aws_ecs_service.admin.arn
}

output "admin_task_definition_arn" {
  description = "Task definition of admin"
  value       = aws_ecs_task_definition.admin.arn
}

output "admin_task_role_arn" {
  description = "Role of the code of admin"
  value       = aws_iam_role.admin_task.arn
}

output "admin_url" {
  description = "Where admin answers"
  value       = "https://admin.shop.example.com"
}

output "api_service_arn" {
  description = "ECS service of api"
  value       = aws_ecs_service.api.arn
}

output "api_task_definition_arn" {
  description = "Task definition of api"
  value       = aws_ecs_task_definition.api.arn
}

output "api_task_role_arn" {
  description = "Role of the code of api"
  value       = aws_iam_role.api_task.arn
}

output "api_url" {
  description = "Where api answers"
  value       = "https://shop.example.com"
}

output "cluster_arn" {
  description = "ECS cluster"
  value       = aws_ecs_cluster.main.arn
}

output "cluster_name" {
  description = "Name of the ECS cluster"
  value       = aws_ecs_cluster.main.name
}

output "load_balancer_dns_name" {
  description = "Address of the load balancer"
  value       = aws_lb.main.dns_name
}

output "mailer_service_arn" {
  description = "ECS service of mailer"
  value       = aws_ecs_service.mailer.arn
}

output "mailer_task_definition_arn" {
  description = "Task definition of mailer"
  value       = aws_ecs_task_definition.mailer.arn
}

output "mailer_task_role_arn" {
  description = "Role of the code of mailer"
  value       = aws_iam_role.mailer_task.arn
}

output "mqtt_address" {
  description = "Where mqtt listens"
  value       = aws_lb.mqtt.dns_name
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

output "orders_dns_name" {
  description = "Private name of orders"
  value       = "orders.shop.local"
}

output "orders_service_arn" {
  description = "ECS service of orders"
  value       = aws_ecs_service.orders.arn
}

output "orders_task_definition_arn" {
  description = "Task definition of orders"
  value       = aws_ecs_task_definition.orders.arn
}

output "orders_task_role_arn" {
  description = "Role of the code of orders"
  value       = aws_iam_role.orders_task.arn
}

output "store_service_arn" {
  description = "ECS service of store"
  value       = aws_ecs_service.store.arn
}

output "store_task_definition_arn" {
  description = "Task definition of store"
  value       = aws_ecs_task_definition.store.arn
}

output "store_task_role_arn" {
  description = "Role of the code of store"
  value       = aws_iam_role.store_task.arn
}

output "store_url" {
  description = "Where store answers"
  value       = "https://shop.example.com"
}
