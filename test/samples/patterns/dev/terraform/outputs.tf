output "app_api_service_arn" {
  description = "ECS service of app-api"
  value       = aws_ecs_service.app_api.arn
}

output "app_api_task_definition_arn" {
  description = "Task definition of app-api"
  value       = aws_ecs_task_definition.app_api.arn
}

output "app_api_task_role_arn" {
  description = "Role of the code of app-api"
  value       = aws_iam_role.app_api_task.arn
}

output "app_api_url" {
  description = "Where app-api answers"
  value       = "https://${data.aws_ssm_parameter.agents_dev_network_alb_dns_name.insecure_value}"
}

output "inference_api_dns_name" {
  description = "Private name of inference-api"
  value       = "inference-api.agents-dev.local"
}

output "inference_api_service_arn" {
  description = "ECS service of inference-api"
  value       = aws_ecs_service.inference_api.arn
}

output "inference_api_task_definition_arn" {
  description = "Task definition of inference-api"
  value       = aws_ecs_task_definition.inference_api.arn
}

output "inference_api_task_role_arn" {
  description = "Role of the code of inference-api"
  value       = aws_iam_role.inference_api_task.arn
}

output "namespace_id" {
  description = "Cloud Map namespace of the services"
  value       = aws_service_discovery_private_dns_namespace.main.id
}
