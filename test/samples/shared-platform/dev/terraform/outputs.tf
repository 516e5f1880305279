output "cluster_arn" {
  description = "ECS cluster"
  value       = aws_ecs_cluster.main.arn
}

output "cluster_name" {
  description = "Name of the ECS cluster"
  value       = aws_ecs_cluster.main.name
}

output "home_service_arn" {
  description = "ECS service of home"
  value       = aws_ecs_service.home.arn
}

output "home_task_definition_arn" {
  description = "Task definition of home"
  value       = aws_ecs_task_definition.home.arn
}

output "home_task_role_arn" {
  description = "Role of the code of home"
  value       = aws_iam_role.home_task.arn
}

output "home_url" {
  description = "Where home answers"
  value       = "https://${aws_lb.main.dns_name}"
}

output "load_balancer_dns_name" {
  description = "Address of the load balancer"
  value       = aws_lb.main.dns_name
}
