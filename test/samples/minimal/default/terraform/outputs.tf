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

output "web_service_arn" {
  description = "ECS service of web"
  value       = aws_ecs_service.web.arn
}

output "web_task_definition_arn" {
  description = "Task definition of web"
  value       = aws_ecs_task_definition.web.arn
}

output "web_task_role_arn" {
  description = "Role of the code of web"
  value       = aws_iam_role.web_task.arn
}

output "web_url" {
  description = "Where web answers"
  value       = "http://${aws_lb.main.dns_name}"
}
