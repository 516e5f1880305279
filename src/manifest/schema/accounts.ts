import type { Schema } from "./fields.js";
import { block, define, either, field, list, text } from "./fields.js";
import { accountPattern, regionPattern } from "./patterns.js";
import { adviseQuotes } from "./values.js";

const regionName = (): Schema => text("a region such as eu-west-1", regionPattern);

export const regions: Schema = define(
  "Regions",
  either(
    "a region such as eu-west-1, or a list of them",
    regionName(),
    list(regionName(), "a list with at least one region", 1),
  ),
);

export const account: Schema = text(
  "an account id of twelve digits, in quotes",
  accountPattern,
  adviseQuotes,
);

export const role: Schema = text(
  "the ARN of a role",
  /^arn:aws[a-z-]*:iam::\d{12}:role\/[A-Za-z0-9_+=,.@/-]+$/,
);

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html */
const boundary: Schema = text(
  "the ARN of a policy such as arn:aws:iam::111111111111:policy/boundary",
  /^arn:aws[a-z-]*:iam::(?:\d{12}|aws):policy\/[A-Za-z0-9_+=,.@/-]+$/,
);

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-friendly-names */
const rolePath: Schema = text(
  "a path that begins and ends with a slash, such as /shop/",
  /^(?=.{1,512}$)\/(?:[A-Za-z0-9_+=,.@-]+\/)*$/,
);

export const iam: Schema = define(
  "Iam",
  block({
    permissionsBoundary: field(
      "What no role that is made here can go beyond.",
      boundary,
      "arn:aws:iam::111111111111:policy/boundary",
    ),
    path: field("Path of every role that is made here.", rolePath, "/shop/"),
  }),
);
