import type { Diagnostic, SourceSpan } from "../../diagnostics/index.js";
import { appendPath, error, suggest } from "../../diagnostics/index.js";
import type { Entry, Tree } from "../source/tree.js";
import { entriesOf, isMap, isNothing, spanAt } from "../source/tree.js";
import { note, warning } from "../warnings.js";
import { composeKeys } from "./compose-keys.js";
import type { KeyRow } from "./key-row.js";

/** What the table says of every key that is written, once for each place; services of anchors are named together. */
export function checkKeys(document: Tree, isPlanned: (service: string) => boolean): readonly Diagnostic[] {
  const check = new KeyCheck(isPlanned);
  check.map(document, "", "");
  return check.diagnostics();
}

const rowsByKey = new Map(composeKeys.map((row) => [row.key, row]));
const prefixes = new Set(
  composeKeys.map(({ key }) => key.slice(0, key.lastIndexOf(".") + 1).replace(/\.$/, "")),
);

interface Finding {
  readonly row: KeyRow;
  readonly key: string;
  readonly path: string;
  readonly span: SourceSpan;
  readonly services: string[];
}

class KeyCheck {
  private readonly findings = new Map<string, Finding>();
  private readonly unknown: Diagnostic[] = [];
  private readonly isPlanned: (service: string) => boolean;

  constructor(isPlanned: (service: string) => boolean) {
    this.isPlanned = isPlanned;
  }

  diagnostics(): readonly Diagnostic[] {
    return [...[...this.findings.values()].map(report), ...this.unknown];
  }

  /** `pattern` is the path with `*` for names, as in the table. */
  map(tree: Tree, pattern: string, path: string, service?: string): void {
    for (const [key, entry] of entriesOf(tree)) {
      const at = pattern === "" ? key : `${pattern}.${key}`;
      if (key.startsWith("x-")) continue;
      const row = rowsByKey.get(at);
      if (row === undefined) this.refuseUnknown(entry, key, pattern, path);
      else if (!isNothing(entry.value) || row.status === "refused")
        this.found(row, key, path, entry, service);
      if (!isMap(entry.value)) continue;
      if (prefixes.has(`${at}.*`)) this.named(entry.value, `${at}.*`, appendPath(path, key));
      else if (prefixes.has(at)) this.map(entry.value, at, appendPath(path, key), service);
    }
  }

  private named(tree: Tree, pattern: string, path: string): void {
    for (const [name, { value }] of entriesOf(tree)) {
      if (pattern === "services.*" && !this.isPlanned(name)) continue;
      this.map(value, pattern, appendPath(path, name), pattern === "services.*" ? name : undefined);
    }
  }

  private found(
    row: KeyRow,
    key: string,
    path: string,
    { key: place, value }: Entry,
    service: string | undefined,
  ): void {
    if (!needsReport(row, value)) return;
    // Notes are one for each key: what does nothing need not be said at every service.
    const id = row.status === "noted" ? row.key : `${row.key} ${place.source.file} ${place.start}`;
    const known = this.findings.get(id);
    if (known === undefined) {
      const services = service === undefined ? [] : [service];
      this.findings.set(id, { row, key, path: appendPath(path, key), span: spanAt(place), services });
    } else if (service !== undefined) known.services.push(service);
  }

  private refuseUnknown({ key: place }: Entry, key: string, pattern: string, path: string): void {
    const known = composeKeys.flatMap((row) =>
      row.key.startsWith(`${pattern}.`) || pattern === ""
        ? [row.key.slice(pattern === "" ? 0 : pattern.length + 1)]
        : [],
    );
    const meant = suggest(
      key,
      known.filter((each) => !each.includes(".")),
    );
    const hint = meant === undefined ? "a key of your own starts with x-" : `did you mean "${meant}"?`;
    const span = spanAt(place);
    this.unknown.push({
      ...error(
        "unknown-key",
        appendPath(path, key),
        `the Compose Specification knows no key ${JSON.stringify(key)} here; it is left out`,
        { span, hint },
      ),
      severity: "warning",
    });
  }
}

/** `privileged: false` asks for nothing. */
function needsReport({ status }: KeyRow, value: Tree): boolean {
  if (status === "used" || status === "translated") return false;
  if (value.kind === "list") return value.items.length > 0;
  return value.kind === "map" || value.value !== false;
}

function report({ row, key, path, span, services }: Finding): Diagnostic {
  const others = services.length > 1 ? ` (${services.length} services: ${listed(services)})` : "";
  const details = { span, ...(row.hint === undefined ? {} : { hint: row.hint }) };
  if (row.status === "noted")
    return note(
      "compose-unsupported",
      path,
      `${key} does nothing on Fargate${others}: ${row.meaning}`,
      details,
    );
  if (row.status === "warned")
    return warning("compose-unsupported", path, `${key} is left out${others}: ${row.meaning}`, details);
  return warning("compose-refused", path, `${key} is refused${others}: ${row.meaning}`, {
    ...details,
    reason: "the service is planned without it and may not work",
  });
}

function listed(services: readonly string[]): string {
  return services.length <= 4 ? services.join(", ") : `${services.slice(0, 3).join(", ")} ...`;
}
