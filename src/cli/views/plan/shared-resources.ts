import { field } from "../fields.js";
import type { Catalogue } from "./catalogue.js";
import { cacheLines, databaseLines } from "./databases.js";
import { fieldSection, type Section } from "./section.js";
import { describeValue } from "./value.js";

/** What holds data. */
export function describeStorage(catalogue: Catalogue): readonly Section[] {
  const kept = (removal: "retain" | "delete"): string =>
    removal === "retain" ? "kept when its stack is deleted" : "deleted with its stack";
  return fieldSection("Storage", undefined, [
    ...field(
      "repositories",
      ...catalogue.of("EcrRepository").map((repository) => {
        const pull =
          repository.pullAccounts.length === 0 ? "" : `, pulled by ${repository.pullAccounts.join(", ")}`;
        return `${repository.repositoryName}: the last ${repository.keepImages} images${pull}, ${kept(repository.removal)}`;
      }),
    ),
    ...field(
      "buckets",
      ...catalogue.of("Bucket").map((bucket) => {
        const days = bucket.lifecycle.find(({ prefix }) => prefix === undefined)?.expireDays;
        const expire = days === undefined ? "" : `, objects expire after ${days} days`;
        return `${bucket.id}: ${bucket.versioning ? "versioned" : "not versioned"}${expire}, ${kept(bucket.removal)}`;
      }),
    ),
    ...field(
      "tables",
      ...catalogue.of("Table").map(({ id, capacity, pointInTimeRecovery, removal }) => {
        const paid =
          capacity === undefined
            ? "paid by request"
            : `${capacity.readUnits} read and ${capacity.writeUnits} write units`;
        return `${id}: ${paid}, ${pointInTimeRecovery ? "backed up continuously" : "not backed up"}, ${kept(removal)}`;
      }),
    ),
    ...field(
      "queues",
      ...catalogue.of("Queue").map(({ id, fifo, deadLetter, removal }) => {
        const retries =
          deadLetter === undefined ? "" : `, set aside after ${deadLetter.maxReceiveCount} receives`;
        return `${id}: ${fifo ? "in order" : "in any order"}${retries}, ${kept(removal)}`;
      }),
    ),
    ...field("keys", ...catalogue.of("KeyAlias").map(({ aliasName }) => aliasName)),
    ...field(
      "file systems",
      ...catalogue.of("FileSystem").map(({ id, backup, removal }) => {
        return `${id}: ${backup ? "backed up daily" : "not backed up"}, ${kept(removal)}`;
      }),
    ),
    ...field("databases", ...databaseLines(catalogue)),
    ...field("caches", ...cacheLines(catalogue)),
    ...field(
      "secrets",
      ...catalogue.of("Secret").map(({ name, removal }) => `${name}: you put the value in, ${kept(removal)}`),
    ),
  ]);
}

/** Who is told of what. */
export function describeNotifications(catalogue: Catalogue): readonly Section[] {
  const shared = catalogue.of("Alarm").filter(({ id }) => !/^(?:service|job)\//.test(id));
  return fieldSection("Monitoring", undefined, [
    ...field("dashboard", ...catalogue.of("Dashboard").map(({ dashboardName }) => dashboardName)),
    ...field("alarms", shared.map(({ id }) => id.slice(id.lastIndexOf("/") + 1)).join(", ")),
    ...field(
      "e-mail to",
      catalogue
        .of("SnsSubscription")
        .flatMap(({ protocol, endpoint }) => (protocol === "email" ? [describeValue(endpoint)] : []))
        .join(", "),
    ),
    ...field("events", ...catalogue.of("EventRule").map(({ description }) => description)),
  ]);
}
