output "cluster_arn" {
  description = "ECS cluster"
  value       = aws_ecs_cluster.main.arn
}

output "cluster_name" {
  description = "Name of the ECS cluster"
  value       = aws_ecs_cluster.main.name
}

output "digest_state_machine_arn" {
  description = "What starts digest"
  value       = aws_sfn_state_machine.digest.arn
}

output "digest_task_definition_arn" {
  description = "Task definition of digest"
  value       = aws_ecs_task_definition.digest.arn
}

output "digest_task_role_arn" {
  description = "Role of the code of digest"
  value       = aws_iam_role.digest_task.arn
}

output "gateway_service_arn" {
  description = "ECS service of gateway"
  value       = aws_ecs_service.gateway.arn
}

output "gateway_task_definition_arn" {
  description = "Task definition of gateway"
  value       = aws_ecs_task_definition.gateway.arn
}

output "gateway_task_role_arn" {
  description = "Role of the code of gateway"
  value       = aws_iam_role.gateway_task.arn
}

output "gateway_url" {
  description = "Where gateway answers"
  value       = "http://${aws_lb.main.dns_name}"
}

output "load_balancer_dns_name" {
  description = "Address of the load balancer"
  value       = aws_lb.main.dns_name
}

output "namespace_id" {
  description = "Cloud Map namespace of the services"
  value       = aws_service_discovery_private_dns_namespace.main.id
}

output "presence_dns_name" {
  description = "Private name of presence"
  value       = "presence.chat-dev.local"
}

output "presence_service_arn" {
  description = "ECS service of presence"
  value       = aws_ecs_service.presence.arn
}

output "presence_task_definition_arn" {
  description = "Task definition of presence"
  value       = aws_ecs_task_definition.presence.arn
}

output "presence_task_role_arn" {
  description = "Role of the code of presence"
  value       = aws_iam_role.presence_task.arn
}

output "rooms_dns_name" {
  description = "Private name of rooms"
  value       = "rooms.chat-dev.local"
}

output "rooms_service_arn" {
  description = "ECS service of rooms"
  value       = aws_ecs_service.rooms.arn
}

output "rooms_task_definition_arn" {
  description = "Task definition of rooms"
  value       = aws_ecs_task_definition.rooms.arn
}

output "rooms_task_role_arn" {
  description = "Role of the code of rooms"
  value       = aws_iam_role.rooms_task.arn
}
