import { EquivalenceError, isArray, isObject, type Json, type JsonObject } from "../facts.js";

/** The module as `@cdktn/hcl2json` reads it: expressions are texts, blocks are lists of objects. */
export interface WrittenModule {
  readonly resource: WrittenBlocks;
  readonly output: Readonly<Record<string, readonly JsonObject[]>>;
  readonly variable: Readonly<Record<string, readonly JsonObject[]>>;
}
type WrittenBlocks = Readonly<Record<string, Readonly<Record<string, readonly JsonObject[]>>>>;

/** Arguments of Terraform itself. */
const meta: ReadonlySet<string> = new Set(["for_each", "lifecycle", "depends_on"]);

/** What the module itself says of a resource: the state holds what AWS adds, too. */
export function saidOf(values: JsonObject, written: JsonObject, at: string): JsonObject {
  const own = Object.fromEntries(Object.entries(written).filter(([key]) => !meta.has(key) && key !== "tags"));
  const said = keep(values, [own], at);
  const { tags_all: tags } = values;
  return isObject(tags) && Object.keys(tags).length > 0 ? { ...said, tags_all: tags } : said;
}

/** Null is an argument that is left out. */
function keep(values: JsonObject, written: readonly JsonObject[], at: string): JsonObject {
  const kept: Record<string, Json> = {};
  for (const key of new Set(written.flatMap((each) => Object.keys(each)))) {
    const value = values[key];
    if (value === undefined) throw new EquivalenceError(`${at}.${key} is written and not in the state`);
    if (value === null) continue;
    const blocks = written.flatMap((each) => blocksIn(each[key]));
    const isBlock = blocks.length > 0 && isArray(value);
    if (isBlock && value.length === 0) continue;
    kept[key] = isBlock
      ? value.filter(isObject).map((item) => keep(item, ofItem(item, blocks), `${at}.${key}`))
      : value;
  }
  return kept;
}

/** The block that an item was written as, where it has an id; else whatever any of them writes. */
function ofItem({ id }: JsonObject, blocks: readonly JsonObject[]): readonly JsonObject[] {
  const own = blocks.filter((block) => id !== undefined && block["id"] === id);
  return own.length === 0 ? blocks : own;
}

function blocksIn(written: Json | undefined): readonly JsonObject[] {
  return isArray(written) ? written.filter(isObject) : [];
}
