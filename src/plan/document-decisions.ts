import type { ResolveContext } from "./context.js";
import { defaultProfile } from "./profiles.js";

/** What the document decides for all that is in it, for who asks where a value comes from. */
export function decideDocument({ manifest, prefix, decide }: ResolveContext): void {
  decide("profile", manifest.profile, defaultProfile, "a fleet that outlives a failure, at a fair price");
  decide("stacks", manifest.stacks, "layered", "a release touches the stack of its service alone");
  decide("naming.prefix", manifest.naming?.prefix, prefix, "the application, then the environment");
}
