import type { IngressSettings } from "../manifest/index.js";
import { external, type ResolveContext } from "./context.js";
import { ingressId, ingressSuffix } from "./ingress-names.js";
import type { NetworkPart } from "./network.js";
import type { Parameter } from "./plan.js";
import type { InlineRule, SecurityGroup, SecurityGroupPeer } from "./resources/network.js";

export interface IngressPorts {
  readonly http: boolean;
  readonly https: boolean;
  /** Whether a route asks for a login, for which the load balancer talks to the place where it is made. */
  readonly logsIn: boolean;
}

/** The prefix list of CloudFront's servers has another id in each region, which templates cannot look up. */
const cloudFrontParameter = "CloudFrontPrefixListId";

/** Entries of that list, each of which counts as a rule: https://docs.aws.amazon.com/vpc/latest/userguide/working-with-aws-managed-prefix-lists.html */
const cloudFrontWeight = 55;
const rulesPerGroup = 60;

export function planIngressGroup(
  context: ResolveContext,
  network: NetworkPart,
  settings: IngressSettings,
  { http, https, logsIn }: IngressPorts,
): SecurityGroup {
  const ports = [...(http ? [80] : []), ...(https ? [443] : [])];
  if (settings.cdn !== undefined && ports.length * cloudFrontWeight > rulesPerGroup)
    reportWeight(context, settings);
  const suffix = ingressSuffix(settings, "load-balancer");
  return {
    id: ingressId(settings, "load-balancer-security-group"),
    kind: "SecurityGroup",
    origin: settings.origin,
    vpc: network.vpcId,
    description: `Load balancer ${settings.name === undefined ? "" : `${settings.name} `}of ${context.prefix}`,
    ingress: sourcesOf(settings).flatMap(([name, peer]) =>
      ports.map(
        (port): InlineRule => ({
          peer,
          traffic: { protocol: "tcp", fromPort: port, toPort: port },
          description: `${port === 443 ? "HTTPS" : "HTTP"} from ${name}`,
        }),
      ),
    ),
    egress: logsIn
      ? [
          {
            peer: { cidrBlock: "0.0.0.0/0" },
            traffic: { protocol: "tcp", fromPort: 443, toPort: 443 },
            description: "Identity providers of routes with a login",
          },
        ]
      : [],
    tags: context.tags({ name: `${context.prefix}-${suffix}` }),
  };
}

/** What must be given when the platform is deployed. */
export function ingressParameters(settings: readonly IngressSettings[]): readonly Parameter[] {
  const asking = settings.find(({ cdn }) => cdn === "parameter");
  if (asking === undefined) return [];
  return [
    {
      name: cloudFrontParameter,
      description:
        "Id of the prefix list com.amazonaws.global.cloudfront.origin-facing in the region, such as pl-4fa04526",
      origin: `${asking.origin}.cdn`,
    },
  ];
}

function sourcesOf(settings: IngressSettings): readonly (readonly [string, SecurityGroupPeer])[] {
  const { cdn } = settings;
  if (cdn !== undefined) {
    const prefixList = cdn === "parameter" ? { parameter: cloudFrontParameter } : external(cdn);
    return [["CloudFront", { prefixList }]];
  }
  const everyone = settings.ipAddressType === "dualstack" ? ["0.0.0.0/0", "::/0"] : ["0.0.0.0/0"];
  return (settings.sources ?? everyone).map((source) => [source, peerOf(source)]);
}

/** An address range, or the id of a prefix list. */
export function peerOf(source: string): SecurityGroupPeer {
  if (source.startsWith("pl-")) return { prefixList: source };
  return source.includes(":") ? { cidrBlockIpv6: source } : { cidrBlock: source };
}

function reportWeight(context: ResolveContext, { origin }: IngressSettings): void {
  context.report({
    code: "quota",
    severity: "warning",
    path: `${origin}.cdn`,
    message: `${origin} lets CloudFront in on two ports, which counts as ${2 * cloudFrontWeight} rules of a security group`,
    reason: `its prefix list counts as ${cloudFrontWeight} rules, and an account starts with a quota of ${rulesPerGroup}`,
    hint: "set http: off, and let CloudFront redirect to HTTPS; or ask AWS for a higher quota",
  });
}
