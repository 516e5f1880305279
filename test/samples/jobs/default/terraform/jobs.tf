resource "aws_sfn_state_machine" "fleet" {
  name     = "${local.name_prefix}-fleet"
  type     = "STANDARD"
  role_arn = aws_iam_role.fleet_state_machine.arn
  definition = jsonencode({
    Comment       = "Runs fleet"
    QueryLanguage = "JSONata"
    StartAt       = "Each"
    States = {
      Each = {
        Type                       = "Map"
        Label                      = "items"
        MaxConcurrency             = 200
        ToleratedFailurePercentage = 1
        ItemReader = {
          Resource = "arn:${local.partition}:states:::s3:getObject"
          ReaderConfig = {
            InputType         = "CSV"
            CSVHeaderLocation = "FIRST_ROW"
          }
          Arguments = {
            Bucket = "batch-work"
            Key    = "items.csv"
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
              TimeoutSeconds = 86400
              Arguments = {
                Cluster        = aws_ecs_cluster.main.name
                TaskDefinition = "batch-fleet"
                CapacityProviderStrategy = [
                  { CapacityProvider = "FARGATE", Base = 0, Weight = 1 },
                  { CapacityProvider = "FARGATE_SPOT", Base = 0, Weight = 3 },
                ]
                NetworkConfiguration = {
                  AwsvpcConfiguration = {
                    Subnets        = split(",", data.aws_ssm_parameter.network_private_subnets.insecure_value)
                    SecurityGroups = [aws_security_group.fleet.id]
                    AssignPublicIp = "DISABLED"
                  }
                }
                Overrides = {
                  ContainerOverrides = "{% ( $item := $states.input.item; $start := $states.input.start; $command := function($from) { $type($from.command) = 'string' ? $split($trim($from.command), / +/) : $from.command }; $environment := function($from) { $type($from.environment) = 'object' ? $from.environment : {} }; ( $words := $exists($command($item)) ? [$command($item)] : [$command($start)]; $variables := $each($merge([$environment($start), $environment($item), {'ITEM': $string($item)}]), function($value, $name) { {'Name': $name, 'Value': $string($value)} }); [$merge([{'Name': 'fleet'}, $count($words) > 0 ? {'Command': $words} : {}, {'Environment': [$variables]}])] ) ) %}"
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
        }
        ResultWriter = {
          Resource = "arn:${local.partition}:states:::s3:putObject"
          Arguments = {
            Bucket = aws_s3_bucket.results.bucket
            Prefix = "runs"
          }
        }
        End = true
      }
    }
  })
  tags = { "longshore:job" = "fleet" }

  logging_configuration {
    level                  = "ERROR"
    include_execution_data = false
    log_destination        = "${aws_cloudwatch_log_group.fleet_run.arn}:*"
  }

  depends_on = [aws_ecs_task_definition.fleet, aws_iam_role_policy.fleet_state_machine_run_tasks]
}

resource "aws_sfn_state_machine" "given" {
  name     = "${local.name_prefix}-given"
  type     = "STANDARD"
  role_arn = aws_iam_role.given_state_machine.arn
  definition = jsonencode({
    Comment       = "Runs given"
    QueryLanguage = "JSONata"
    StartAt       = "Each"
    States = {
      Each = {
        Type           = "Map"
        Label          = "items"
        MaxConcurrency = 20
        Items          = "{% $states.input.items %}"
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
              TimeoutSeconds = 86400
              Arguments = {
                Cluster        = aws_ecs_cluster.main.name
                TaskDefinition = "batch-given"
                CapacityProviderStrategy = [
                  { CapacityProvider = "FARGATE", Base = 0, Weight = 1 },
                  { CapacityProvider = "FARGATE_SPOT", Base = 0, Weight = 3 },
                ]
                NetworkConfiguration = {
                  AwsvpcConfiguration = {
                    Subnets        = split(",", data.aws_ssm_parameter.network_private_subnets.insecure_value)
                    SecurityGroups = [aws_security_group.given.id]
                    AssignPublicIp = "DISABLED"
                  }
                }
                Overrides = {
                  ContainerOverrides = "{% ( $item := $states.input.item; $start := $states.input.start; $command := function($from) { $type($from.command) = 'string' ? $split($trim($from.command), / +/) : $from.command }; $environment := function($from) { $type($from.environment) = 'object' ? $from.environment : {} }; ( $words := $exists($command($item)) ? [$command($item)] : [$command($start)]; $variables := $each($merge([$environment($start), $environment($item), {'ITEM': $string($item)}]), function($value, $name) { {'Name': $name, 'Value': $string($value)} }); [$merge([{'Name': 'given'}, $count($words) > 0 ? {'Command': $words} : {}, {'Environment': [$variables]}])] ) ) %}"
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
        }
        End = true
      }
    }
  })
  tags = { "longshore:job" = "given" }

  logging_configuration {
    level                  = "ERROR"
    include_execution_data = false
    log_destination        = "${aws_cloudwatch_log_group.given_run.arn}:*"
  }

  depends_on = [aws_ecs_task_definition.given, aws_iam_role_policy.given_state_machine_run_tasks]
}

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
        TimeoutSeconds = 900
        Arguments = {
          Cluster        = aws_ecs_cluster.main.name
          TaskDefinition = "batch-nightly"
          LaunchType     = "FARGATE"
          NetworkConfiguration = {
            AwsvpcConfiguration = {
              Subnets        = split(",", data.aws_ssm_parameter.network_private_subnets.insecure_value)
              SecurityGroups = [aws_security_group.nightly.id]
              AssignPublicIp = "DISABLED"
            }
          }
          Overrides = {
            ContainerOverrides = "{% ( $start := $states.input; $command := function($from) { $type($from.command) = 'string' ? $split($trim($from.command), / +/) : $from.command }; $environment := function($from) { $type($from.environment) = 'object' ? $from.environment : {} }; ( $words := [$command($start)]; $variables := $each($merge([$environment($start)]), function($value, $name) { {'Name': $name, 'Value': $string($value)} }); [$merge([{'Name': 'nightly'}, $count($words) > 0 ? {'Command': $words} : {}, {'Environment': [$variables]}])] ) ) %}"
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
    aws_vpc_security_group_ingress_rule.nightly_connects_api,
  ]
}

resource "aws_scheduler_schedule" "nightly" {
  name                         = "${local.name_prefix}-nightly"
  description                  = "Starts nightly"
  schedule_expression          = "cron(0 3 ? * MON-FRI *)"
  schedule_expression_timezone = "Europe/Madrid"
  state                        = "ENABLED"

  flexible_time_window {
    mode                      = "FLEXIBLE"
    maximum_window_in_minutes = 10
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
