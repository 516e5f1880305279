resource "aws_sfn_state_machine" "retrospector" {
  name     = "${local.name_prefix}-retrospector"
  type     = "STANDARD"
  role_arn = aws_iam_role.retrospector_state_machine.arn
  definition = jsonencode({
    Comment       = "Runs retrospector"
    QueryLanguage = "JSONata"
    StartAt       = "Each"
    States = {
      Each = {
        Type                       = "Map"
        Label                      = "items"
        MaxConcurrency             = 20
        ToleratedFailurePercentage = 1
        ItemReader = {
          Resource     = "arn:${local.partition}:states:::s3:getObject"
          ReaderConfig = { InputType = "JSON" }
          Arguments = {
            Bucket = aws_s3_bucket.work_list.bucket
            Key    = "items.json"
          }
        }
        ItemSelector = {
          item  = "{% $states.context.Map.Item.Value %}"
          start = "{% {'command': $states.input.command, 'environment': $states.input.environment} %}"
        }
        ItemProcessor = {
          ProcessorConfig = {
            Mode          = "DISTRIBUTED"
            ExecutionType = "STANDARD"
          }
          StartAt = "Run"
          States = {
            Run = {
              Type           = "Task"
              Resource       = "arn:${local.partition}:states:::ecs:runTask.sync"
              TimeoutSeconds = 1800
              Arguments = {
                Cluster        = aws_ecs_cluster.main.name
                TaskDefinition = "retro-retrospector"
                LaunchType     = "FARGATE"
                NetworkConfiguration = {
                  AwsvpcConfiguration = {
                    Subnets        = [aws_subnet.private["a"].id, aws_subnet.private["b"].id]
                    SecurityGroups = [aws_security_group.retrospector.id]
                    AssignPublicIp = "DISABLED"
                  }
                }
                Overrides = {
                  ContainerOverrides = "{% ( $item := $states.input.item; $start := $states.input.start; $command := function($from) { $type($from.command) = 'string' ? $split($trim($from.command), / +/) : $from.command }; $environment := function($from) { $type($from.environment) = 'object' ? $from.environment : {} }; ( $words := $exists($command($item)) ? [$command($item)] : [$command($start)]; $variables := $each($merge([$environment($start), $environment($item), {'ITEM': $string($item)}]), function($value, $name) { {'Name': $name, 'Value': $string($value)} }); [$merge([{'Name': 'retrospector'}, $count($words) > 0 ? {'Command': $words} : {}, {'Environment': [$variables]}])] ) ) %}"
                }
                EnableECSManagedTags = true
                PropagateTags        = "TASK_DEFINITION"
              }
              Retry = [
                {
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
                },
                {
                  ErrorEquals     = ["States.TaskFailed", "States.Timeout"]
                  IntervalSeconds = 15
                  BackoffRate     = 2
                  MaxDelaySeconds = 900
                  MaxAttempts     = 2
                  JitterStrategy  = "FULL"
                },
              ]
              Output = "{% {'task': $split($states.result.TaskArn, '/')[-1], 'exitCodes': $merge($states.result.Containers.{Name: ExitCode})} %}"
              End    = true
            }
          }
        }
        ResultWriter = {
          Resource = "arn:${local.partition}:states:::s3:putObject"
          Arguments = {
            Bucket = aws_s3_bucket.results_bucket.bucket
            Prefix = "runs"
          }
        }
        End = true
      }
    }
  })
  tags = { "longshore:job" = "retrospector" }

  logging_configuration {
    level                  = "ERROR"
    include_execution_data = false
    log_destination        = "${aws_cloudwatch_log_group.retrospector_run.arn}:*"
  }

  depends_on = [
    aws_ecs_task_definition.retrospector,
    aws_iam_role_policy.retrospector_state_machine_run_tasks,
    aws_route.private_default,
    aws_route.public_default,
    aws_route_table_association.private,
    aws_route_table_association.public,
  ]
}
