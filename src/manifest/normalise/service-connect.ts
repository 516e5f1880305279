import type { Service } from "../manifest.js";
import type { ServiceConnectSettings } from "../network-settings.js";
import type { WrittenServiceConnect } from "../written.generated.js";
import { seconds } from "./duration.js";
import { external, maybeExternal } from "./external.js";
import { present } from "./present.js";
import type { Reading } from "./reading.js";
import { ifWritten } from "./reading.js";

export function serviceConnect(
  reading: Reading,
  path: string,
  written: WrittenServiceConnect | undefined,
): Service["serviceConnect"] {
  if (written === undefined || written === false || written === "client") return written;
  if (written === true) return {};
  const { alias, port, timeouts, tls } = written;
  return present({
    alias,
    port,
    idleTimeoutSeconds: seconds(reading, `${path}.timeouts.idle`, timeouts?.idle, 0, longest),
    requestTimeoutSeconds: seconds(reading, `${path}.timeouts.request`, timeouts?.request, 0, longest),
    tls: ifWritten(tls, (each) => encryption(reading, `${path}.tls`, each)),
  });
}

/** AWS names no bound; a day is more than any proxy should keep what nobody uses. */
const longest = 86_400;

type WrittenTls = NonNullable<Exclude<WrittenServiceConnect, boolean | "client">["tls"]>;

function encryption(reading: Reading, path: string, written: WrittenTls): ServiceConnectSettings["tls"] {
  const authority = external(reading, `${path}.authority`, written.authority, "certificateAuthority");
  const role = external(reading, `${path}.role`, written.role, "role");
  const key = maybeExternal(reading, `${path}.key`, written.key, "kmsKey");
  if (authority === undefined || role === undefined) return undefined;
  return { authority, role, ...(key && { key }) };
}
