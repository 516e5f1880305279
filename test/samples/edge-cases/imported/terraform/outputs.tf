output "aservice_name_of_forty_characters_limit_service_arn" {
  description = "ECS service of a-service-name-of-forty-characters-limit"
  value       = aws_ecs_service.a_service_name_of_forty_characters_limit.arn
}

output "aservice_name_of_forty_characters_limit_task_definition_arn" {
  description = "Task definition of a-service-name-of-forty-characters-limit"
  value       = aws_ecs_task_definition.a_service_name_of_forty_characters_limit.arn
}

output "aservice_name_of_forty_characters_limit_task_role_arn" {
  description = "Role of the code of a-service-name-of-forty-characters-limit"
  value       = aws_iam_role.a_service_name_of_forty_characters_limit_task.arn
}

output "aservice_name_of_forty_characters_limit_url" {
  description = "Where a-service-name-of-forty-characters-limit answers"
  value       = "https://example.org"
}

output "ping_dns_name" {
  description = "Private name of ping"
  value       = "ping.platform.internal"
}

output "ping_service_arn" {
  description = "ECS service of ping"
  value       = aws_ecs_service.ping.arn
}

output "ping_task_definition_arn" {
  description = "Task definition of ping"
  value       = aws_ecs_task_definition.ping.arn
}

output "ping_task_role_arn" {
  description = "Role of the code of ping"
  value       = aws_iam_role.ping_task.arn
}

output "pong_dns_name" {
  description = "Private name of pong"
  value       = "pong.platform.internal"
}

output "pong_service_arn" {
  description = "ECS service of pong"
  value       = aws_ecs_service.pong.arn
}

output "pong_task_definition_arn" {
  description = "Task definition of pong"
  value       = aws_ecs_task_definition.pong.arn
}

output "pong_task_role_arn" {
  description = "Role of the code of pong"
  value       = aws_iam_role.pong_task.arn
}

output "quiet_service_arn" {
  description = "ECS service of quiet"
  value       = aws_ecs_service.quiet.arn
}

output "quiet_task_definition_arn" {
  description = "Task definition of quiet"
  value       = aws_ecs_task_definition.quiet.arn
}

output "quiet_task_role_arn" {
  description = "Role of the code of quiet"
  value       = aws_iam_role.quiet_task.arn
}
