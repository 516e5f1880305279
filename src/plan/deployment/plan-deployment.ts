import type { ResolveContext } from "../context.js";
import type { Resource } from "../resource.js";
import type { EcsService } from "../resources/compute.js";
import type { ServiceFacts } from "../service/facts.js";
import { planRollback, type RollbackNeeds } from "./alarms.js";
import { checkDeployment } from "./check.js";
import { planHooks } from "./hooks.js";
import { type DeploymentFields, decideDeployment } from "./strategy.js";
import { type MovedTarget, planTrafficRole, shiftOf } from "./traffic.js";

export interface DeploymentNeeds extends RollbackNeeds {
  /** Found by a DNS name of Cloud Map. */
  readonly discovered: boolean;
  /** Where ECS registers the tasks. */
  readonly served: readonly Served[];
}

interface Served {
  readonly containerName: string;
  readonly containerPort: number;
  readonly targetGroup: MovedTarget["targetGroup"];
  readonly moved?: MovedTarget;
}

export interface DeploymentPart {
  readonly fields: DeploymentFields &
    Pick<EcsService, "deploymentAlarms" | "lifecycleHooks" | "loadBalancers">;
  readonly resources: readonly Resource[];
}

/** How a new version replaces the old one, with what that needs in AWS. */
export function planDeployment(
  context: ResolveContext,
  facts: ServiceFacts,
  needs: DeploymentNeeds,
): DeploymentPart {
  const fields = decideDeployment(context, `${facts.origin}.deploy`, facts.service.deploy);
  const { served, discovered } = needs;
  checkDeployment(context, facts, fields, { loadBalanced: served.length > 0, discovered });
  const moved = served.flatMap((target) => target.moved ?? []);
  const role = moved.length === 0 ? undefined : planTrafficRole(context, facts, moved);
  const { hooks, resources } = planHooks(context, facts);
  const rollback = planRollback(context, facts, needs);
  return {
    fields: {
      ...fields,
      ...(rollback.field && { deploymentAlarms: rollback.field }),
      ...(hooks.length > 0 && { lifecycleHooks: hooks }),
      loadBalancers: served.map((target) => ({
        containerName: target.containerName,
        containerPort: target.containerPort,
        targetGroup: { ref: target.targetGroup.id, attribute: "arn" },
        ...(target.moved && role && { shift: shiftOf(target.moved, role) }),
      })),
    },
    resources: [...(role ? [role] : []), ...resources, ...rollback.alarms],
  };
}
