import type { Resource } from "../resource.js";
import type { PolicyStatement } from "../resources/iam.js";
import { endpointsOf } from "./endpoint-services.js";

/** What the tasks of the plan do with AWS, as the roles that they take on say. */
export interface UsedServices {
  /** Names of endpoints, with the origin of the first role that needs each. */
  readonly endpoints: ReadonlyMap<string, string>;
  readonly statements: readonly PolicyStatement[];
}

export function usedServices(resources: readonly Resource[]): UsedServices {
  const endpoints = new Map<string, string>();
  const found: PolicyStatement[] = [];
  for (const resource of resources) {
    if (resource.kind !== "IamRole" || !resource.trust.some(isOfTasks)) continue;
    for (const statement of resource.policies.flatMap(({ statements }) => statements)) {
      found.push(statement);
      if (isThroughService(statement)) continue;
      for (const name of statement.actions.flatMap(endpointsOf)) {
        if (!endpoints.has(name)) endpoints.set(name, resource.origin);
        // Layers of images come from S3.
        if (name === "ecr.dkr" && !endpoints.has("s3")) endpoints.set("s3", resource.origin);
      }
    }
  }
  return { endpoints, statements: found };
}

function isOfTasks({ principals = [] }: PolicyStatement): boolean {
  return principals.some((each) => "service" in each && each.service === "ecs-tasks.amazonaws.com");
}

/** The other service sends the request, and not the task. */
function isThroughService({ conditions = [] }: PolicyStatement): boolean {
  return conditions.some(({ key }) => key === "kms:ViaService");
}
