import type { CfnResource } from "aws-cdk-lib";
import type { CfnInclude } from "aws-cdk-lib/cloudformation-include";
import type { Construct } from "constructs";
import { logicalId } from "../cloudformation/logical-id.js";
import { error, suggest } from "../diagnostics/index.js";
import type { Plan, Resource } from "../plan/index.js";
import { isReference } from "../plan/value.js";
import { LongshoreError } from "./error.js";

/** A class of L1 constructs, such as `ecs.CfnService`. */
export type L1Class<T extends CfnResource> = abstract new (...arguments_: never[]) => T;

/** The resources of a plan as the constructs that host them, by the id that the plan gives them. */
export class Hosted {
  readonly plan: Plan;
  private readonly places = new Map<string, { readonly resource: Resource; readonly template: CfnInclude }>();

  /** `templates` by the name of the plan's stack. */
  constructor(plan: Plan, templates: ReadonlyMap<string, CfnInclude>) {
    this.plan = plan;
    for (const stack of plan.stacks) {
      const template = templates.get(stack.name);
      if (template === undefined) continue;
      for (const resource of stack.resources) this.places.set(resource.id, { resource, template });
    }
  }

  /** Ids of the plan that match. */
  idsLike(pattern: RegExp): readonly string[] {
    return [...this.places.keys()].filter((id) => pattern.test(id));
  }

  /** Ids of the resources of a kind. */
  idsOf(kind: Resource["kind"]): readonly string[] {
    return [...this.places].flatMap(([id, { resource }]) => (resource.kind === kind ? [id] : []));
  }

  /** What the plan says of a resource. */
  planned<K extends Resource["kind"]>(kind: K, id: string): Extract<Resource, { kind: K }> | undefined {
    const resource = this.places.get(id)?.resource;
    return resource?.kind === kind ? (resource as Extract<Resource, { kind: K }>) : undefined;
  }

  /** The construct of a resource, undefined where the plan has none of this id. */
  find<T extends CfnResource>(id: string, type: L1Class<T>): T | undefined {
    const found = this.places.get(id)?.template.getResource(logicalId(id));
    return found instanceof type ? found : undefined;
  }

  /** The scope that the resource's stack was given. */
  homeOf(id: string): Construct {
    const scope = this.places.get(id)?.template.node.scope;
    if (scope === undefined) throw this.unknown(id);
    return scope;
  }

  /** The id of the key of the plan that encrypts a resource. */
  keyOf(id: string): string | undefined {
    const resource = this.places.get(id)?.resource;
    const key: unknown = resource !== undefined && "key" in resource ? resource.key : undefined;
    return isReference(key) ? key.ref : undefined;
  }

  /** @throws LongshoreError where the plan has no such resource, or one of another type. */
  get<T extends CfnResource>(id: string, type: L1Class<T>): T;
  get(id: string, type?: L1Class<CfnResource>): CfnResource;
  get(id: string, type?: L1Class<CfnResource>): CfnResource {
    const place = this.places.get(id);
    if (place === undefined) throw this.unknown(id);
    const found = place.template.getResource(logicalId(id));
    if (type === undefined || found instanceof type) return found;
    throw new LongshoreError([
      error(
        "wrong-type",
        "",
        `${id} is a ${place.template.getResource(logicalId(id)).cfnResourceType}, not a ${type.name}`,
        {
          hint: "ask for the class of that type, or leave the class out",
        },
      ),
    ]);
  }

  private unknown(id: string): LongshoreError {
    const meant = suggest(id, this.places.keys());
    return new LongshoreError([
      error("unknown-service", "", `the plan has no resource "${id}"`, {
        hint: meant === undefined ? "longshore plan --json lists the ids" : `did you mean "${meant}"?`,
      }),
    ]);
  }
}
