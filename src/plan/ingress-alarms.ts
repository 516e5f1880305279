import type { ResolveContext } from "./context.js";
import type { IngressesPart, IngressPart } from "./ingress.js";
import { ingressId, ingressSuffix } from "./ingress-names.js";
import type { Alarm } from "./resources/observability.js";
import type { Value } from "./value.js";

/**
 * Errors that the load balancer answers by itself: no target, no connection, no answer in time. The alarms of the
 * services do not see them.
 */
export function planIngressAlarms(
  context: ResolveContext,
  { byName }: IngressesPart,
  actions: readonly Value<string>[],
): readonly Alarm[] {
  return [...byName.values()].flatMap((ingress) =>
    ingress.loadBalancer === undefined ? [] : [planAlarm(context, ingress, actions)],
  );
}

function planAlarm(
  context: ResolveContext,
  { settings, fullName }: IngressPart,
  actions: readonly Value<string>[],
): Alarm {
  const { name, origin } = settings;
  return {
    id: ingressId(settings, "alarm-load-balancer-errors"),
    kind: "Alarm",
    origin,
    alarmName: context.name("alarm", ingressSuffix(settings, "load-balancer-errors"), origin),
    description: `The load balancer ${name === undefined ? "" : `${name} `}itself answered more than 10 requests with 5xx in 5 minutes`,
    watch: {
      metric: {
        namespace: "AWS/ApplicationELB",
        metricName: "HTTPCode_ELB_5XX_Count",
        dimensions: [{ name: "LoadBalancer", value: fullName }],
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
  };
}
