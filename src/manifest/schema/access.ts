import type { Schema } from "./fields.js";
import { block, define, either, field, list, oneOf, openBlock, required, text } from "./fields.js";
import { actionPattern, resourceArnPattern, ssmPathPattern } from "./patterns.js";

const statement: Schema = define(
  "AccessStatement",
  block({
    actions: required(
      "IAM actions; neither * nor all of a service.",
      list(
        text("an IAM action such as sqs:SendMessage", actionPattern, adviseAction),
        "a list of IAM actions",
        1,
      ),
      ["sqs:SendMessage"],
    ),
    resources: required(
      "ARNs that the actions apply to.",
      list(text("an ARN", resourceArnPattern), "a list of ARNs", 1),
      ["arn:aws:sqs:eu-west-1:111111111111:jobs"],
    ),
    reason: field("Why the service needs it.", text("a text", /\S/)),
  }),
);

const bedrock: Schema = define(
  "BedrockAccess",
  either(
    "invoke, or a map of models and agents",
    oneOf("invoke"),
    block({
      models: field(
        "Ids of foundation models or inference profiles.",
        list(text("a model id", /^[A-Za-z0-9.:*_-]+$/), "a list of model ids", 1),
      ),
      agents: field(
        "Agents as AGENTID/ALIASID.",
        list(
          text("an agent and its alias such as AGENT12345/ALIAS12345", /^(?:\*|[A-Z0-9*]+\/[A-Z0-9*]+)$/),
          "a list of agents",
          1,
        ),
      ),
    }),
  ),
);

const ssmPathOrPrefix = new RegExp(`${ssmPathPattern.source.slice(0, -1)}(?:/\\*)?$`);
const parameterPath = (): Schema => text("an SSM path such as /shop/*", ssmPathOrPrefix);

/** Least privilege by verbs. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html */
export const access: Schema = define(
  "Access",
  openBlock(
    {
      bedrock: field("Invoke models and agents of Amazon Bedrock.", bedrock, "invoke"),
      logs: field("Write to the service's own log group through the API.", oneOf("write")),
      parameters: field(
        "SSM parameters that the service reads itself.",
        list(parameterPath(), "a list of SSM paths"),
        ["/shop/*"],
      ),
      policy: field(
        "Statements in the words of IAM, for what has no verb.",
        list(statement, "a list of statements"),
      ),
    },
    required(
      "What the service may do with the resource, or the job, of this name.",
      oneOf("read", "write", "read-write", "invoke", "send", "consume"),
    ),
    "a map of resource names to read, write, read-write, send, consume or invoke",
  ),
);

function adviseAction(input: unknown): string | undefined {
  if (typeof input !== "string" || !(input === "*" || input.endsWith(":*"))) return undefined;
  return "name the actions that the service calls: a wildcard grants what AWS adds tomorrow";
}
