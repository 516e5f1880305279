import type { EnvironmentValue, Sidecar, Tracing } from "../../manifest/index.js";
import type { ResolveContext } from "../context.js";
import type { PolicyStatement } from "../resources/iam.js";
import { arn } from "../value.js";

/** As the documentation of AWS calls it. */
export const collectorName = "aws-otel-collector";
/** OTLP over gRPC and HTTP, the X-Ray daemon's, and the health check of the collector. */
export const collectorPorts: readonly number[] = [4317, 4318, 2000, 13133];

/** A release of the collector changes when this tool does, or by its parameter. */
const image = "public.ecr.aws/aws-observability/aws-otel-collector:v0.43.1";

/**
 * The AWS Distro for OpenTelemetry beside the code, with a configuration that its image holds. A task lives on without
 * it. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/trace-data-containerdefinitions.html
 */
export function collector(tracing: Tracing): Sidecar {
  const file = tracing === "xray" ? "ecs-xray.yaml" : "ecs-default-config.yaml";
  return {
    image: { from: "reference", reference: image },
    essential: false,
    environment: {},
    secrets: {},
    command: [`--config=/etc/ecs/${file}`],
    health: { command: ["CMD", "/healthcheck"] },
  };
}

/** What SDKs read. https://opentelemetry.io/docs/specs/otel/configuration/sdk-environment-variables/ */
export function collectorEnvironment(
  { manifest }: ResolveContext,
  name: string,
  tracing: Tracing,
): Readonly<Record<string, EnvironmentValue>> {
  const { application, environment } = manifest;
  return {
    OTEL_EXPORTER_OTLP_ENDPOINT: "http://localhost:4318",
    OTEL_EXPORTER_OTLP_PROTOCOL: "http/protobuf",
    OTEL_PROPAGATORS: "tracecontext,baggage,xray",
    OTEL_RESOURCE_ATTRIBUTES: [
      `service.namespace=${application}`,
      ...(environment === undefined ? [] : [`deployment.environment.name=${environment}`]),
    ].join(","),
    OTEL_SERVICE_NAME: name,
    // The collector has no pipeline for metrics there, and would answer each batch with an error.
    ...(tracing === "xray" && { OTEL_METRICS_EXPORTER: "none" }),
  };
}

/**
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/trace-data.html
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/application-metrics-cloudwatch.html
 */
export function tracingStatements(tracing: Tracing | undefined): readonly PolicyStatement[] {
  if (tracing === undefined) return [];
  const traces: PolicyStatement = {
    sid: "SendTraces",
    effect: "Allow",
    actions: [
      "xray:GetSamplingRules",
      "xray:GetSamplingStatisticSummaries",
      "xray:GetSamplingTargets",
      "xray:PutTelemetryRecords",
      "xray:PutTraceSegments",
    ],
    resources: ["*"],
    reason: "the xray actions that send traces support no resources",
  };
  if (tracing === "xray") return [traces];
  const group = "log-group:/aws/ecs/application/metrics";
  return [
    traces,
    {
      sid: "SendMetrics",
      effect: "Allow",
      actions: [
        "logs:CreateLogGroup",
        "logs:CreateLogStream",
        "logs:DescribeLogStreams",
        "logs:PutLogEvents",
      ],
      resources: [arn("logs", group), arn("logs", `${group}:*`)],
    },
  ];
}
