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
              expression = "SEARCH('{AWS/ECS,ClusterName,ServiceName} MetricName=\"CPUUtilization\" ClusterName=\"${data.aws_ssm_parameter.agents_prod_network_ecs_cluster_name.insecure_value}\"', 'Average', 60)"
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
              expression = "SEARCH('{AWS/ECS,ClusterName,ServiceName} MetricName=\"MemoryUtilization\" ClusterName=\"${data.aws_ssm_parameter.agents_prod_network_ecs_cluster_name.insecure_value}\"', 'Average', 60)"
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
          title   = "Requests per minute"
          view    = "timeSeries"
          stacked = false
          region  = local.region
          period  = 60
          metrics = [
            [{
              id         = "e1"
              expression = "SEARCH('{AWS/ApplicationELB,LoadBalancer,TargetGroup} MetricName=\"RequestCount\" LoadBalancer=\"${data.aws_ssm_parameter.agents_prod_network_alb_full_name.insecure_value}\"', 'Sum', 60)"
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
          title   = "Answers 5xx per minute"
          view    = "timeSeries"
          stacked = false
          region  = local.region
          period  = 60
          metrics = [
            [{
              id         = "e1"
              expression = "SEARCH('{AWS/ApplicationELB,LoadBalancer,TargetGroup} MetricName=\"HTTPCode_Target_5XX_Count\" LoadBalancer=\"${data.aws_ssm_parameter.agents_prod_network_alb_full_name.insecure_value}\"', 'Sum', 60)"
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
          title   = "Answers 4xx per minute"
          view    = "timeSeries"
          stacked = false
          region  = local.region
          period  = 60
          metrics = [
            [{
              id         = "e1"
              expression = "SEARCH('{AWS/ApplicationELB,LoadBalancer,TargetGroup} MetricName=\"HTTPCode_Target_4XX_Count\" LoadBalancer=\"${data.aws_ssm_parameter.agents_prod_network_alb_full_name.insecure_value}\"', 'Sum', 60)"
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
        y      = 12
        width  = 12
        height = 6
        properties = {
          title   = "Response time p50, p90, p99 (s)"
          view    = "timeSeries"
          stacked = false
          region  = local.region
          period  = 60
          metrics = [
            [{
              id         = "e1"
              expression = "SEARCH('{AWS/ApplicationELB,LoadBalancer,TargetGroup} MetricName=\"TargetResponseTime\" LoadBalancer=\"${data.aws_ssm_parameter.agents_prod_network_alb_full_name.insecure_value}\"', 'p50', 60)"
            }],
            [{
              id         = "e2"
              expression = "SEARCH('{AWS/ApplicationELB,LoadBalancer,TargetGroup} MetricName=\"TargetResponseTime\" LoadBalancer=\"${data.aws_ssm_parameter.agents_prod_network_alb_full_name.insecure_value}\"', 'p90', 60)"
            }],
            [{
              id         = "e3"
              expression = "SEARCH('{AWS/ApplicationELB,LoadBalancer,TargetGroup} MetricName=\"TargetResponseTime\" LoadBalancer=\"${data.aws_ssm_parameter.agents_prod_network_alb_full_name.insecure_value}\"', 'p99', 60)"
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
        y      = 18
        width  = 12
        height = 6
        properties = {
          title   = "Healthy and unhealthy targets"
          view    = "timeSeries"
          stacked = false
          region  = local.region
          period  = 60
          metrics = [
            [{
              id         = "e1"
              expression = "SEARCH('{AWS/ApplicationELB,LoadBalancer,TargetGroup} MetricName=\"HealthyHostCount\" LoadBalancer=\"${data.aws_ssm_parameter.agents_prod_network_alb_full_name.insecure_value}\"', 'Minimum', 60)"
            }],
            [{
              id         = "e2"
              expression = "SEARCH('{AWS/ApplicationELB,LoadBalancer,TargetGroup} MetricName=\"UnHealthyHostCount\" LoadBalancer=\"${data.aws_ssm_parameter.agents_prod_network_alb_full_name.insecure_value}\"', 'Maximum', 60)"
            }],
          ]
          yAxis = {
            left = { min = 0 }
          }
        }
      },
    ]
  })
}
