import { flag, kept } from "../converters.js";
import {
  EquivalenceError,
  type Facts,
  isObject,
  type Json,
  type JsonObject,
  type Statement,
  uniteFacts,
} from "../facts.js";
import { factOf } from "../kind.js";
import { as, type Field, read, within } from "../read.js";
import { kinds } from "./kinds.js";
import { labelProperty } from "./label.js";
import { type Naming, nameMadeUpValues } from "./made-up.js";
import { type AppliedModule, resourcesOf, type State, type StateResource } from "./state.js";
import { saidOf, type WrittenModule } from "./written.js";

/** The facts in a module, from its text and the state after it was applied. */
export function factsOfTerraform({ written, state }: AppliedModule): Facts {
  const resources = resourcesOf(state);
  const managed = resources.filter(({ mode }) => mode === "managed");
  const naming = nameMadeUpValues(managed);
  const facts = uniteFacts([
    ...managed.map((resource) => resourceStatement(resource, written, naming)),
    ...outputStatements(written, state, naming),
    ...Object.entries(written.variable).map(([name, [variable = {}]]) => parameterStatement(name, variable)),
  ]);
  refuseMadeUp(facts, managed);
  return facts;
}

function resourceStatement(resource: StateResource, written: WrittenModule, { resolve }: Naming): Statement {
  const { type, label, address } = resource;
  const kind = kinds[type];
  const block = written.resource[type]?.[label]?.[0];
  if (kind === undefined || block === undefined)
    throw new EquivalenceError(`${address} is of unknown type or not written`);
  const resolved = resolve({ ...saidOf(resource.values, block, address), ...lifecycleIn(block) });
  const said = isObject(resolved) ? resolved : {};
  const subject = kind.subject((property) => (property === labelProperty ? label : said[property]));
  const fact = factOf({ ...kind, fields: { ...kind.fields, lifecycle } }, said, address);
  return { subject, place: address, fact };
}

/** What a state does not hold; `prevent_destroy` is what keeps a resource. */
const lifecycle: Field = within({
  prevent_destroy: kept,
  create_before_destroy: as("created before destroyed", flag),
  ignore_changes: as("ignored changes"),
});

function lifecycleIn({ lifecycle: written }: JsonObject): JsonObject {
  return written === undefined ? {} : { lifecycle: written };
}

function outputStatements(
  written: WrittenModule,
  { values }: State,
  { resolve }: Naming,
): readonly Statement[] {
  return Object.entries(values.outputs ?? {}).map(([name, { value }]) => {
    const { value: _, ...rest } = written.output[name]?.[0] ?? {};
    const fact = {
      value: resolve(value),
      ...read(rest, { description: as("description") }, `output.${name}`),
    };
    return { subject: `output ${name}`, place: `output.${name}`, fact };
  });
}

function parameterStatement(name: string, variable: JsonObject): Statement {
  const fields = { description: as("description"), type: as("type"), default: as("default") };
  const { type = null, ...fact } = read(variable, fields, `var.${name}`);
  if (type !== "${string}") throw new EquivalenceError(`var.${name} is of type ${String(type)}`);
  return { subject: `parameter ${name}`, place: `var.${name}`, fact: withoutNull(fact) };
}

/** `null` is no default: the module finds the released image itself, and the description says so. */
function withoutNull({ default: value, ...fact }: JsonObject): JsonObject {
  if (value === undefined) return fact;
  if (value !== null) return { ...fact, default: value };
  const description = String(fact["description"]).replace(
    /; without one, what was released last is kept$/,
    "",
  );
  return { ...fact, description };
}

/** A made-up value that nothing names would make any two resources alike or different by chance. */
function refuseMadeUp(facts: Facts, resources: readonly StateResource[]): void {
  const hashes = resources.flatMap(({ values }) => hashIn(values["id"]));
  for (const [subject, fact] of Object.entries(facts)) {
    const text = JSON.stringify(fact).toLowerCase();
    const found = hashes.find((hash) => text.includes(hash));
    if (found !== undefined)
      throw new EquivalenceError(`${subject} holds a made-up value: ${around(text, found)}`);
  }
}

function hashIn(id: Json | undefined): readonly string[] {
  return typeof id === "string" ? (id.match(/[0-9a-f]{17}$/) ?? []) : [];
}

function around(text: string, found: string): string {
  const at = text.indexOf(found);
  return text.slice(Math.max(0, at - 60), at + 20);
}
