import type { Kinds } from "../kind.js";
import { buckets } from "./kinds/buckets.js";
import { compute } from "./kinds/compute.js";
import { data } from "./kinds/data.js";
import { databases } from "./kinds/databases.js";
import { loadBalancing } from "./kinds/load-balancing.js";
import { network } from "./kinds/network.js";
import { observability } from "./kinds/observability.js";
import { orchestration } from "./kinds/orchestration.js";
import { registry } from "./kinds/registry.js";
import { scaling } from "./kinds/scaling.js";
import { security } from "./kinds/security.js";
import { storage } from "./kinds/storage.js";

/** Every type that a module holds. */
export const kinds: Kinds = {
  ...buckets,
  ...compute,
  ...databases,
  ...data,
  ...loadBalancing,
  ...network,
  ...observability,
  ...orchestration,
  ...registry,
  ...scaling,
  ...security,
  ...storage,
};
