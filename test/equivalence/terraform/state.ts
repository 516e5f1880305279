import type { JsonObject } from "../facts.js";
import type { WrittenModule } from "./written.js";

/** One instance in a state, by the module's own label. */
export interface StateResource {
  readonly mode: "managed" | "data";
  readonly address: string;
  readonly type: string;
  readonly label: string;
  readonly values: JsonObject;
}

/** What `terraform show -json` says of a state: https://developer.hashicorp.com/terraform/internals/json-format */
export interface State {
  readonly values: {
    readonly outputs?: Readonly<Record<string, { readonly value: JsonObject[string] }>>;
    readonly root_module: {
      readonly resources: readonly (Omit<StateResource, "label"> & { readonly name: string })[];
    };
  };
}

/** A module as it is written, and what became of it. */
export interface AppliedModule {
  readonly written: WrittenModule;
  readonly state: State;
}

export function resourcesOf({ values }: State): readonly StateResource[] {
  return values.root_module.resources.map(({ name, ...rest }) => ({ ...rest, label: name }));
}
