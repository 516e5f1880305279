import type { QueueResource } from "../../resource-settings.js";
import type { WrittenResource } from "../../written.generated.js";
import { seconds } from "../duration.js";
import { present } from "../present.js";
import type { Reading } from "../reading.js";
import { encryptionOf, imported, refuseKey } from "./imported.js";

type WrittenQueue = Extract<WrittenResource, { type: "sqs" }>;

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html */
export function queue(reading: Reading, path: string, written: WrittenQueue): QueueResource | undefined {
  if (written.import !== undefined) {
    const found = imported(reading, path, { ...written, import: written.import }, "queue");
    return found && { type: "sqs", ...found };
  }
  refuseKey(reading, path, written);
  const visibilitySeconds = seconds(reading, `${path}.visibility`, written.visibility, 0, 43_200);
  const retentionSeconds = seconds(reading, `${path}.retention`, written.retention, 60, 1_209_600);
  const delaySeconds = seconds(reading, `${path}.delay`, written.delay, 0, 900);
  const kept = retentionSeconds ?? 345_600;
  if (kept <= (visibilitySeconds ?? 30)) {
    reading.fail(
      "invalid-value",
      `${path}.visibility`,
      `${path} hides a message for longer than it is kept`,
      {
        reason: "a message that was received and not deleted would never be seen again",
        hint: "shorten visibility, or lengthen retention",
      },
    );
  }
  if (kept <= (delaySeconds ?? 0)) {
    reading.fail("invalid-value", `${path}.delay`, `${path} delays a message for longer than it is kept`, {
      hint: "shorten delay, or lengthen retention",
    });
  }
  return present({
    type: "sqs" as const,
    fifo: written.fifo ?? false,
    visibilitySeconds,
    retentionSeconds,
    delaySeconds,
    retries: written.retries,
    encryption: encryptionOf(written.encryption, "sqs"),
  });
}
