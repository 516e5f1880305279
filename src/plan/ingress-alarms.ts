import type { ResolveContext } from "./context.js";
import type { IngressPart } from "./ingress.js";
import type { Alarm } from "./resources/observability.js";
import type { Value } from "./value.js";

/**
 * Errors that the load balancer answers by itself: no target, no connection, no answer in time. The alarms of the
 * services do not see them.
 */
export function planIngressAlarms(
  context: ResolveContext,
  ingress: IngressPart | undefined,
  actions: readonly Value<string>[],
): readonly Alarm[] {
  if (ingress?.loadBalancer === undefined) return [];
  return [
    {
      id: "platform/alarm-load-balancer-errors",
      kind: "Alarm",
      origin: "ingress",
      alarmName: context.name("alarm", "load-balancer-errors", "ingress"),
      description: "The load balancer itself answered more than 10 requests with 5xx in 5 minutes",
      watch: {
        metric: {
          namespace: "AWS/ApplicationELB",
          metricName: "HTTPCode_ELB_5XX_Count",
          dimensions: [{ name: "LoadBalancer", value: ingress.fullName }],
          statistic: "Sum",
          periodSeconds: 300,
        },
      },
      comparison: "GreaterThanThreshold",
      threshold: 10,
      evaluationPeriods: 1,
      datapointsToAlarm: 1,
      treatMissingData: "notBreaching",
      actions,
      tags: context.tags(),
    },
  ];
}
