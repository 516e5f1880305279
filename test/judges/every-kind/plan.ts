import type { Plan } from "../../../src/plan/plan.js";
import { dataStack } from "./data.js";
import { databaseStack } from "./databases.js";
import { ingressStack } from "./ingress.js";
import { jobStack } from "./job.js";
import { messagingStack } from "./messaging.js";
import { networkStack } from "./network.js";
import { networkServiceStack } from "./network-service.js";
import { platformStack } from "./platform.js";
import { serviceStack } from "./service.js";

/** A plan made by hand that holds every kind of resource and every form of value, to be judged as a whole. */
export const everyKindPlan: Plan = {
  formatVersion: 1,
  application: "shop",
  environment: "dev",
  prefix: "shop-dev",
  images: [],
  stacks: [
    networkStack,
    platformStack,
    dataStack,
    databaseStack,
    messagingStack,
    serviceStack,
    networkServiceStack,
    jobStack,
    ingressStack,
  ],
};
