import type { PolicyCondition } from "../resources/iam.js";
import { arn, join, region, type Value } from "../value.js";
import type { Found } from "./found.js";
import { accessTypes, type GrantTarget } from "./grants.js";

/** The ARNs that a grant is for; none where there is no such thing, as the key of what AWS's own key encrypts. */
export function targetArns(found: Found, on: GrantTarget): readonly Value<string>[] {
  switch (on) {
    case "resource":
    case "connection":
      return [found.arn];
    case "objects":
      return [join(found.arn, "/*")];
    case "indexes":
      return indexArns(found);
    case "key": {
      const key = keyOf(found);
      return key === undefined ? [] : [key];
    }
    case "executions":
      return found.job === undefined ? [] : [arn("states", join("execution:", found.job.name, ":*"))];
  }
}

export function conditionsOf({ type, handle }: Found, on: GrantTarget): readonly PolicyCondition[] {
  const { via } = accessTypes[type];
  if (on === "key" && via !== undefined) return [viaService(via)];
  if (on !== "connection" || handle?.type !== "codeconnection") return [];
  return [
    {
      operator: "StringEquals",
      key: `${handle.service}:ProviderPermissionsRequired`,
      values: ["read_only"],
    },
  ];
}

/** Only for requests that come through the service. https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-via-service */
export function viaService(service: string): PolicyCondition {
  return {
    operator: "StringEquals",
    key: "kms:ViaService",
    values: [join(`${service}.`, region, ".", { pseudo: "urlSuffix" })],
  };
}

/** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/security_iam_service-with-iam.html */
function indexArns({ arn: table, handle }: Found): readonly Value<string>[] {
  if (handle?.type !== "dynamodb") return [];
  if (handle.indexes === "unknown") return [join(table, "/index/*")];
  return handle.indexes.map((name) => join(table, `/index/${name}`));
}

function keyOf({ handle }: Found): Value<string> | undefined {
  return handle !== undefined && "key" in handle ? handle.key : undefined;
}
