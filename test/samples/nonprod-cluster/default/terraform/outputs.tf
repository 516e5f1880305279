output "app_service_arn" {
  description = "ECS service of app"
  value       = aws_ecs_service.app.arn
}

output "app_task_definition_arn" {
  description = "Task definition of app"
  value       = aws_ecs_task_definition.app.arn
}

output "app_task_role_arn" {
  description = "Role of the code of app"
  value       = aws_iam_role.app_task.arn
}

output "app_url" {
  description = "Where app answers"
  value       = "https://app.nonprod.example.com"
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

output "namespace_id" {
  description = "Cloud Map namespace of the services"
  value       = aws_service_discovery_private_dns_namespace.main.id
}

output "worker_dns_name" {
  description = "Private name of worker"
  value       = "worker.nonprod.local"
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
