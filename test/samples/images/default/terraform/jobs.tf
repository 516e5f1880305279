resource "aws_sfn_state_machine" "nightly" {
  name     = "${local.name_prefix}-nightly"
  type     = "STANDARD"
  role_arn = aws_iam_role.nightly_state_machine.arn
  definition = jsonencode({
    Comment       = "Runs nightly"
    QueryLanguage = "JSONata"
    StartAt       = "Run"
    States = {
      Run = {
        Type           = "Task"
        Resource       = "arn:${local.partition}:states:::ecs:runTask.sync"
        TimeoutSeconds = 86400
        Arguments = {
          Cluster                  = aws_ecs_cluster.main.name
          TaskDefinition           = "gallery-nightly"
          CapacityProviderStrategy = [{ CapacityProvider = "FARGATE_SPOT", Base = 0, Weight = 1 }]
          NetworkConfiguration = {
            AwsvpcConfiguration = {
              Subnets        = [aws_subnet.public["a"].id, aws_subnet.public["b"].id]
              SecurityGroups = [aws_security_group.nightly.id]
              AssignPublicIp = "ENABLED"
            }
          }
          Overrides = {
            ContainerOverrides = "{% ( $start := $states.input; $command := function($from) { $type($from.command) = 'string' ? $split($trim($from.command), / +/) : $from.command }; $environment := function($from) { $type($from.environment) = 'object' ? $from.environment : {} }; ( $words := [$command($start)]; $variables := $each($merge([$environment($start)]), function($value, $name) { {'Name': $name, 'Value': $string($value)} }); [$merge([{'Name': 'nightly'}, $count($words) > 0 ? {'Command': $words} : {}, {'Environment': [$variables]}])] ) ) %}"
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
  tags = { "longshore:job" = "nightly" }

  logging_configuration {
    level                  = "ERROR"
    include_execution_data = false
    log_destination        = "${aws_cloudwatch_log_group.nightly_run.arn}:*"
  }

  depends_on = [
    aws_ecs_task_definition.nightly,
    aws_iam_role_policy.nightly_state_machine_run_tasks,
    aws_route.public_default,
    aws_route_table_association.public,
  ]
}

resource "aws_scheduler_schedule" "nightly" {
  name                         = "${local.name_prefix}-nightly"
  description                  = "Starts nightly"
  schedule_expression          = "rate(1 day)"
  schedule_expression_timezone = "UTC"
  state                        = "ENABLED"

  flexible_time_window {
    mode = "OFF"
  }

  target {
    arn      = aws_sfn_state_machine.nightly.arn
    role_arn = aws_iam_role.nightly_scheduler.arn
    input    = jsonencode({})

    retry_policy {
      maximum_event_age_in_seconds = 3600
      maximum_retry_attempts       = 10
    }
  }

  depends_on = [aws_iam_role_policy.nightly_scheduler_start]
}
