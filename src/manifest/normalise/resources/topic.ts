import type { JsonSetting } from "../../json-setting.js";
import type { SubscriberSettings, TopicResource } from "../../resource-settings.js";
import type { WrittenResource, WrittenSubscriber } from "../../written.generated.js";
import { present } from "../present.js";
import type { Reading } from "../reading.js";
import { imported, refuseKey } from "./imported.js";

type WrittenTopic = Extract<WrittenResource, { type: "sns" }>;

export function topic(reading: Reading, path: string, written: WrittenTopic): TopicResource | undefined {
  const subscribers = Object.fromEntries(
    Object.entries(written.subscribers ?? {}).map(([name, each]) => [name, subscriber(each)]),
  );
  if (written.import !== undefined) {
    const found = imported(reading, path, { ...written, import: written.import }, "topic", ["subscribers"]);
    return found && { type: "sns", subscribers, ...found };
  }
  refuseKey(reading, path, written);
  const { fifo = false, encryption } = written;
  return present({ type: "sns" as const, fifo, encryption, subscribers });
}

function subscriber({ filter, raw }: WrittenSubscriber): SubscriberSettings {
  // The schema took a map of lists of JSON.
  return present({ filter: filter as JsonSetting | undefined, raw });
}
