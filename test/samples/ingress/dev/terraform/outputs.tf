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
  value       = "https://dev.example.com"
}

output "api_next_service_arn" {
  description = "ECS service of api-next"
  value       = aws_ecs_service.api_next.arn
}

output "api_next_task_definition_arn" {
  description = "Task definition of api-next"
  value       = aws_ecs_task_definition.api_next.arn
}

output "api_next_task_role_arn" {
  description = "Role of the code of api-next"
  value       = aws_iam_role.api_next_task.arn
}

output "api_next_url" {
  description = "Where api-next answers"
  value       = "https://dev.example.com"
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
  value       = "https://dev.example.com"
}

output "cluster_arn" {
  description = "ECS cluster"
  value       = aws_ecs_cluster.main.arn
}

output "cluster_name" {
  description = "Name of the ECS cluster"
  value       = aws_ecs_cluster.main.name
}

output "events_service_arn" {
  description = "ECS service of events"
  value       = aws_ecs_service.events.arn
}

output "events_task_definition_arn" {
  description = "Task definition of events"
  value       = aws_ecs_task_definition.events.arn
}

output "events_task_role_arn" {
  description = "Role of the code of events"
  value       = aws_iam_role.events_task.arn
}

output "events_url" {
  description = "Where events answers"
  value       = "https://dev.example.com"
}

output "load_balancer_dns_name" {
  description = "Address of the load balancer"
  value       = aws_lb.main.dns_name
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
  value       = "https://store.internal.example.com"
}
