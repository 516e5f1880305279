import type { ResolveContext } from "./context.js";
import { pascalCase } from "./names.js";
import { singleArea, stackLimits } from "./partition.js";
import type { Stack } from "./plan.js";

/** Reports a stack that CloudFormation would refuse, and routes past the load balancer's default quotas. */
export function checkStackLimits(context: ResolveContext, stack: Stack): void {
  const resources = stack.resources.length + stack.exports.length + attachments(stack);
  const bytes = resources < 100 ? 0 : JSON.stringify(stack.resources).length;
  const excess =
    resources > stackLimits.resources
      ? `${resources} resources; CloudFormation takes ${stackLimits.resources}`
      : stack.outputs.length > stackLimits.outputs
        ? `${stack.outputs.length} outputs; CloudFormation takes ${stackLimits.outputs}`
        : bytes > stackLimits.bytes
          ? `about ${Math.round(bytes / 1000)} kB; CloudFormation takes ${stackLimits.bytes / 1000} kB`
          : undefined;
  if (excess === undefined) return;
  const single = stack.area === singleArea;
  context.report({
    code: "stack-limit",
    severity: "error",
    path: single ? "stacks" : "services",
    message: `the stack ${stack.name} would have ${excess}`,
    hint: single
      ? "use stacks: layered, which gives every service a stack of its own"
      : "divide the application: another manifest can import this one's network, cluster and ingress",
  });
}

/** In a template, ids lose their separators: `a-1` and `a1` would be one resource. */
export function checkStackNames(context: ResolveContext, stack: Stack): void {
  const byName = new Map<string, { readonly id: string; readonly origin: string }>();
  for (const resource of stack.resources) {
    const name = pascalCase(resource.id);
    const earlier = byName.get(name);
    if (earlier !== undefined) {
      context.report({
        code: "name-collision",
        severity: "error",
        path: resource.origin,
        message: `${earlier.origin} and ${resource.origin} would both make a resource called ${name}`,
        reason: "CloudFormation names resources by letters and digits alone",
        hint: "rename one of them",
      });
      return;
    }
    byName.set(name, resource);
  }
}

/**
 * Images make parameters of their own, which one of the manifest may meet. In Terraform they are variables of one module:
 * those of two stacks would be one.
 */
export function checkParameters(context: ResolveContext, stacks: readonly Stack[]): void {
  const byName = new Map<string, string>();
  const found = stacks.flatMap(({ parameters }) => parameters).sort((a, b) => (a.origin < b.origin ? -1 : 1));
  for (const { name, origin } of found) {
    const earlier = byName.get(name);
    if (earlier !== undefined && earlier !== origin) {
      context.report({
        code: "name-collision",
        severity: "error",
        path: origin,
        message: `${earlier} and ${origin} would both make a parameter called ${name}`,
        hint: "rename one of them",
      });
    }
    byName.set(name, origin);
  }
}

/** An internet gateway is two resources of CloudFormation: itself and its attachment. */
function attachments(stack: Stack): number {
  return stack.resources.filter((resource) => resource.kind === "InternetGateway").length;
}
