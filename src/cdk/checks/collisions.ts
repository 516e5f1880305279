import { CfnResource, Stack } from "aws-cdk-lib";
import type { Construct } from "constructs";
import { logicalId } from "../../cloudformation/logical-id.js";
import { type Diagnostic, error } from "../../diagnostics/index.js";
import type { Plan, Stack as PlannedStack } from "../../plan/index.js";

/** Logical ids that the stack has already. CDK would say so too, at synthesis, without a way out. */
export function checkLogicalIds(scope: Construct, planned: PlannedStack, plan: Plan): readonly Diagnostic[] {
  const stack = Stack.of(scope);
  const wanted = new Set(planned.resources.map(({ id }) => logicalId(id)));
  const taken = stack.node
    .findAll()
    .flatMap((construct) =>
      CfnResource.isCfnResource(construct) && construct.stack === stack
        ? [[stack.resolve(construct.logicalId), construct] as const]
        : [],
    )
    .filter(([id]) => wanted.has(String(id)));
  const [first] = taken;
  if (first === undefined) return [];
  const [id, construct] = first;
  const others = taken.length === 1 ? "" : `, and ${taken.length - 1} more`;
  return [
    error(
      "name-collision",
      "",
      `the stack ${stack.node.path} has a resource ${id} already: ${construct.node.path}${others}`,
      {
        reason: `${plan.prefix} would make one with the same logical id`,
        hint: "host it in a stack of its own, or say preserveLogicalIds: false",
      },
    ),
  ];
}
