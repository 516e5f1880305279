import type { Plan } from "../plan/plan.js";
import { attributes, type BodyItem, block, object, traversal } from "./hcl/tree.js";
import type { Scope } from "./scope.js";

/** `versions.tf`: what the module needs, and the provider with the tags that all resources have. */
export function renderSettings(plan: Plan, scope: Scope): readonly BodyItem[] {
  const { application, environment } = plan;
  const subject = environment === undefined ? application : `${application} in ${environment}`;
  return [
    {
      type: "terraform",
      labels: [],
      comment: `${subject}, rendered by Longshore: change the manifest and render again.\nWhere the state is kept is yours to say, in a file of your own with a backend block.`,
      body: [
        { name: "required_version", value: ">= 1.9" },
        block("required_providers", { aws: awsProvider }),
      ],
    },
    {
      type: "provider",
      labels: ["aws"],
      body: [
        { name: "region", value: traversal("var.aws_region") },
        ...attributes({ allowed_account_ids: plan.accountId === undefined ? undefined : [plan.accountId] }),
        ...(plan.deployRole === undefined ? [] : [block("assume_role", { role_arn: plan.deployRole })]),
        ...(Object.keys(scope.commonTags).length === 0
          ? []
          : [block("default_tags", { tags: traversal("local.common_tags") })]),
      ],
    },
  ];
}

const awsProvider = object({ source: "hashicorp/aws", version: "~> 6.0" });

/** `variables.tf`: where it goes, and what a release changes. */
export function renderVariables(plan: Plan, scope: Scope): readonly BodyItem[] {
  const variable = (name: string, description: string, preset: string | null | undefined): BodyItem => ({
    type: "variable",
    labels: [name],
    body: attributes({ description, type: traversal("string"), default: preset }),
  });
  const { environment } = plan;
  return [
    variable("aws_region", "Region of AWS", plan.region),
    ...(environment === undefined
      ? []
      : [
          variable(
            "environment",
            `Part of every name. The sizes and counts of this module are those of ${environment}.`,
            environment,
          ),
        ]),
    ...scope.inputs.asked.variables.map(({ name, parameter }) =>
      parameter.keepsRunning === true
        ? variable(name, `${parameter.description}; without one, what was released last is kept`, null)
        : variable(name, parameter.description, parameter.default),
    ),
  ];
}
