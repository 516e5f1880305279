output "api_dns_name" {
  description = "Private name of api"
  value       = "api.shop-imported.local"
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

output "cluster_arn" {
  description = "ECS cluster"
  value       = aws_ecs_cluster.main.arn
}

output "cluster_name" {
  description = "Name of the ECS cluster"
  value       = aws_ecs_cluster.main.name
}

output "namespace_id" {
  description = "Cloud Map namespace of the services"
  value       = aws_service_discovery_private_dns_namespace.main.id
}

output "reports_service_arn" {
  description = "ECS service of reports"
  value       = aws_ecs_service.reports.arn
}

output "reports_task_definition_arn" {
  description = "Task definition of reports"
  value       = aws_ecs_task_definition.reports.arn
}

output "reports_task_role_arn" {
  description = "Role of the code of reports"
  value       = aws_iam_role.reports_task.arn
}
