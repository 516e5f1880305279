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

output "encoder_service_arn" {
  description = "ECS service of encoder"
  value       = aws_ecs_service.encoder.arn
}

output "encoder_task_definition_arn" {
  description = "Task definition of encoder"
  value       = aws_ecs_task_definition.encoder.arn
}

output "encoder_task_role_arn" {
  description = "Role of the code of encoder"
  value       = aws_iam_role.encoder_task.arn
}

output "load_balancer_dns_name" {
  description = "Address of the load balancer"
  value       = aws_lb.main.dns_name
}

output "namespace_id" {
  description = "Cloud Map namespace of the services"
  value       = aws_service_discovery_private_dns_namespace.main.id
}

output "office_dns_name" {
  description = "Private name of office"
  value       = "office.shop.local"
}

output "office_service_arn" {
  description = "ECS service of office"
  value       = aws_ecs_service.office.arn
}

output "office_task_definition_arn" {
  description = "Task definition of office"
  value       = aws_ecs_task_definition.office.arn
}

output "office_task_role_arn" {
  description = "Role of the code of office"
  value       = aws_iam_role.office_task.arn
}

output "sessions_dns_name" {
  description = "Private name of sessions"
  value       = "sessions.shop.local"
}

output "sessions_service_arn" {
  description = "ECS service of sessions"
  value       = aws_ecs_service.sessions.arn
}

output "sessions_task_definition_arn" {
  description = "Task definition of sessions"
  value       = aws_ecs_task_definition.sessions.arn
}

output "sessions_task_role_arn" {
  description = "Role of the code of sessions"
  value       = aws_iam_role.sessions_task.arn
}

output "worker_service_arn" {
  description = "ECS service of worker"
  value       = aws_ecs_service.worker.arn
}

output "worker_task_definition_arn" {
  description = "Task definition of worker"
  value       = aws_ecs_task_definition.worker.arn
}

output "worker_task_role_arn" {
  description = "Role of the code of worker"
  value       = aws_iam_role.worker_task.arn
}
