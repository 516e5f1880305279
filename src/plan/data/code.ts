import type { CodeConnectionResource, CodeRepositoryResource } from "../../manifest/index.js";
import { external } from "../context.js";
import { arn, join, region } from "../value.js";
import type { CodeConnectionHandle, CodeRepositoryHandle, PlannedResource } from "./handle.js";

export function planCodeRepository({
  import: source,
}: CodeRepositoryResource): PlannedResource<CodeRepositoryHandle> {
  const name = external(source);
  const url = join("https://git-codecommit.", region, ".", { pseudo: "urlSuffix" }, "/v1/repos/", name);
  return { resources: [], handle: { type: "codecommit", name, arn: arn("codecommit", name), url } };
}

export function planCodeConnection({
  import: source,
}: CodeConnectionResource): PlannedResource<CodeConnectionHandle> {
  const isEarlier = source.from === "literal" && source.value.includes(":codestar-connections:");
  const service = isEarlier ? "codestar-connections" : "codeconnections";
  return { resources: [], handle: { type: "codeconnection", service, arn: external(source) } };
}
