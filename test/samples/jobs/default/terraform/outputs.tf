output "api_dns_name" {
  description = "Private name of api"
  value       = "api.batch.local"
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

output "fleet_state_machine_arn" {
  description = "What starts fleet"
  value       = aws_sfn_state_machine.fleet.arn
}

output "fleet_task_definition_arn" {
  description = "Task definition of fleet"
  value       = aws_ecs_task_definition.fleet.arn
}

output "fleet_task_role_arn" {
  description = "Role of the code of fleet"
  value       = aws_iam_role.fleet_task.arn
}

output "given_state_machine_arn" {
  description = "What starts given"
  value       = aws_sfn_state_machine.given.arn
}

output "given_task_definition_arn" {
  description = "Task definition of given"
  value       = aws_ecs_task_definition.given.arn
}

output "given_task_role_arn" {
  description = "Role of the code of given"
  value       = aws_iam_role.given_task.arn
}

output "namespace_id" {
  description = "Cloud Map namespace of the services"
  value       = aws_service_discovery_private_dns_namespace.main.id
}

output "nightly_state_machine_arn" {
  description = "What starts nightly"
  value       = aws_sfn_state_machine.nightly.arn
}

output "nightly_task_definition_arn" {
  description = "Task definition of nightly"
  value       = aws_ecs_task_definition.nightly.arn
}

output "nightly_task_role_arn" {
  description = "Role of the code of nightly"
  value       = aws_iam_role.nightly_task.arn
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
