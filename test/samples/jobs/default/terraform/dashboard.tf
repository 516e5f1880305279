resource "aws_cloudwatch_dashboard" "main" {
  dashboard_name = local.name_prefix
  dashboard_body = jsonencode({
    widgets = [
      {
        type   = "metric"
        x      = 0
        y      = 0
        width  = 12
        height = 6
        properties = {
          title   = "CPU by service (%)"
          view    = "timeSeries"
          stacked = false
          region  = local.region
          period  = 60
          metrics = [
            [{
              id         = "e1"
              expression = "SEARCH('{AWS/ECS,ClusterName,ServiceName} MetricName=\"CPUUtilization\" ClusterName=\"${aws_ecs_cluster.main.name}\"', 'Average', 60)"
            }],
          ]
          yAxis = {
            left = {
              min = 0
              max = 100
            }
          }
        }
      },
      {
        type   = "metric"
        x      = 12
        y      = 0
        width  = 12
        height = 6
        properties = {
          title   = "Memory by service (%)"
          view    = "timeSeries"
          stacked = false
          region  = local.region
          period  = 60
          metrics = [
            [{
              id         = "e1"
              expression = "SEARCH('{AWS/ECS,ClusterName,ServiceName} MetricName=\"MemoryUtilization\" ClusterName=\"${aws_ecs_cluster.main.name}\"', 'Average', 60)"
            }],
          ]
          yAxis = {
            left = {
              min = 0
              max = 100
            }
          }
        }
      },
      {
        type   = "metric"
        x      = 0
        y      = 6
        width  = 12
        height = 6
        properties = {
          title   = "Running tasks"
          view    = "timeSeries"
          stacked = false
          region  = local.region
          period  = 60
          metrics = [
            [{
              id         = "e1"
              expression = "SEARCH('{ECS/ContainerInsights,ClusterName,ServiceName} MetricName=\"RunningTaskCount\" ClusterName=\"${aws_ecs_cluster.main.name}\"', 'Average', 60)"
            }],
          ]
          yAxis = {
            left = { min = 0 }
          }
        }
      },
      {
        type   = "metric"
        x      = 12
        y      = 6
        width  = 12
        height = 6
        properties = {
          title   = "Desired tasks"
          view    = "timeSeries"
          stacked = false
          region  = local.region
          period  = 60
          metrics = [
            [{
              id         = "e1"
              expression = "SEARCH('{ECS/ContainerInsights,ClusterName,ServiceName} MetricName=\"DesiredTaskCount\" ClusterName=\"${aws_ecs_cluster.main.name}\"', 'Average', 60)"
            }],
          ]
          yAxis = {
            left = { min = 0 }
          }
        }
      },
      {
        type   = "metric"
        x      = 0
        y      = 12
        width  = 12
        height = 6
        properties = {
          title   = "Messages that wait"
          view    = "timeSeries"
          stacked = false
          region  = local.region
          period  = 60
          stat    = "Maximum"
          metrics = [
            ["AWS/SQS", "ApproximateNumberOfMessagesVisible", "QueueName", aws_sqs_queue.jobs.name],
          ]
          yAxis = {
            left = { min = 0 }
          }
        }
      },
      {
        type   = "metric"
        x      = 12
        y      = 12
        width  = 12
        height = 6
        properties = {
          title   = "Age of the oldest message (s)"
          view    = "timeSeries"
          stacked = false
          region  = local.region
          period  = 60
          stat    = "Maximum"
          metrics = [
            ["AWS/SQS", "ApproximateAgeOfOldestMessage", "QueueName", aws_sqs_queue.jobs.name],
          ]
          yAxis = {
            left = { min = 0 }
          }
        }
      },
      {
        type   = "metric"
        x      = 0
        y      = 18
        width  = 12
        height = 6
        properties = {
          title   = "Runs of jobs that succeeded"
          view    = "timeSeries"
          stacked = false
          region  = local.region
          period  = 60
          stat    = "Sum"
          metrics = [
            [
              "AWS/States",
              "ExecutionsSucceeded",
              "StateMachineArn",
              "arn:${local.partition}:states:${local.region}:${local.account_id}:stateMachine:batch-fleet",
            ],
            [
              "AWS/States",
              "ExecutionsSucceeded",
              "StateMachineArn",
              "arn:${local.partition}:states:${local.region}:${local.account_id}:stateMachine:batch-given",
            ],
            [
              "AWS/States",
              "ExecutionsSucceeded",
              "StateMachineArn",
              "arn:${local.partition}:states:${local.region}:${local.account_id}:stateMachine:batch-nightly",
            ],
          ]
          yAxis = {
            left = { min = 0 }
          }
        }
      },
      {
        type   = "metric"
        x      = 12
        y      = 18
        width  = 12
        height = 6
        properties = {
          title   = "Runs of jobs that failed or took too long"
          view    = "timeSeries"
          stacked = false
          region  = local.region
          period  = 60
          stat    = "Sum"
          metrics = [
            [
              "AWS/States",
              "ExecutionsFailed",
              "StateMachineArn",
              "arn:${local.partition}:states:${local.region}:${local.account_id}:stateMachine:batch-fleet",
            ],
            [
              "AWS/States",
              "ExecutionsTimedOut",
              "StateMachineArn",
              "arn:${local.partition}:states:${local.region}:${local.account_id}:stateMachine:batch-fleet",
            ],
            [
              "AWS/States",
              "ExecutionsFailed",
              "StateMachineArn",
              "arn:${local.partition}:states:${local.region}:${local.account_id}:stateMachine:batch-given",
            ],
            [
              "AWS/States",
              "ExecutionsTimedOut",
              "StateMachineArn",
              "arn:${local.partition}:states:${local.region}:${local.account_id}:stateMachine:batch-given",
            ],
            [
              "AWS/States",
              "ExecutionsFailed",
              "StateMachineArn",
              "arn:${local.partition}:states:${local.region}:${local.account_id}:stateMachine:batch-nightly",
            ],
            [
              "AWS/States",
              "ExecutionsTimedOut",
              "StateMachineArn",
              "arn:${local.partition}:states:${local.region}:${local.account_id}:stateMachine:batch-nightly",
            ],
          ]
          yAxis = {
            left = { min = 0 }
          }
        }
      },
    ]
  })
}
