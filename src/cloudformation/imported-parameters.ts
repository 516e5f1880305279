import { logicalId } from "./logical-id.js";
import type { ImportType, TemplateParameter } from "./template.js";

/** The parameters of one template that read the Parameter Store, each made when it is first asked for. */
export interface ImportedParameters {
  /** Logical name of the parameter that holds what is kept under the path. */
  readonly nameFor: (type: ImportType, path: string, description: string) => string;
  readonly entries: () => [name: string, parameter: TemplateParameter][];
}

/** `taken` are the names that resources and the other parameters of the template have. */
export function createImportedParameters(taken: ReadonlySet<string>): ImportedParameters {
  const byKey = new Map<string, string>();
  const parameters = new Map<string, TemplateParameter>();
  return {
    nameFor: (type, path, description) => {
      const key = `${type} ${path}`;
      const known = byKey.get(key);
      if (known !== undefined) return known;
      const name = firstFree(logicalId(path), (each) => taken.has(each) || parameters.has(each));
      byKey.set(key, name);
      parameters.set(name, { Type: type, Description: description, Default: path });
      return name;
    },
    entries: () => [...parameters].sort(([a], [b]) => (a < b ? -1 : 1)),
  };
}

/** `/net/vpc-id` and `/net/vpc/id` both want to be `NetVpcId`; who asks later becomes `NetVpcId2`. */
function firstFree(wanted: string, isTaken: (name: string) => boolean): string {
  let name = wanted;
  for (let count = 2; isTaken(name); count++) name = `${wanted}${count}`;
  return name;
}
