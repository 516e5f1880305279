import { type IResource, type ResourceEnvironment, Stack, Token } from "aws-cdk-lib";
import type { Construct } from "constructs";
import { type Diagnostic, error } from "../../diagnostics/index.js";
import type { Plan } from "../../plan/index.js";
import type { ImportedResource, LongshoreImports } from "../imports.js";
import { ingressesOf } from "../layers/ingress.js";
import { subnetGroups } from "../layers/network.js";

/** Tasks reach nothing of another region's network, and AWS takes no id of one; each is known only where CDK knows it. */
export function checkEnvironment(
  scope: Construct,
  plan: Plan,
  imports: LongshoreImports,
): readonly Diagnostic[] {
  const stack = Stack.of(scope);
  const home: ResourceEnvironment = { account: stack.account, region: stack.region };
  return [
    ...wrongRegion(stack, plan),
    ...networkOf(imports).flatMap(([name, { env }]) => [
      ...differing("account", name, env, home),
      ...differing("region", name, env, home),
    ]),
    ...dataOf(imports).flatMap(([name, { env }]) => differing("account", name, env, home).map(asWarning)),
    ...Object.entries(imports.taskRoles ?? {}).flatMap(([name, { env }]) =>
      differing("account", `imports.taskRoles.${name}`, env, home),
    ),
  ];
}

function wrongRegion(stack: Stack, { region }: Plan): readonly Diagnostic[] {
  if (region === undefined || !differ(region, stack.region)) return [];
  return [
    error(
      "foreign-resource",
      "region",
      `the manifest is for ${region}, and the stack ${stack.node.path} is in ${stack.region}`,
      {
        hint: "give the stack the manifest's region as env.region, or plan another environment of the manifest",
      },
    ),
  ];
}

type Named = readonly [name: string, resource: IResource];

/** What must be where the tasks are. */
function networkOf(imports: LongshoreImports): readonly Named[] {
  const { vpc, endpointSecurityGroup, cluster, namespace } = imports;
  const named = present("imports.", { vpc, endpointSecurityGroup, cluster, namespace });
  const ingresses = [...ingressesOf(imports)].flatMap(([name, ingress]) =>
    present(name === "" ? "imports." : `imports.ingresses.${name}.`, { ...ingress }),
  );
  const subnets = [...subnetGroups(imports, [])].flatMap(([group, each]) =>
    each.map((subnet, index): Named => [`imports.subnets.${group}[${index}]`, subnet]),
  );
  const behind = Object.entries(imports.resources ?? {}).flatMap(([name, resource]): Named[] =>
    "securityGroup" in resource ? [[`imports.resources.${name}.securityGroup`, resource.securityGroup]] : [],
  );
  return [...named, ...ingresses, ...subnets, ...behind];
}

function present(
  prefix: string,
  resources: Readonly<Record<string, IResource | undefined>>,
): readonly Named[] {
  return Object.entries(resources).flatMap(([name, resource]): Named[] =>
    resource === undefined ? [] : [[`${prefix}${name}`, resource]],
  );
}

/** What is reached over AWS's API from anywhere, where the policies of both accounts let it. */
function dataOf({ resources = {} }: LongshoreImports): readonly Named[] {
  return Object.entries(resources).flatMap(([name, resource]): Named[] =>
    isResource(resource) ? [[`imports.resources.${name}`, resource]] : [],
  );
}

function isResource(resource: ImportedResource): resource is Extract<ImportedResource, IResource> {
  return "env" in resource;
}

function differing(
  what: keyof ResourceEnvironment,
  name: string,
  env: ResourceEnvironment,
  home: ResourceEnvironment,
): Diagnostic[] {
  if (!differ(env[what], home[what])) return [];
  return [
    error(
      "foreign-resource",
      "",
      `${name} is of ${what} ${env[what]}, and the stack of ${what} ${home[what]}`,
      {
        reason:
          "tasks use the network, the cluster and the load balancer of the account and region in which they run",
        hint: `give the stack that ${what} as env.${what}, or import another construct`,
      },
    ),
  ];
}

function asWarning(diagnostic: Diagnostic): Diagnostic {
  return {
    ...diagnostic,
    severity: "warning",
    reason:
      "a role of one account reaches what another account owns only if a policy of the other account lets it",
    hint: "let the task role in by the policy of the resource, and by that of its key",
  };
}

function differ(one: string, other: string): boolean {
  return !Token.isUnresolved(one) && !Token.isUnresolved(other) && one !== other;
}
