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
  value       = "http://${aws_lb.main.dns_name}"
}

output "cluster_arn" {
  description = "ECS cluster"
  value       = aws_ecs_cluster.main.arn
}

output "cluster_name" {
  description = "Name of the ECS cluster"
  value       = aws_ecs_cluster.main.name
}

output "front_service_arn" {
  description = "ECS service of front"
  value       = aws_ecs_service.front.arn
}

output "front_task_definition_arn" {
  description = "Task definition of front"
  value       = aws_ecs_task_definition.front.arn
}

output "front_task_role_arn" {
  description = "Role of the code of front"
  value       = aws_iam_role.front_task.arn
}

output "front_url" {
  description = "Where front answers"
  value       = "http://front.example.com"
}

output "licensed_service_arn" {
  description = "ECS service of licensed"
  value       = aws_ecs_service.licensed.arn
}

output "licensed_task_definition_arn" {
  description = "Task definition of licensed"
  value       = aws_ecs_task_definition.licensed.arn
}

output "licensed_task_role_arn" {
  description = "Role of the code of licensed"
  value       = aws_iam_role.licensed_task.arn
}

output "load_balancer_dns_name" {
  description = "Address of the load balancer"
  value       = aws_lb.main.dns_name
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

output "pinned_service_arn" {
  description = "ECS service of pinned"
  value       = aws_ecs_service.pinned.arn
}

output "pinned_task_definition_arn" {
  description = "Task definition of pinned"
  value       = aws_ecs_task_definition.pinned.arn
}

output "pinned_task_role_arn" {
  description = "Role of the code of pinned"
  value       = aws_iam_role.pinned_task.arn
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
