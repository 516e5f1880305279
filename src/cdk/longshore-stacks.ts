import { type Environment, Stack } from "aws-cdk-lib";
import type { Construct } from "constructs";
import { error, suggest } from "../diagnostics/index.js";
import type { Plan } from "../plan/index.js";
import { LongshoreError } from "./error.js";
import { LongshoreHost } from "./host.js";
import type { LongshoreStacksProps } from "./props.js";

/**
 * One stack for each layer and service of a manifest, named and ordered as the plan has them. They find each other's
 * values in SSM parameters, so that each can be deployed by itself: `cdk deploy shop-prod-service-api`.
 *
 * @throws LongshoreError with everything that is wrong, each with its place in the manifest.
 */
export class LongshoreStacks extends LongshoreHost {
  constructor(scope: Construct, id: string, props: LongshoreStacksProps) {
    super(scope, id, props, {
      layout: "layered",
      preserveLogicalIds: true,
      scopeFor: (host, { area, name }, plan) => {
        const stack = new Stack(host, area, { stackName: name, env: environmentOf(props.env, plan) });
        for (const needed of dependenciesOf(host, name, plan)) follow(stack, needed);
        return stack;
      },
    });
  }

  /** The stack of an area, such as `network` or `service-api`. */
  stack(area: string): Stack {
    const found = this.node.tryFindChild(area);
    if (Stack.isStack(found)) return found;
    const areas = this.plan.stacks.map((each) => each.area);
    const meant = suggest(area, areas);
    throw new LongshoreError([
      error("unknown-service", "", `the plan has no stack "${area}"`, {
        hint: meant === undefined ? `the stacks are ${areas.join(", ")}` : `did you mean "${meant}"?`,
      }),
    ]);
  }

  /** In an order in which they can be deployed. */
  get stacks(): readonly Stack[] {
    return this.plan.stacks.map(({ area }) => this.stack(area));
  }
}

/** Under its name of today where CDK has it, which calls the other one deprecated. */
function follow(stack: Stack, needed: Stack): void {
  if ("addStackDependency" in stack) stack.addStackDependency(needed);
  else (stack as Stack).addDependency(needed);
}

function environmentOf(env: Environment = {}, { region }: Plan): Environment {
  return region === undefined || env.region !== undefined ? env : { ...env, region };
}

/** Those that the stack depends on come before it in the plan. */
function dependenciesOf(host: Construct, name: string, plan: Plan): readonly Stack[] {
  const needed = plan.stacks.find((each) => each.name === name)?.dependsOn ?? [];
  return plan.stacks
    .filter((each) => needed.includes(each.name))
    .flatMap(({ area }) => {
      const found = host.node.tryFindChild(area);
      return Stack.isStack(found) ? [found] : [];
    });
}
