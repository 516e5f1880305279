import type * as z from "zod/mini";
import type { Raw, RawMap } from "../raw.js";
import { isRawMap } from "../raw.js";

/** Takes out the `x-` keys of maps with known keys. In maps whose keys the author chooses they are names like any other. */
export function withoutExtensions(schema: z.core.$ZodType, value: Raw): Raw {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case "optional":
      return withoutExtensions(def.innerType, value);
    case "array":
      return Array.isArray(value) ? eachItem(def.element, value as readonly Raw[]) : value;
    case "record":
      return isRawMap(value) ? eachValue(value, () => def.valueType) : value;
    case "object":
      return isRawMap(value) ? ofShape(def.shape, def.catchall, value) : value;
    case "union":
      return def.options.reduce((rest: Raw, option) => withoutExtensions(option, rest), value);
    default:
      return value;
  }
}

type ShapeOf = Readonly<Record<string, z.core.$ZodType>>;

function ofShape(shape: ShapeOf, catchall: z.core.$ZodType | undefined, value: RawMap): Raw {
  const closed = catchall === undefined || (catchall as z.core.$ZodTypes)._zod.def.type === "never";
  const kept = closed ? dropExtensions(value) : value;
  return eachValue(kept, (key) => (Object.hasOwn(shape, key) ? shape[key] : undefined));
}

function dropExtensions(value: RawMap): RawMap {
  const keys = Object.keys(value);
  if (!keys.some((key) => key.startsWith("x-"))) return value;
  return Object.fromEntries(Object.entries(value).filter(([key]) => !key.startsWith("x-")));
}

/** The same map where nothing changes, else a copy. */
function eachValue(map: RawMap, schemaOf: (key: string) => z.core.$ZodType | undefined): RawMap {
  let copy: Record<string, Raw> | undefined;
  for (const key of Object.keys(map)) {
    const value = map[key] as Raw;
    const schema = typeof value === "object" && value !== null ? schemaOf(key) : undefined;
    const kept = schema === undefined ? value : withoutExtensions(schema, value);
    if (kept === value) continue;
    copy ??= { ...map };
    copy[key] = kept;
  }
  return copy ?? map;
}

function eachItem(schema: z.core.$ZodType, list: readonly Raw[]): readonly Raw[] {
  const kept = list.map((item) => withoutExtensions(schema, item));
  return kept.some((item, index) => item !== list[index]) ? kept : list;
}
