import type { RawMap } from "../../manifest/index.js";
import type { ComposeService } from "../attributes/service.js";
import { largestPair, nearestPair } from "./fargate-pair.js";
import type { Translation } from "./translation.js";

/** `deploy.resources` and `platform` as a size of Fargate, rounded up and said. */
export function translateSize(
  translation: Translation,
  path: readonly string[],
  service: ComposeService,
): RawMap | undefined {
  const architecture = architectureOf(translation, path, service);
  const pair = pairOf(translation, path, service);
  return pair === undefined && architecture === undefined ? undefined : { ...pair, ...architecture };
}

function pairOf(
  translation: Translation,
  path: readonly string[],
  { name, deploy, span }: ComposeService,
): RawMap | undefined {
  const { cpus, memoryMiB, sizeSpan = span } = deploy;
  if (cpus === undefined && memoryMiB === undefined) return undefined;
  const units = Math.ceil((cpus ?? 0) * 1024);
  const pair = nearestPair(units, memoryMiB ?? 0);
  const at = [...path, "size"];
  const { cpu, memory } = pair ?? largestPair;
  const written = [
    cpus === undefined ? [] : [`${cpus} CPU`],
    memoryMiB === undefined ? [] : [`${memoryMiB} MiB`],
  ]
    .flat()
    .join(" and ");
  translation.decide("size", at, `${written} become ${cpu} CPU units with ${memory} MiB`, sizeSpan);
  if (pair === undefined) {
    translation.warn(
      "fargate-size",
      at,
      `${name} asks for ${written}, more than planned here: it gets ${cpu} CPU units with ${memory} MiB`,
      {
        span: sizeSpan,
        hint: "set size in the manifest, or run this service on EC2",
      },
    );
  } else if (units !== cpu || memoryMiB !== memory) {
    translation.note(
      "compose-choice",
      at,
      `${name} gets ${cpu} CPU units with ${memory} MiB for ${written}`,
      {
        span: sizeSpan,
        reason: "Fargate offers certain pairs of CPU and memory; the next one upwards is taken",
      },
    );
  }
  return { cpu, memory };
}

function architectureOf(
  translation: Translation,
  path: readonly string[],
  { platform }: ComposeService,
): RawMap | undefined {
  if (platform === undefined) return undefined;
  if (/^linux\/arm64/.test(platform.text)) return { architecture: "arm64" };
  if (/^linux(?:\/amd64|\/x86_64)?$/.test(platform.text))
    return platform.text === "linux" ? undefined : { architecture: "x86_64" };
  translation.warn(
    "compose-refused",
    [...path, "size", "architecture"],
    `the platform ${JSON.stringify(platform.text)} is refused: tasks run Linux on x86_64 or arm64`,
    {
      span: platform.span,
    },
  );
  return undefined;
}
