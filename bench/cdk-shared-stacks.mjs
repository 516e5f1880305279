// What all services of the CDK app stand on: network, platform, data and image repositories.
import { createRequire } from "node:module";
import { shared } from "./fleet.mjs";

const require = createRequire(import.meta.url);
const { Aws, Duration, RemovalPolicy, Stack } = require("aws-cdk-lib");
const acm = require("aws-cdk-lib/aws-certificatemanager");
const cloudwatch = require("aws-cdk-lib/aws-cloudwatch");
const actions = require("aws-cdk-lib/aws-cloudwatch-actions");
const ec2 = require("aws-cdk-lib/aws-ec2");
const ecr = require("aws-cdk-lib/aws-ecr");
const ecs = require("aws-cdk-lib/aws-ecs");
const elb = require("aws-cdk-lib/aws-elasticloadbalancingv2");
const events = require("aws-cdk-lib/aws-events");
const iam = require("aws-cdk-lib/aws-iam");
const route53 = require("aws-cdk-lib/aws-route53");
const s3 = require("aws-cdk-lib/aws-s3");
const sns = require("aws-cdk-lib/aws-sns");
const { SnsTopic } = require("aws-cdk-lib/aws-events-targets");
const { LoadBalancerTarget } = require("aws-cdk-lib/aws-route53-targets");
const { EmailSubscription } = require("aws-cdk-lib/aws-sns-subscriptions");

export class NetworkStack extends Stack {
  constructor(scope, id, props) {
    super(scope, id, props);
    this.vpc = new ec2.Vpc(this, "Vpc", {
      ipAddresses: ec2.IpAddresses.cidr(shared.cidr),
      maxAzs: shared.zones,
      natGateways: 1,
      gatewayEndpoints: { S3: { service: ec2.GatewayVpcEndpointAwsService.S3 } },
    });
  }
}

export class PlatformStack extends Stack {
  constructor(scope, id, { vpc, ...props }) {
    super(scope, id, props);
    this.cluster = new ecs.Cluster(this, "Cluster", {
      clusterName: shared.application,
      vpc,
      containerInsightsV2: ecs.ContainerInsights.ENABLED,
      enableFargateCapacityProviders: true,
      defaultCloudMapNamespace: { name: shared.namespace },
    });
    this.#addLoadBalancer(vpc);
    this.#addAlarms();
    this.#addDashboard();
  }

  #addLoadBalancer(vpc) {
    this.securityGroup = new ec2.SecurityGroup(this, "LoadBalancerSecurityGroup", {
      vpc,
      allowAllOutbound: false,
    });
    this.loadBalancer = new elb.ApplicationLoadBalancer(this, "LoadBalancer", {
      loadBalancerName: shared.application,
      vpc,
      internetFacing: true,
      securityGroup: this.securityGroup,
      dropInvalidHeaderFields: true,
      desyncMitigationMode: elb.DesyncMitigationMode.DEFENSIVE,
    });
    const logs = new s3.Bucket(this, "AccessLogs", {
      ...privateBucket,
      lifecycleRules: [{ expiration: Duration.days(30) }],
    });
    this.loadBalancer.logAccessLogs(logs, "load-balancer");
    const zone = route53.HostedZone.fromHostedZoneAttributes(this, "Zone", {
      hostedZoneId: shared.domain.zone,
      zoneName: shared.domain.name,
    });
    const certificate = new acm.Certificate(this, "Certificate", {
      domainName: shared.domain.name,
      validation: acm.CertificateValidation.fromDns(zone),
    });
    new route53.ARecord(this, "Alias", {
      zone,
      recordName: shared.domain.name,
      target: route53.RecordTarget.fromAlias(new LoadBalancerTarget(this.loadBalancer)),
    });
    this.https = this.loadBalancer.addListener("Https", {
      port: 443,
      certificates: [certificate],
      sslPolicy: elb.SslPolicy.TLS13_RES,
      defaultAction: elb.ListenerAction.fixedResponse(404, {
        contentType: "text/plain",
        messageBody: "No service answers here.",
      }),
    });
    this.loadBalancer.addRedirect();
  }

  #addAlarms() {
    this.topic = new sns.Topic(this, "Alarms", {
      topicName: `${shared.application}-alarms`,
      enforceSSL: true,
    });
    this.topic.addSubscription(new EmailSubscription(shared.alarmAddress));
    this.topic.grantPublish(
      new iam.ServicePrincipal("cloudwatch.amazonaws.com", {
        conditions: { StringEquals: { "aws:SourceAccount": Aws.ACCOUNT_ID } },
      }),
    );
    new events.Rule(this, "DeploymentFailed", {
      ruleName: `${shared.application}-deployment-failed`,
      eventPattern: {
        source: ["aws.ecs"],
        detailType: ["ECS Deployment State Change"],
        detail: { eventName: ["SERVICE_DEPLOYMENT_FAILED"] },
        resources: events.Match.wildcard(`arn:*:ecs:*:service/${this.cluster.clusterName}/*`),
      },
      targets: [new SnsTopic(this.topic)],
    });
    this.loadBalancer.metrics
      .httpCodeElb(elb.HttpCodeElb.ELB_5XX_COUNT, { period: Duration.minutes(5) })
      .createAlarm(this, "LoadBalancerErrors", {
        alarmName: `${shared.application}-load-balancer-errors`,
        threshold: 10,
        evaluationPeriods: 1,
        comparisonOperator: cloudwatch.ComparisonOperator.GREATER_THAN_THRESHOLD,
        treatMissingData: cloudwatch.TreatMissingData.NOT_BREACHING,
      })
      .addAlarmAction(new actions.SnsAction(this.topic));
  }

  #addDashboard() {
    const search = (query, statistic) =>
      new cloudwatch.MathExpression({
        expression: `SEARCH('${query}', '${statistic}', 60)`,
        period: Duration.minutes(1),
      });
    const byService = (namespace, metric) =>
      search(
        `{${namespace},ClusterName,ServiceName} MetricName="${metric}" ClusterName="${this.cluster.clusterName}"`,
        "Average",
      );
    const byTarget = (metric, statistic) =>
      search(
        `{AWS/ApplicationELB,LoadBalancer,TargetGroup} MetricName="${metric}" LoadBalancer="${this.loadBalancer.loadBalancerFullName}"`,
        statistic,
      );
    const graph = (title, ...left) => new cloudwatch.GraphWidget({ title, left, width: 12 });
    new cloudwatch.Dashboard(this, "Dashboard", {
      dashboardName: shared.application,
      widgets: [
        [
          graph("CPU by service (%)", byService("AWS/ECS", "CPUUtilization")),
          graph("Memory by service (%)", byService("AWS/ECS", "MemoryUtilization")),
        ],
        [
          graph("Running tasks", byService("ECS/ContainerInsights", "RunningTaskCount")),
          graph("Desired tasks", byService("ECS/ContainerInsights", "DesiredTaskCount")),
        ],
        [
          graph("Requests per minute", byTarget("RequestCount", "Sum")),
          graph(
            "Answers 4xx and 5xx per minute",
            byTarget("HTTPCode_Target_4XX_Count", "Sum"),
            byTarget("HTTPCode_Target_5XX_Count", "Sum"),
          ),
        ],
        [
          graph(
            "Response time p50, p95, p99 (s)",
            ...["p50", "p95", "p99"].map((statistic) => byTarget("TargetResponseTime", statistic)),
          ),
          graph(
            "Healthy and unhealthy targets",
            byTarget("HealthyHostCount", "Minimum"),
            byTarget("UnHealthyHostCount", "Maximum"),
          ),
        ],
      ],
    });
  }
}

export class DataStack extends Stack {
  constructor(scope, id, props) {
    super(scope, id, props);
    this.files = new s3.Bucket(this, "Files", privateBucket);
  }
}

export class RegistryStack extends Stack {
  constructor(scope, id, { names, ...props }) {
    super(scope, id, props);
    this.repositories = new Map(
      names.map((name) => [
        name,
        new ecr.Repository(this, name, {
          repositoryName: `${shared.application}/${name}`,
          imageScanOnPush: true,
          imageTagMutability: ecr.TagMutability.IMMUTABLE,
          removalPolicy: RemovalPolicy.DESTROY,
          lifecycleRules: [
            { tagStatus: ecr.TagStatus.UNTAGGED, maxImageAge: Duration.days(7) },
            { maxImageCount: shared.keepImages },
          ],
        }),
      ]),
    );
  }
}

const privateBucket = {
  encryption: s3.BucketEncryption.S3_MANAGED,
  blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
  enforceSSL: true,
};
