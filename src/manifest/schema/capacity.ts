import type { Schema } from "./fields.js";
import { block, define, either, field, oneOf, whole } from "./fields.js";

const share: Schema = define(
  "CapacityShare",
  either(
    "a weight from 0 to 1000, or a map of base and weight",
    whole(0, 1000),
    block({
      base: field("Tasks placed here before the weights apply; one provider only.", whole(0, 100000)),
      weight: field("Share of the tasks beyond the base; 0 when left out.", whole(0, 1000)),
    }),
  ),
);

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CapacityProviderStrategyItem.html */
export const capacity: Schema = define(
  "Capacity",
  either(
    "spot, on-demand, or a map of FARGATE and FARGATE_SPOT to weights",
    oneOf("spot", "on-demand"),
    block({
      FARGATE: field("On-demand tasks.", share, 1, { base: 1, weight: 1 }),
      FARGATE_SPOT: field("Tasks at the Spot price, which AWS may stop with two minutes' notice.", share, 3),
    }),
  ),
);
