import { referencesIn } from "../references.js";
import type { PolicyCondition, PolicyStatement } from "../resources/iam.js";
import { accountId, join, partition, region, type Value } from "../value.js";
import { endpointServices } from "./endpoint-services.js";

/** An endpoint policy must name a principal, and the roles of the tasks say who may do what. */
const anyone: Pick<PolicyStatement, "effect" | "principals"> = {
  effect: "Allow",
  principals: [{ everyone: true }],
};

const ownCredentials: PolicyCondition = {
  operator: "StringEquals",
  key: "aws:PrincipalAccount",
  values: [accountId],
};

/**
 * Only with credentials of this account, so that a task cannot send data away with those of another.
 * https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html
 */
export function interfacePolicy(name: string): readonly PolicyStatement[] {
  return [
    {
      sid: "CredentialsOfThisAccount",
      ...anyone,
      actions: actionsThrough(name),
      resources: ["*"],
      conditions: [ownCredentials],
      reason: "the roles say which actions on which resources; the endpoint keeps foreign credentials out",
    },
  ];
}

/**
 * To what this account owns and to what the roles name of others, and with credentials of this account alone.
 * @param used the statements of the roles of all tasks
 */
export function gatewayPolicy(
  service: "s3" | "dynamodb",
  used: readonly PolicyStatement[],
): readonly PolicyStatement[] {
  const foreign = foreignResources(service, used);
  const own: PolicyStatement = {
    sid: "ResourcesOfThisAccount",
    ...anyone,
    actions: actionsThrough(service),
    resources: ["*"],
    conditions: [
      ownCredentials,
      { operator: "StringEquals", key: "aws:ResourceAccount", values: [accountId] },
    ],
    reason: "the roles say which actions on which resources; the endpoint keeps foreign accounts out",
  };
  return [
    ...(service === "s3" ? [imageLayers] : []),
    own,
    ...(foreign.length === 0
      ? []
      : [
          {
            sid: "ImportedResources",
            ...anyone,
            actions: actionsThrough(service),
            resources: foreign,
            conditions: [ownCredentials],
            reason: "the roles say which actions; the owner of what is imported may be another account",
          },
        ]),
  ];
}

/**
 * ECR sends those who pull to a bucket of its own, with links that it signs itself.
 * https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html#ecr-minimum-s3-perms
 */
const imageLayers: PolicyStatement = {
  sid: "ImageLayers",
  ...anyone,
  actions: ["s3:GetObject"],
  resources: [join("arn:", partition, ":s3:::prod-", region, "-starport-layer-bucket/*")],
};

/** `sqs:` is `sqs:*`, `bedrock:InvokeModel` is `bedrock:InvokeModel*`. */
function actionsThrough(name: string): readonly string[] {
  return (endpointServices[name]?.actions ?? []).map((start) => `${start}*`);
}

/** What the plan makes is of this account; what roles name besides may be anyone's. */
function foreignResources(
  service: "s3" | "dynamodb",
  used: readonly PolicyStatement[],
): readonly Value<string>[] {
  const named = used
    .filter(
      ({ effect, actions }) => effect === "Allow" && actions.some((each) => each.startsWith(`${service}:`)),
    )
    .flatMap(({ resources = [] }) => resources)
    .filter((resource) => resource !== "*" && referencesIn([resource]).length === 0);
  const byText = new Map(named.map((resource) => [JSON.stringify(resource), resource]));
  return [...byText].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, resource]) => resource);
}
