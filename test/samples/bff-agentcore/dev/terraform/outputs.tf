output "agentcore_dns_name" {
  description = "Private name of agentcore"
  value       = "agentcore.local"
}

output "agentcore_service_arn" {
  description = "ECS service of agentcore"
  value       = aws_ecs_service.agentcore.arn
}

output "agentcore_task_definition_arn" {
  description = "Task definition of agentcore"
  value       = aws_ecs_task_definition.agentcore.arn
}

output "agentcore_task_role_arn" {
  description = "Role of the code of agentcore"
  value       = aws_iam_role.agentcore_task.arn
}

output "bff_service_arn" {
  description = "ECS service of bff"
  value       = aws_ecs_service.bff.arn
}

output "bff_task_definition_arn" {
  description = "Task definition of bff"
  value       = aws_ecs_task_definition.bff.arn
}

output "bff_task_role_arn" {
  description = "Role of the code of bff"
  value       = aws_iam_role.bff_task.arn
}

output "bff_url" {
  description = "Where bff answers"
  value       = "https://${data.aws_ssm_parameter.network_public_load_balancer_dns_name.insecure_value}"
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
