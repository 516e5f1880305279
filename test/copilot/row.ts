/** A field of Copilot's manifests, and what says the same here. */
export type CopilotRow = PlacedRow | RefusedRow;

export interface PlacedRow {
  /** As in Copilot's reference. */
  readonly field: string;
  /** L load-balanced web, B backend, W worker, J scheduled job, A request-driven web, T static site. */
  readonly types: string;
  /** In YAML, laid over a web service `api` (`null` removes). */
  readonly ours: string;
  /** A type of resource and a path in it, with the text that must stand there. */
  readonly becomes: readonly [type: string, property: string, value?: string];
  /** What differs. */
  readonly note?: string;
}

/** A field without a place, and why. */
export interface RefusedRow {
  readonly field: string;
  readonly types: string;
  readonly because: string;
  readonly instead: string;
}

/** `services.api` with these fields. */
export function service(fields: string): string {
  return `services: { api: { ${fields} } }`;
}

export const task = "AWS::ECS::TaskDefinition";
export const ecs = "AWS::ECS::Service";
export const rule = "AWS::ElasticLoadBalancingV2::ListenerRule";
export const group = "AWS::ElasticLoadBalancingV2::TargetGroup";
export const container = "ContainerDefinitions[].";
