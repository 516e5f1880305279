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
  value       = "https://pr-1.preview.example.com"
}
