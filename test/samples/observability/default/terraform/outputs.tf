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

output "audit_service_arn" {
  description = "ECS service of audit"
  value       = aws_ecs_service.audit.arn
}

output "audit_task_definition_arn" {
  description = "Task definition of audit"
  value       = aws_ecs_task_definition.audit.arn
}

output "audit_task_role_arn" {
  description = "Role of the code of audit"
  value       = aws_iam_role.audit_task.arn
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
