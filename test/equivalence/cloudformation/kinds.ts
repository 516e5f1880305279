import type { Kinds } from "../kind.js";
import { compute } from "./kinds/compute.js";
import { data } from "./kinds/data.js";
import { databases } from "./kinds/databases.js";
import { loadBalancing } from "./kinds/load-balancing.js";
import { network } from "./kinds/network.js";
import { observability } from "./kinds/observability.js";
import { orchestration } from "./kinds/orchestration.js";
import { scaling } from "./kinds/scaling.js";
import { security } from "./kinds/security.js";
import { storage } from "./kinds/storage.js";

/** Every type that a template holds. */
export const kinds: Kinds = {
  ...compute,
  ...databases,
  ...data,
  ...loadBalancing,
  ...network,
  ...observability,
  ...orchestration,
  ...scaling,
  ...security,
  ...storage,
};
