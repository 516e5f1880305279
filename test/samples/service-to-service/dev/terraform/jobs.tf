resource "aws_sfn_state_machine" "digest" {
  name     = "${local.name_prefix}-digest"
  type     = "STANDARD"
  role_arn = aws_iam_role.digest_state_machine.arn
  definition = jsonencode({
    Comment       = "Runs digest"
    QueryLanguage = "JSONata"
    StartAt       = "Run"
    States = {
      Run = {
        Type           = "Task"
        Resource       = "arn:${local.partition}:states:::ecs:runTask.sync"
        TimeoutSeconds = 86400
        Arguments = {
          Cluster                  = aws_ecs_cluster.main.name
          TaskDefinition           = "chat-dev-digest"
          CapacityProviderStrategy = [{ CapacityProvider = "FARGATE_SPOT", Base = 0, Weight = 1 }]
          NetworkConfiguration = {
            AwsvpcConfiguration = {
              Subnets        = [aws_subnet.private["a"].id, aws_subnet.private["b"].id]
              SecurityGroups = [aws_security_group.digest.id]
              AssignPublicIp = "DISABLED"
            }
          }
          Overrides = {
            ContainerOverrides = "{% ( $start := $states.input; $command := function($from) { $type($from.command) = 'string' ? $split($trim($from.command), / +/) : $from.command }; $environment := function($from) { $type($from.environment) = 'object' ? $from.environment : {} }; ( $words := [$command($start)]; $variables := $each($merge([$environment($start)]), function($value, $name) { {'Name': $name, 'Value': $string($value)} }); [$merge([{'Name': 'digest'}, $count($words) > 0 ? {'Command': $words} : {}, {'Environment': [$variables]}])] ) ) %}"
          }
          EnableECSManagedTags = true
          PropagateTags        = "TASK_DEFINITION"
        }
        Retry = [{
          ErrorEquals = [
            "AmazonECS.Unknown",
            "ECS.AmazonECSException",
            "ECS.InvalidParameterException",
            "ECS.ServerException",
            "ECS.ThrottlingException",
          ]
          IntervalSeconds = 5
          BackoffRate     = 2
          MaxDelaySeconds = 120
          MaxAttempts     = 8
          JitterStrategy  = "FULL"
        }]
        Output = "{% {'task': $split($states.result.TaskArn, '/')[-1], 'exitCodes': $merge($states.result.Containers.{Name: ExitCode})} %}"
        End    = true
      }
    }
  })
  tags = { "longshore:job" = "digest" }

  logging_configuration {
    level                  = "ERROR"
    include_execution_data = false
    log_destination        = "${aws_cloudwatch_log_group.digest_run.arn}:*"
  }

  depends_on = [
    aws_ecs_task_definition.digest,
    aws_iam_role_policy.digest_state_machine_run_tasks,
    aws_route.private_default,
    aws_route.public_default,
    aws_route_table_association.private,
    aws_route_table_association.public,
    aws_vpc_security_group_ingress_rule.digest_connects_rooms_7001,
  ]
}
