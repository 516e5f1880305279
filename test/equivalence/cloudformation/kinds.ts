import type { Kinds } from "../kind.js";
import { compute } from "./kinds/compute.js";
import { loadBalancing } from "./kinds/load-balancing.js";
import { network } from "./kinds/network.js";
import { observability } from "./kinds/observability.js";
import { scaling } from "./kinds/scaling.js";
import { security } from "./kinds/security.js";
import { storage } from "./kinds/storage.js";

/** Every type that a template holds. */
export const kinds: Kinds = {
  ...compute,
  ...loadBalancing,
  ...network,
  ...observability,
  ...scaling,
  ...security,
  ...storage,
};
