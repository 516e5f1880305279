import type { Construct } from "constructs";
import { LongshoreHost } from "./host.js";
import type { LongshoreProps } from "./props.js";

/**
 * Everything of a manifest in the stack that it is made in: `new Longshore(stack, "Shop", { manifest: "longshore.yaml" })`.
 * Whatever the manifest says of `stacks`, it is one.
 *
 * @throws LongshoreError with everything that is wrong, each with its place in the manifest.
 */
export class Longshore extends LongshoreHost {
  constructor(scope: Construct, id: string, props: LongshoreProps) {
    super(scope, id, props, {
      layout: "single",
      preserveLogicalIds: props.preserveLogicalIds ?? true,
      scopeFor: (host) => host,
    });
  }
}
