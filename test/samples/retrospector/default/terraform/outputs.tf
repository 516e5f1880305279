output "cluster_arn" {
  description = "ECS cluster"
  value       = aws_ecs_cluster.main.arn
}

output "cluster_name" {
  description = "Name of the ECS cluster"
  value       = aws_ecs_cluster.main.name
}

output "retrospector_state_machine_arn" {
  description = "What starts retrospector"
  value       = aws_sfn_state_machine.retrospector.arn
}

output "retrospector_task_definition_arn" {
  description = "Task definition of retrospector"
  value       = aws_ecs_task_definition.retrospector.arn
}

output "retrospector_task_role_arn" {
  description = "Role of the code of retrospector"
  value       = aws_iam_role.retrospector_task.arn
}
