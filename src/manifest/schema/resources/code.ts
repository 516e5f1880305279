import * as z from "zod/mini";
import { external } from "../external.js";
import { about, required } from "../fields.js";
import { phrase } from "../phrase.js";

export const codeRepository: z.ZodMiniObject = z.strictObject(
  {
    type: z.literal("codecommit").register(about, { description: "A CodeCommit repository." }),
    import: required("Its name; it exists already.", external("codeRepository"), "shop-models"),
  },
  { error: phrase("a map", undefined, { unrecognized_keys: "type import" }) },
);

export const codeConnection: z.ZodMiniObject = z.strictObject(
  {
    type: z
      .literal("codeconnection")
      .register(about, { description: "A connection to repositories of GitHub, GitLab or Bitbucket." }),
    import: required(
      "Its ARN; it exists already.",
      external("codeConnection"),
      "arn:aws:codeconnections:eu-west-1:111111111111:connection/1234abcd-12ab-34cd-56ef-1234567890ab",
    ),
  },
  { error: phrase("a map", undefined, { unrecognized_keys: "type import" }) },
);
