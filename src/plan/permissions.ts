import type { Plan } from "./plan.js";
import { pullStatement } from "./pull-statement.js";
import type { Resource } from "./resource.js";
import type { PolicyStatement } from "./resources/iam.js";

/** Who may do what: the statements of one role, or of the policy of one resource. */
export interface Permissions {
  /** Plan id of the role, or of the policy. */
  readonly id: string;
  readonly kind: Resource["kind"];
  /** Who may take the role on; absent for the policy of a resource. */
  readonly trust?: readonly PolicyStatement[];
  readonly statements: readonly PolicyStatement[];
}

/** Every permission of a plan, roles before the policies of resources, in the order of their ids. */
export function listPermissions(plan: Plan): readonly Permissions[] {
  const found = plan.stacks.flatMap((stack) => stack.resources).flatMap(permissionsOf);
  const rank = ({ kind }: Permissions): number => (kind === "IamRole" ? 0 : 1);
  return found.sort((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1));
}

function permissionsOf(resource: Resource): readonly Permissions[] {
  const { id, kind } = resource;
  switch (resource.kind) {
    case "IamRole": {
      const statements = resource.policies.flatMap((policy) => policy.statements);
      return [{ id, kind, trust: resource.trust, statements }];
    }
    case "Key":
      return [{ id, kind, statements: resource.policy }];
    case "EcrRepository":
      return resource.pullAccounts.length === 0
        ? []
        : [{ id, kind, statements: [pullStatement(resource.pullAccounts)] }];
    case "GatewayEndpoint":
    case "InterfaceEndpoint":
      return resource.policy === undefined ? [] : [{ id, kind, statements: resource.policy }];
    case "BucketPolicy":
    case "LogResourcePolicy":
    case "QueuePolicy":
    case "SnsTopicPolicy":
      return [{ id, kind, statements: resource.statements }];
    default:
      return [];
  }
}

/** A statement that allows more than it names. */
export interface Wildcard {
  readonly id: string;
  readonly statement: PolicyStatement;
  /** The action or the resource. */
  readonly value: string;
}

/** Statements that allow an action with a wildcard, or act on every resource, and do not say why. */
export function findWildcards(permissions: readonly Permissions[]): readonly Wildcard[] {
  return permissions.flatMap(({ id, trust = [], statements }) =>
    [...trust, ...statements].flatMap((statement) =>
      statement.effect === "Deny" || statement.reason !== undefined
        ? []
        : wide(statement).map((value) => ({ id, statement, value })),
    ),
  );
}

function wide({ actions, resources = [] }: PolicyStatement): readonly string[] {
  return [
    ...actions.filter((action) => /[*?]/.test(action)),
    ...resources.flatMap((resource) => (resource === "*" ? ["*"] : [])),
  ];
}
