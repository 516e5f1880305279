import type { Removal } from "../plan/resources/base.js";
import { type Block, block } from "./hcl/tree.js";

/**
 * CloudFormation leaves behind what it is told to retain; Terraform refuses to destroy it.
 * https://developer.hashicorp.com/terraform/language/meta-arguments/lifecycle
 */
export function keptBlocks(removal: Removal): readonly Block[] {
  return removal === "retain" ? [kept] : [];
}

const kept: Block = {
  ...block("lifecycle", { prevent_destroy: true }),
  comment: "What is in it is kept: take this out before it may be destroyed.",
};
