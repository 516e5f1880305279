// One service of the CDK app.
import { createRequire } from "node:module";
import { addressVariable, shared } from "./fleet.mjs";

const require = createRequire(import.meta.url);
const { CfnOutput, CfnParameter, Duration, RemovalPolicy, Size, Stack } = require("aws-cdk-lib");
const cloudwatch = require("aws-cdk-lib/aws-cloudwatch");
const actions = require("aws-cdk-lib/aws-cloudwatch-actions");
const ec2 = require("aws-cdk-lib/aws-ec2");
const ecs = require("aws-cdk-lib/aws-ecs");
const elb = require("aws-cdk-lib/aws-elasticloadbalancingv2");
const logs = require("aws-cdk-lib/aws-logs");
const secretsmanager = require("aws-cdk-lib/aws-secretsmanager");
const servicediscovery = require("aws-cdk-lib/aws-servicediscovery");
const ssm = require("aws-cdk-lib/aws-ssm");

const { scale } = shared;

export class ServiceStack extends Stack {
  constructor(scope, id, { service, platform, vpc, files, repository, priority, ...props }) {
    super(scope, id, props);
    this.name = service.name;
    this.fullName = `${shared.application}-${service.name}`;
    this.platform = platform;
    this.taskDefinition = this.#addTaskDefinition(service, repository, files);
    this.service = this.#addService(service);
    if (service.kind === "web") this.targetGroup = this.#addRoute(vpc, priority);
    this.#addScaling();
    this.#addAlarms();
    this.#addOutputs(service);
  }

  connectTo(callee) {
    this.service.connections.allowTo(callee.service, ec2.Port.tcp(shared.port), `From ${this.name}`);
  }

  #addTaskDefinition(service, repository, files) {
    const taskDefinition = new ecs.FargateTaskDefinition(this, "TaskDefinition", {
      family: this.fullName,
      cpu: service.cpu,
      memoryLimitMiB: service.memory,
      runtimePlatform: {
        cpuArchitecture: ecs.CpuArchitecture.X86_64,
        operatingSystemFamily: ecs.OperatingSystemFamily.LINUX,
      },
    });
    const imageTag = new CfnParameter(this, "ImageTag", { description: `Tag of the image of ${this.name}` });
    const logGroup = new logs.LogGroup(this, "LogGroup", {
      logGroupName: `/ecs/${shared.application}/${this.name}`,
      retention: logs.RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const { command, interval, timeout, retries, startPeriod } = shared.containerHealth;
    taskDefinition.addContainer(this.name, {
      image: ecs.ContainerImage.fromEcrRepository(repository, imageTag.valueAsString),
      portMappings: service.kind === "worker" ? [] : [{ name: this.name, containerPort: shared.port }],
      environment: {
        ...service.environment,
        ...Object.fromEntries(
          service.connects.map((callee) => [
            addressVariable(callee),
            `http://${callee}.${shared.namespace}:${shared.port}`,
          ]),
        ),
        ...(service.files && { FILES_BUCKET: files.bucketName }),
      },
      secrets: this.#secretsOf(service),
      healthCheck: {
        command: ["CMD-SHELL", command],
        interval: Duration.seconds(interval),
        timeout: Duration.seconds(timeout),
        retries,
        startPeriod: Duration.seconds(startPeriod),
      },
      stopTimeout: Duration.seconds(30),
      linuxParameters: new ecs.LinuxParameters(this, "LinuxParameters", { initProcessEnabled: true }),
      logging: ecs.LogDrivers.awsLogs({
        logGroup,
        streamPrefix: this.name,
        mode: ecs.AwsLogDriverMode.NON_BLOCKING,
        maxBufferSize: Size.mebibytes(25),
      }),
    });
    if (service.files) files.grantReadWrite(taskDefinition.taskRole);
    return taskDefinition;
  }

  #secretsOf(service) {
    const { DATABASE_URL: database, API_KEY: key } = service.secrets;
    const secret = secretsmanager.Secret.fromSecretNameV2(this, "Database", database.secret);
    const parameter = ssm.StringParameter.fromSecureStringParameterAttributes(this, "ApiKey", {
      parameterName: key.parameter,
    });
    return {
      DATABASE_URL: ecs.Secret.fromSecretsManager(secret, database.key),
      API_KEY: ecs.Secret.fromSsmParameter(parameter),
    };
  }

  #addService({ kind }) {
    return new ecs.FargateService(this, "Service", {
      serviceName: this.fullName,
      cluster: this.platform.cluster,
      taskDefinition: this.taskDefinition,
      capacityProviderStrategies: [{ capacityProvider: "FARGATE", weight: 1 }],
      vpcSubnets: { subnetType: ec2.SubnetType.PRIVATE_WITH_EGRESS },
      minHealthyPercent: 100,
      maxHealthyPercent: 200,
      circuitBreaker: { enable: true, rollback: true },
      availabilityZoneRebalancing: ecs.AvailabilityZoneRebalancing.ENABLED,
      enableExecuteCommand: true,
      enableECSManagedTags: true,
      propagateTags: ecs.PropagatedTagSource.SERVICE,
      ...(kind === "web" && { healthCheckGracePeriod: Duration.seconds(shared.health.grace) }),
      ...(kind === "backend" && {
        cloudMapOptions: {
          name: this.name,
          dnsRecordType: servicediscovery.DnsRecordType.A,
          dnsTtl: Duration.seconds(10),
        },
      }),
    });
  }

  /** The listener as an import: the rules of its security group then go here and make no circle of stacks. */
  #addRoute(vpc, priority) {
    const { path, interval, timeout, healthy, unhealthy } = shared.health;
    const listener = elb.ApplicationListener.fromApplicationListenerAttributes(this, "Https", {
      listenerArn: this.platform.https.listenerArn,
      securityGroup: ec2.SecurityGroup.fromSecurityGroupId(
        this,
        "LoadBalancerSecurityGroup",
        this.platform.securityGroup.securityGroupId,
        { allowAllOutbound: false },
      ),
    });
    const targetGroup = new elb.ApplicationTargetGroup(this, "TargetGroup", {
      targetGroupName: this.fullName,
      vpc,
      port: 80,
      protocol: elb.ApplicationProtocol.HTTP,
      targets: [this.service.loadBalancerTarget({ containerName: this.name, containerPort: shared.port })],
      deregistrationDelay: Duration.seconds(30),
      healthCheck: {
        path,
        healthyHttpCodes: "200-399",
        interval: Duration.seconds(interval),
        timeout: Duration.seconds(timeout),
        healthyThresholdCount: healthy,
        unhealthyThresholdCount: unhealthy,
      },
    });
    listener.addTargetGroups("Route", {
      priority,
      conditions: [elb.ListenerCondition.pathPatterns([`/${this.name}/*`])],
      targetGroups: [targetGroup],
    });
    return targetGroup;
  }

  #addScaling() {
    const tasks = this.service.autoScaleTaskCount({ minCapacity: scale.min, maxCapacity: scale.max });
    const cooldowns = {
      scaleInCooldown: Duration.seconds(scale.cooldownIn),
      scaleOutCooldown: Duration.seconds(scale.cooldownOut),
    };
    tasks.scaleOnCpuUtilization("Cpu", { targetUtilizationPercent: scale.cpu, ...cooldowns });
    tasks.scaleOnMemoryUtilization("Memory", { targetUtilizationPercent: scale.memory, ...cooldowns });
  }

  #addAlarms() {
    const period = Duration.minutes(1);
    const insight = (metricName) =>
      new cloudwatch.Metric({
        namespace: "ECS/ContainerInsights",
        metricName,
        dimensionsMap: {
          ClusterName: this.platform.cluster.clusterName,
          ServiceName: this.service.serviceName,
        },
        period,
      });
    const missing = new cloudwatch.MathExpression({
      expression: "desired - running",
      label: "Missing tasks",
      usingMetrics: { desired: insight("DesiredTaskCount"), running: insight("RunningTaskCount") },
      period,
    });
    this.#alarm("running-below-desired", missing, 0, 5);
    this.#alarm("cpu-high", this.service.metricCpuUtilization({ period }), 90, 10);
    this.#alarm("memory-high", this.service.metricMemoryUtilization({ period }), 90, 10);
    if (this.targetGroup === undefined) return;
    const { metrics } = this.targetGroup;
    this.#alarm("unhealthy-targets", metrics.unhealthyHostCount({ period, statistic: "Maximum" }), 0, 3);
    const errors = new cloudwatch.MathExpression({
      expression: "IF(requests > 0, 100 * FILL(errors, 0) / requests, 0)",
      label: "5xx answers in percent",
      usingMetrics: {
        errors: metrics.httpCodeTarget(elb.HttpCodeTarget.TARGET_5XX_COUNT, { period }),
        requests: metrics.requestCount({ period }),
      },
      period,
    });
    this.#alarm("server-errors", errors, 5, 5);
  }

  #alarm(name, metric, threshold, minutes) {
    metric
      .createAlarm(this, name, {
        alarmName: `${this.fullName}-${name}`,
        alarmDescription: `${this.name}: ${name} for ${minutes} minutes`,
        threshold,
        evaluationPeriods: minutes,
        comparisonOperator: cloudwatch.ComparisonOperator.GREATER_THAN_THRESHOLD,
        treatMissingData: cloudwatch.TreatMissingData.NOT_BREACHING,
      })
      .addAlarmAction(new actions.SnsAction(this.platform.topic));
  }

  #addOutputs({ kind }) {
    new CfnOutput(this, "TaskDefinitionArn", { value: this.taskDefinition.taskDefinitionArn });
    new CfnOutput(this, "ServiceArn", { value: this.service.serviceArn });
    new CfnOutput(this, "TaskRoleArn", { value: this.taskDefinition.taskRole.roleArn });
    if (kind === "web") new CfnOutput(this, "Url", { value: `https://${shared.domain.name}` });
    if (kind === "backend") new CfnOutput(this, "DnsName", { value: `${this.name}.${shared.namespace}` });
  }
}
