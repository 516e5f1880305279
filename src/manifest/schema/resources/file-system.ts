import * as z from "zod/mini";
import { external } from "../external.js";
import { about, block, field, flag, required } from "../fields.js";
import { phrase } from "../phrase.js";
import { encryption } from "./imported.js";

export const fileSystem: z.ZodMiniObject = z.strictObject(
  {
    type: z.literal("efs").register(about, { description: "An EFS file system." }),
    import: field(
      "A file system that exists already.",
      block({
        fileSystem: required("Its id.", external("fileSystem"), "fs-0a1b2c3d4e5f60718"),
        securityGroup: required("Security group of its mount targets.", external("securityGroup")),
        addRules: field("Add rules to the security group, so that services may connect.", flag()),
      }),
    ),
    encryption: encryption("aws", "the files"),
  },
  { error: phrase("a map", undefined, { unrecognized_keys: "type import encryption" }) },
);
