import { appendPath } from "../../diagnostics/index.js";
import type { NetworkBalancerSettings, NetworkListener } from "../ingress-settings.js";
import type { WrittenListener, WrittenNetworkLoadBalancer } from "../written.generated.js";
import { seconds } from "./duration.js";
import { external } from "./external.js";
import { present } from "./present.js";
import type { Reading } from "./reading.js";
import { ifWritten } from "./reading.js";
import { ingressSources } from "./sources.js";

export function listeners(
  reading: Reading,
  path: string,
  written: readonly WrittenListener[],
): NetworkListener[] {
  const taken = new Set<string>();
  return written.map((each, index) => {
    const at = appendPath(path, index);
    const { port, protocol = "tcp", ...rest } = typeof each === "number" ? { port: each } : each;
    const { target, container, certificate, tlsPolicy, sources, sticky, drain } = rest as Partial<
      Exclude<WrittenListener, number>
    >;
    checkTransport(reading, at, port, protocol, taken);
    if (certificate !== undefined && protocol !== "tls") refuseCertificate(reading, at, protocol);
    if (sticky === true && protocol === "tls") refuseSticky(reading, at);
    return present({
      port,
      protocol,
      target,
      container,
      tlsPolicy,
      sources: ifWritten(sources, (ranges) => ingressSources(reading, `${at}.sources`, ranges)),
      sticky,
      drainSeconds: seconds(reading, `${at}.drain`, drain, 0, 3600),
      certificate: ifWritten(certificate, (from) =>
        external(reading, `${at}.certificate`, from, "certificate"),
      ),
    });
  });
}

export function networkBalancer(
  reading: Reading,
  path: string,
  { domains = [], ...settings }: WrittenNetworkLoadBalancer,
): NetworkBalancerSettings {
  return {
    ...settings,
    domains: domains.flatMap(({ name, zone }, index) => {
      const owned = external(reading, `${appendPath(`${path}.domains`, index)}.zone`, zone, "zone");
      return owned === undefined ? [] : [{ name, zone: owned }];
    }),
  };
}

/** TLS is TCP to whoever connects. */
function checkTransport(
  reading: Reading,
  path: string,
  port: number,
  protocol: NetworkListener["protocol"],
  taken: Set<string>,
): void {
  const transport = `${port} ${protocol === "udp" ? "udp" : "tcp"}`;
  if (taken.has(transport)) {
    reading.fail("invalid-value", path, `a listener on port ${port} is listed twice`, {
      reason: "a connection to a port can lead to one listener alone; tcp and tls are both TCP",
      hint: "remove one of the two, or give it another port",
    });
  }
  taken.add(transport);
}

function refuseCertificate(reading: Reading, path: string, protocol: "tcp" | "udp"): void {
  reading.fail("invalid-value", `${path}.certificate`, `${path} has a certificate and is ${protocol}`, {
    reason: "a certificate is used where TLS ends at the load balancer",
    hint: "add protocol: tls, or remove the certificate",
  });
}

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/network/edit-target-group-attributes.html#sticky-sessions */
function refuseSticky(reading: Reading, path: string): void {
  reading.fail("invalid-value", `${path}.sticky`, `${path} is sticky and TLS`, {
    reason: "a load balancer keeps addresses apart for tcp and udp only",
    hint: "remove sticky, or make it tcp and end TLS in the container",
  });
}
