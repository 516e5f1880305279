import { type Json, renderCloudFormation } from "../../cloudformation/index.js";
import type { Plan } from "../../plan/index.js";
import { renderTerraform } from "../../terraform/index.js";

/** What an output says, resource by resource: each line is a path and what stands there. */
export type RenderedFacts = ReadonlyMap<string, ResourceFacts>;

export interface ResourceFacts {
  readonly type: string;
  /** `path=value`; places in lists have no numbers, so that an item added in front changes no other. */
  readonly leaves: ReadonlySet<string>;
}

export function cloudFormationFacts(plan: Plan): RenderedFacts {
  const facts = new Map<string, ResourceFacts>();
  for (const { area, template } of renderCloudFormation(plan)) {
    for (const [id, { Type, Properties = {}, ...attributes }] of Object.entries(template.Resources)) {
      const leaves = new Set([...leavesOf(Properties, ""), ...leavesOf(attributes as Json, "")]);
      facts.set(`${area}/${id}`, { type: Type, leaves });
    }
    for (const [name, parameter] of Object.entries(template.Parameters ?? {}))
      facts.set(`${area}/parameter/${name}`, {
        type: "parameter",
        leaves: new Set(leavesOf(parameter as never, "")),
      });
  }
  return facts;
}

function leavesOf(value: Json, path: string): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((each) => leavesOf(each as Json, `${path}[]`));
  if (typeof value !== "object") return [`${path}=${String(value)}`];
  const entries = Object.entries(value as Readonly<Record<string, Json>>);
  const [only] = entries;
  // A function of CloudFormation is a value.
  if (entries.length === 1 && only !== undefined && /^(?:Ref|Fn::)/.test(only[0]))
    return [`${path}=${JSON.stringify(value)}`];
  return entries.flatMap(([key, each]) => leavesOf(each, path === "" ? key : `${path}.${key}`));
}

/** Reads what was printed by its indentation, which `terraform fmt` fixes. */
export function terraformFacts(plan: Plan): RenderedFacts {
  const facts = new Map<string, { type: string; leaves: Set<string> }>();
  for (const { text } of renderTerraform(plan)) readBlocks(text, facts);
  return facts;
}

function readBlocks(text: string, facts: Map<string, { type: string; leaves: Set<string> }>): void {
  let stack: string[] = [];
  let leaves = new Set<string>();
  for (const line of text.split("\n")) {
    const depth = (line.length - line.trimStart().length) / 2;
    const trimmed = line.trim();
    const head = /^(?:(resource|data) "(\w+)" "([\w-]+)"|(\w+)(?: "([^"]+)")?) \{$/.exec(line);
    if (depth === 0 && head !== null) {
      const [, kind, type, label, word = "", name = ""] = head;
      leaves = new Set();
      stack = [];
      const shown = kind === undefined ? word : kind === "data" ? `data.${type}` : (type ?? "");
      facts.set(`${kind ?? word}.${type ?? ""}.${label ?? name}`, { type: shown, leaves });
      continue;
    }
    if (trimmed === "" || trimmed.startsWith("#") || /^[\])}]/.test(trimmed)) continue;
    stack = stack.slice(0, Math.max(0, depth - 1));
    const key = /^"?([\w./:-]+)"?\s*(?:=|\{)/.exec(trimmed)?.[1];
    if (key !== undefined) stack[Math.max(0, depth - 1)] = key;
    const path = stack.filter((part) => part !== undefined).join(".");
    leaves.add(`${path}=${trimmed.replace(/\s+/g, " ")}`);
  }
}
