import { answers, defaultAnswer } from "./answer.js";
import { conditions } from "./conditions.js";
import { external } from "./external.js";
import type { Schema, Shape } from "./fields.js";
import {
  block,
  define,
  either,
  field,
  flag,
  list,
  mapOf,
  oneOf,
  oneOrSeveral,
  required,
  text,
} from "./fields.js";
import { domainPattern, tlsPolicyPattern } from "./patterns.js";
import { duration } from "./values.js";

const domainName = (): Schema => text("a domain name such as shop.example.com", domainPattern);

const domain: Schema = define(
  "Domain",
  either(
    "a domain name, or a map with name, zone and certificate",
    domainName(),
    block({
      name: required("The domain name.", domainName(), "shop.example.com"),
      also: field(
        "Further names in the same zone; a requested certificate holds ten.",
        list(domainName(), "a list of domain names", 1),
        ["www.shop.example.com"],
      ),
      zone: field(
        "Route 53 zone of the name; none when another account owns it.",
        either("a Route 53 zone id, ssm:/path, export:Name or none", oneOf("none"), external("zone")),
        "Z0123456789ABC",
      ),
      certificate: field(
        "`request` (the default) makes one validated by DNS, for which the zone is needed.",
        either(
          "request, the ARN of an ACM certificate, ssm:/path or export:Name",
          oneOf("request"),
          external("certificate"),
        ),
      ),
    }),
  ),
);

const logs = define(
  "LoadBalancerLogs",
  either(
    "true, false, or a map of bucket and prefix",
    flag(),
    block({
      bucket: required("A bucket that lets the load balancer write.", external("logBucket"), "shop-logs"),
      prefix: field(
        "Folder in it.",
        text("a folder such as shop/dev", /^[^\s/](?:[^\s]{0,500}[^\s/])?$/),
        "shop/dev",
      ),
    }),
  ),
);

const ingressImport: Schema = define(
  "IngressImport",
  block({
    listener: required("The listener to add rules to.", external("listener"), "ssm:/platform/listener"),
    securityGroup: required("Security group of the load balancer.", external("securityGroup")),
    loadBalancer: field("Full name app/name/id, for metrics and request scaling.", external("loadBalancer")),
    dnsName: field("DNS name of the load balancer.", external("dnsName")),
  }),
);

const rule: Schema = define("IngressRule", block({ ...conditions(), ...answers() }));

const shape: Shape = {
  scheme: field("Reachable from the internet or from the VPC only.", oneOf("public", "internal")),
  domains: field(
    "Names under which the load balancer answers over HTTPS.",
    list(domain, "a list of domain names"),
    ["shop.example.com"],
  ),
  http: field("What port 80 does.", oneOf("redirect", "serve", "off")),
  sources: field(
    "Who may come in: address ranges or prefix lists.",
    list(text("an address range such as 203.0.113.0/24, or a prefix list id"), "a list of address ranges"),
    ["203.0.113.0/24"],
  ),
  cdn: field(
    "Only CloudFront may come in: true asks for its prefix list when the stack is deployed, or it is given.",
    either(
      "true, or the prefix list of CloudFront in the region as an id, ssm:/path or export:Name",
      flag(),
      external("prefixList"),
    ),
    true,
    "pl-4fa04526",
  ),
  tlsPolicy: field(
    "Security policy of the HTTPS listener.",
    text("a policy such as ELBSecurityPolicy-TLS13-1-2-Res-2021-06", tlsPolicyPattern),
  ),
  waf: field("Web ACL of AWS WAF that looks at every request.", external("webAcl"), "ssm:/waf/shop"),
  accessLogs: field("Write access logs to a bucket made for them, or to one that exists.", logs),
  connectionLogs: field("The same for connections.", logs),
  idleTimeout: field("How long a silent connection stays open, 1s to 4000s.", duration("60s"), "60s"),
  keepAlive: field("How long a client's connection stays open at most, 60s to 7d.", duration("1h"), "1h"),
  http2: field("Speak HTTP/2 with clients; on when left out.", flag()),
  dropInvalidHeaders: field("Drop headers whose names are malformed; on when left out.", flag()),
  desync: field(
    "What happens to requests that could be read in two ways; strictest when left out.",
    oneOf("monitor", "defensive", "strictest"),
  ),
  ipAddressType: field(
    "dualstack adds IPv6, which an imported network must have.",
    oneOf("ipv4", "dualstack"),
  ),
  deletionProtection: field("Refuse to delete the load balancer.", flag()),
  default: field(
    "What a request gets that no route takes: a status, a fixed answer, a redirect, or a service.",
    defaultAnswer,
    404,
  ),
  rules: field("Requests that the load balancer answers by itself.", list(rule, "a list of rules"), [
    { path: "/old/*", redirect: { path: "/new" } },
  ]),
  import: field("A load balancer that exists already.", ingressImport),
};

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/application/introduction.html */
const ingress: Schema = define("Ingress", block(shape));

/** Keys of the block, by which a single one is told apart from a map of several. */
export const ingressKeys: readonly string[] = Object.keys(shape);

const ingressName = new RegExp(
  `^(?!(?:${ingressKeys.join("|")})$)(?=.{1,20}$)[a-z][a-z0-9]*(?:-[a-z0-9]+)*$`,
);

export const ingresses: Schema = oneOrSeveral(
  "the settings of a load balancer, or a map of several by name",
  ingressKeys,
  ingress,
  mapOf(
    ingressName,
    "a name of lower-case letters, digits and single hyphens, at most 20 characters",
    ingress,
    "a map of names to load balancers",
  ),
);
