import type { Diagnostic } from "../diagnostics/index.js";

/** Longest name each service of AWS takes; see the reference page of each. */
export const nameLimits = {
  alarm: 255,
  "ECS cluster": 255,
  "ECS service": 255,
  "task definition family": 255,
  "load balancer": 32,
  "target group": 32,
  "IAM role": 64,
  "log group": 512,
  "ECR repository": 256,
  "event rule": 64,
  "SNS topic": 256,
  "KMS alias": 256,
  "CloudFormation stack": 128,
  "scaling policy": 256,
  "scheduled action": 256,
  "Cloud Map service": 63,
  "state machine": 80,
  schedule: 64,
  dashboard: 255,
  "DB cluster": 63,
  "DB instance": 63,
  "replication group": 40,
  "serverless cache": 40,
} as const;
export type NamedThing = keyof typeof nameLimits;

/** A name that AWS would refuse for its length, as a diagnostic. */
export function checkName(thing: NamedThing, name: string, origin: string): Diagnostic | undefined {
  const limit = nameLimits[thing];
  if (name.length <= limit) return undefined;
  return {
    code: "name-too-long",
    severity: "error",
    path: origin,
    message: `the ${thing} name "${name}" has ${name.length} characters`,
    reason: `AWS takes at most ${limit} there`,
    hint: `shorten the name, the application or naming.prefix by ${name.length - limit}`,
  };
}

/**
 * Cuts a name to the limit and ends it in a hash of the whole, so that two long names stay apart.
 * Only for load balancers and target groups, whose 32 characters are too few for most prefixes.
 */
export function shorten(name: string, limit: number): string {
  if (name.length <= limit) return name;
  const hash = hashOf(name).toString(36).padStart(7, "0").slice(-6);
  return `${name.slice(0, limit - hash.length - 1).replace(/-+$/, "")}-${hash}`;
}

/** FNV-1a, 32 bits: spreads names evenly and is the same on every machine. http://www.isthe.com/chongo/tech/comp/fnv/ */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}

/** `bff-api` becomes `BffApi`, as logical ids, parameters and outputs are spelled. */
export function pascalCase(name: string): string {
  return name
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");
}

/** `DOMAIN_NAME` becomes `DomainName`: parameters of templates have letters and digits alone. */
export function parameterName(name: string): string {
  return pascalCase(name.replace(/[A-Z]+(?![a-z])/g, (word) => word.charAt(0) + word.slice(1).toLowerCase()));
}
