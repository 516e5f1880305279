import type { Access, AccessVerb } from "../manifest.js";
import type { WrittenAccess } from "../written.generated.js";
import { present } from "./present.js";
import { ifWritten } from "./reading.js";

/** Every key beside the four known ones is the name of a resource. */
export function access(written: WrittenAccess = {}): Access {
  const { bedrock, logs, parameters = [], policy = [], ...resources } = written;
  return present({
    resources: resources as Record<string, AccessVerb>,
    bedrock: ifWritten(bedrock, bedrockAccess),
    logs,
    parameters: [...parameters],
    policy: policy.map(({ actions, resources, reason }) => present({ actions, resources, reason })),
  });
}

/** `invoke` is every model and every agent. */
function bedrockAccess(written: NonNullable<WrittenAccess["bedrock"]>): NonNullable<Access["bedrock"]> {
  if (written === "invoke") return { models: ["*"], agents: ["*"] };
  return { models: [...(written.models ?? [])], agents: [...(written.agents ?? [])] };
}
