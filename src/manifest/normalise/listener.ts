import { appendPath } from "../../diagnostics/index.js";
import type { NetworkListener } from "../manifest.js";
import type { WrittenListener } from "../written.generated.js";
import { external } from "./external.js";
import { present } from "./present.js";
import type { Reading } from "./reading.js";
import { ifWritten } from "./reading.js";

export function listeners(
  reading: Reading,
  path: string,
  written: readonly WrittenListener[],
): NetworkListener[] {
  const taken = new Set<string>();
  return written.map((each, index) => {
    const at = appendPath(path, index);
    const { port, protocol = "tcp", ...rest } = typeof each === "number" ? { port: each } : each;
    const { target = undefined, certificate = undefined } = rest as Exclude<WrittenListener, number>;
    checkTransport(reading, at, port, protocol, taken);
    if (certificate !== undefined && protocol !== "tls") refuseCertificate(reading, at, protocol);
    return present({
      port,
      protocol,
      target,
      certificate: ifWritten(certificate, (from) =>
        external(reading, `${at}.certificate`, from, "certificate"),
      ),
    });
  });
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
