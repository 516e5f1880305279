import { flag, parsed } from "../../converters.js";
import type { Kinds } from "../../kind.js";
import { as, inSubject, within } from "../../read.js";
import { policyText } from "./security.js";

export const registry: Kinds = {
  aws_ecr_repository: {
    subject: (get) => `repository ${get("name")}`,
    fields: {
      tags_all: as("tags"),
      name: as("name"),
      encryption_configuration: within({ encryption_type: as("encryption") }),
      image_scanning_configuration: within({ scan_on_push: as("scan on push", flag) }),
      image_tag_mutability: as("tag mutability"),
      force_delete: as("emptied when deleted", flag),
    },
    assumed: { removal: "delete" },
  },
  aws_ecr_lifecycle_policy: {
    subject: (get) => `repository ${get("repository")}`,
    fields: { repository: inSubject(), policy: as("lifecycle policy", parsed) },
  },
  aws_ecr_repository_policy: {
    subject: (get) => `repository ${get("repository")}`,
    fields: { repository: inSubject(), policy: as("policy", policyText) },
  },
};
