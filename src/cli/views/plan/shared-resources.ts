import { field } from "../fields.js";
import type { Catalogue } from "./catalogue.js";
import { fieldSection, type Section } from "./section.js";

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
        const expire =
          bucket.expireDays === undefined ? "" : `, objects expire after ${bucket.expireDays} days`;
        return `${bucket.id}: ${bucket.versioning ? "versioned" : "not versioned"}${expire}, ${kept(bucket.removal)}`;
      }),
    ),
    ...field(
      "file systems",
      ...catalogue.of("FileSystem").map(({ id, backup, removal }) => {
        return `${id}: ${backup ? "backed up daily" : "not backed up"}, ${kept(removal)}`;
      }),
    ),
    ...field(
      "secrets",
      ...catalogue.of("Secret").map(({ name, removal }) => `${name}: you put the value in, ${kept(removal)}`),
    ),
  ]);
}

/** Who is told of what. */
export function describeNotifications(catalogue: Catalogue): readonly Section[] {
  const shared = catalogue.of("Alarm").filter(({ id }) => !id.startsWith("service/"));
  return fieldSection("Monitoring", undefined, [
    ...field("dashboard", ...catalogue.of("Dashboard").map(({ dashboardName }) => dashboardName)),
    ...field("alarms", shared.map(({ id }) => id.slice(id.lastIndexOf("/") + 1)).join(", ")),
    ...field(
      "e-mail to",
      catalogue
        .of("SnsSubscription")
        .map(({ endpoint }) => endpoint)
        .join(", "),
    ),
    ...field("events", ...catalogue.of("EventRule").map(({ description }) => description)),
  ]);
}
