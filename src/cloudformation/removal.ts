import type { Removal } from "../plan/resources/base.js";
import type { ResourceBody } from "./template.js";

/**
 * What is kept is still removed when its very creation is rolled back: nothing is in it yet, and its name would be
 * taken at the next attempt.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-deletionpolicy.html
 */
export function renderRemoval(
  removal: Removal,
): Pick<ResourceBody, "DeletionPolicy" | "UpdateReplacePolicy"> {
  return removal === "retain"
    ? { DeletionPolicy: "RetainExceptOnCreate", UpdateReplacePolicy: "Retain" }
    : { DeletionPolicy: "Delete", UpdateReplacePolicy: "Delete" };
}
