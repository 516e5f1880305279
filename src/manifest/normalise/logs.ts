import { suggest } from "../../diagnostics/index.js";
import type { LogRouter, LogSettings } from "../observability-settings.js";
import type { WrittenService } from "../written.generated.js";
import { retentionDays } from "./duration.js";
import { present } from "./present.js";
import type { Reading } from "./reading.js";
import { ifWritten } from "./reading.js";
import { routerOptions } from "./router-options.js";
import { secrets } from "./secrets.js";

type WrittenLogs = Exclude<WrittenService["logs"], string | undefined>;
type WrittenRouter = NonNullable<WrittenLogs["router"]>;

export function logs(reading: Reading, path: string, written: WrittenService["logs"]): LogSettings {
  if (written === undefined) return {};
  if (typeof written === "string") return present({ retentionDays: retentionDays(reading, path, written) });
  const { mode, buffer } = written;
  if (mode === "blocking" && buffer !== undefined) {
    reading.fail("invalid-value", `${path}.buffer`, "there is no buffer in blocking mode", {
      hint: "leave buffer out, or use mode: non-blocking",
    });
  }
  return present({
    retentionDays: retentionDays(reading, `${path}.retention`, written.retention),
    removal: written.removal,
    group: written.group,
    class: written.class,
    encryption: written.encryption,
    mode,
    bufferMiB: buffer,
    multiline: written.multiline,
    router: ifWritten(written.router, (each) => router(reading, `${path}.router`, each, written)),
  });
}

function router(reading: Reading, path: string, written: WrittenRouter, around: WrittenLogs): LogRouter {
  const { destination, config, secretOptions } = written;
  if (destination === undefined && config === undefined) {
    reading.fail("missing-key", path, `${path} has neither a destination nor a config`, {
      reason: "the router would not know where the lines go",
      hint: "add destination: { Name: cloudwatch_logs, ... }",
    });
  }
  if (around.multiline !== undefined) {
    reading.fail("invalid-value", path.replace(/router$/, "multiline"), "a router takes line by line", {
      reason: "multiline is an option of the driver that a router replaces",
      hint: "join lines in a configuration file of the router: router: { config: /extra.conf }",
    });
  }
  const names = [...Object.keys(destination ?? {}), ...Object.keys(secretOptions ?? {})];
  checkOptions(reading, `${path}.destination`, destination, names);
  return present({
    image: written.image,
    destination:
      destination && Object.fromEntries(Object.entries(destination).map(([k, v]) => [k, String(v)])),
    enableMetadata: written.enableMetadata,
    secretOptions: secrets(
      reading,
      `${path}.secretOptions`,
      ifWritten(secretOptions, (each) => ({ secrets: each })) ?? {},
    ),
    config,
  });
}

/** Outputs that are known here are held to their options; others may be in an image of one's own. */
function checkOptions(
  reading: Reading,
  path: string,
  destination: WrittenRouter["destination"],
  names: readonly string[],
): void {
  if (destination === undefined) return;
  const output = names.find((name) => name.toLowerCase() === "name");
  if (output === undefined) {
    reading.fail("missing-key", path, `${path} does not name an output`, {
      hint: `write Name: and one of ${[...routerOptions.keys()].join(", ")}, or another output of the image`,
    });
    return;
  }
  const known = routerOptions.get(String(destination[output]).toLowerCase());
  if (known === undefined) return;
  for (const name of names) {
    if (known.has(name.toLowerCase())) continue;
    const meant = suggest(name, [...known]);
    const place = Object.hasOwn(destination, name) ? path : path.replace(/destination$/, "secretOptions");
    reading.fail(
      "unknown-key",
      `${place}.${name}`,
      `the output ${destination[output]} has no option ${name}`,
      {
        hint:
          meant === undefined
            ? `its options are ${[...known].sort().join(", ")}`
            : `did you mean "${meant}"?`,
      },
    );
  }
}
