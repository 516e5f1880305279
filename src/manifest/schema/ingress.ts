import { external } from "./external.js";
import type { Schema } from "./fields.js";
import { block, define, either, field, flag, list, oneOf, required, text } from "./fields.js";
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
      zone: field("Route 53 zone of the name; left out when another account owns it.", external("zone")),
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

const ingressImport: Schema = define(
  "IngressImport",
  block({
    listener: required("The listener to add rules to.", external("listener"), "ssm:/platform/listener"),
    securityGroup: required("Security group of the load balancer.", external("securityGroup")),
    loadBalancer: field("Full name app/name/id, for metrics and request scaling.", external("loadBalancer")),
    dnsName: field("DNS name of the load balancer.", external("dnsName")),
  }),
);

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/application/introduction.html */
export const ingress: Schema = define(
  "Ingress",
  block({
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
    tlsPolicy: field(
      "Security policy of the HTTPS listener.",
      text("a policy such as ELBSecurityPolicy-TLS13-1-2-Res-2021-06", tlsPolicyPattern),
    ),
    accessLogs: field("Write access logs to a bucket made for them.", flag()),
    idleTimeout: field("How long a silent connection stays open, 1s to 4000s.", duration("60s"), "60s"),
    deletionProtection: field("Refuse to delete the load balancer.", flag()),
    import: field("A load balancer that exists already.", ingressImport),
  }),
);
