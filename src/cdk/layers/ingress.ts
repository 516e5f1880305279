import type { ISecurityGroup } from "aws-cdk-lib/aws-ec2";
import {
  ApplicationListener,
  ApplicationLoadBalancer,
  type IApplicationLoadBalancer,
} from "aws-cdk-lib/aws-elasticloadbalancingv2";
import { type Diagnostic, error, suggest } from "../../diagnostics/index.js";
import type { Raw, RawMap } from "../../manifest/index.js";
import { ingressKeys } from "../../manifest/schema/ingress.js";
import type { Given } from "../given.js";
import type { ImportedIngress, LongshoreImports } from "../imports.js";

/** The load balancers that the app brings, by the name that the manifest gives them; the only one has none. */
export function ingressesOf(imports: LongshoreImports): ReadonlyMap<string, ImportedIngress> {
  const { listener, loadBalancer, loadBalancerSecurityGroup, ingresses = {} } = imports;
  const named = new Map(Object.entries(ingresses));
  if (listener === undefined) return named;
  const others = {
    ...(loadBalancer && { loadBalancer }),
    ...(loadBalancerSecurityGroup && { loadBalancerSecurityGroup }),
  };
  return new Map([["", { listener, ...others }], ...named]);
}

/** The group that the load balancer is in. */
export function securityGroupOf({
  listener,
  loadBalancerSecurityGroup,
}: ImportedIngress): ISecurityGroup | undefined {
  return loadBalancerSecurityGroup ?? listener.connections.securityGroups[0];
}

export function layIngress(
  imports: LongshoreImports,
  given: Given,
  declared: readonly string[],
  diagnostics: Diagnostic[],
): RawMap | undefined {
  const laid: Record<string, Raw> = {};
  for (const [name, ingress] of ingressesOf(imports)) {
    if (name === "" && declared.length > 0) diagnostics.push(severalIngresses(declared));
    else if (name !== "" && !declared.includes(name)) diagnostics.push(unknownIngress(name, declared));
    else if (name === "") Object.assign(laid, laidIngress("", ingress, given));
    else laid[name] = laidIngress(`${name}-`, ingress, given);
  }
  return Object.keys(laid).length === 0 ? undefined : laid;
}

function laidIngress(prefix: string, ingress: ImportedIngress, given: Given): RawMap {
  const imported: Record<string, Raw> = {};
  const set = (field: string, name: string, value: string | undefined, description: string): void => {
    if (value !== undefined) imported[field] = given.refer(`Import-${prefix}${name}`, value, description);
  };
  const loadBalancer = loadBalancerOf(ingress);
  set("listener", "ListenerArn", ingress.listener.listenerArn, "Listener that takes the routes");
  set(
    "securityGroup",
    "LoadBalancerSecurityGroup",
    securityGroupOf(ingress)?.securityGroupId,
    "Security group of the load balancer",
  );
  set(
    "loadBalancer",
    "LoadBalancerFullName",
    fullNameOf(loadBalancer),
    "Load balancer of the routes, as metrics name it",
  );
  set("dnsName", "LoadBalancerDnsName", dnsNameOf(loadBalancer), "Address of the load balancer");
  // What the manifest says of making one; names and answers of an imported one are the manifest's to say, too.
  const made = ingressKeys.filter((key) => !["domains", "rules", "default", "import"].includes(key));
  return { ...Object.fromEntries(made.map((key) => [key, null])), import: imported };
}

function severalIngresses(declared: readonly string[]): Diagnostic {
  return error(
    "unknown-ingress",
    "ingress",
    "imports.listener is given, and the manifest has several load balancers",
    {
      hint: `say which: imports: { ingresses: { ${declared[0]}: { listener } } }`,
    },
  );
}

function unknownIngress(name: string, declared: readonly string[]): Diagnostic {
  const meant = suggest(name, declared);
  const hint =
    declared.length === 0
      ? "give imports.listener: the manifest has one load balancer"
      : `it has ${declared.join(", ")}`;
  return error(
    "unknown-ingress",
    "ingress",
    `imports.ingresses.${name} names a load balancer that the manifest does not have`,
    {
      hint: meant === undefined ? hint : `did you mean "${meant}"?`,
    },
  );
}

/** A listener that is made in the app knows its load balancer. */
function loadBalancerOf({ listener, loadBalancer }: ImportedIngress): IApplicationLoadBalancer | undefined {
  return loadBalancer ?? (listener instanceof ApplicationListener ? listener.loadBalancer : undefined);
}

/** That of an imported one follows from its listener's ARN, in the plan. */
function fullNameOf(loadBalancer: IApplicationLoadBalancer | undefined): string | undefined {
  return loadBalancer instanceof ApplicationLoadBalancer ? loadBalancer.loadBalancerFullName : undefined;
}

/** CDK throws where the load balancer was imported without its DNS name. */
function dnsNameOf(loadBalancer: IApplicationLoadBalancer | undefined): string | undefined {
  try {
    return loadBalancer?.loadBalancerDnsName;
  } catch {
    return undefined;
  }
}
