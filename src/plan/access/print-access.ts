import type { AccessVerb } from "../../manifest/index.js";
import { type AccessType, accessTypes, type Grant, type GrantedType } from "./grants.js";

/** `docs/access.md`: every verb of every type, what it allows and on what. */
export function printAccess(): string {
  const types = Object.entries(accessTypes) as [GrantedType, AccessType][];
  return [introduction, ...types.map(([type, described]) => printType(type, described)), rest].join("\n");
}

const introduction = `# Access

What the code of a service or job may do in AWS: \`access\` names resources and jobs of the manifest, and a verb for each.

\`\`\`yaml
services:
  api:
    access: { Orders: read-write, Jobs: send, Files: read, nightly: invoke }
\`\`\`

Each verb becomes the actions below, on exactly the ARNs that they need. Where a KMS key encrypts what is accessed, the key
comes with it, but only for requests that go through the service (\`kms:ViaService\`); for what is imported, \`key\` says which
key that is. AWS's own keys need no permission. What a type cannot do is an error that names what it can.

Databases, caches and file systems are no part of this: they are reached over the network (\`connects\`, \`volumes\`).

This page is written from the table that the statements are made of.
`;

function printType(type: GrantedType, { what, page, via, verbs, narrower }: AccessType): string {
  const heading = type === "job" ? "A job" : `\`${type}\`: ${what}`;
  const rows = (Object.keys(verbs) as AccessVerb[]).flatMap((verb) =>
    (verbs[verb] ?? []).map((grant, index) => printRow(index === 0 ? `\`${verb}\`` : "", grant, via)),
  );
  return [
    `## ${heading}`,
    "",
    "| verb | actions | on |",
    "| --- | --- | --- |",
    ...rows,
    "",
    ...(narrower === undefined ? [] : [`${sentence(narrower)}`, ""]),
    `[Actions of AWS](${page})`,
    "",
  ].join("\n");
}

function printRow(verb: string, { on, actions }: Grant, via: string | undefined): string {
  const through = on === "key" && via !== undefined ? `, through ${via}` : "";
  return `| ${verb} | ${actions.map((action) => `\`${action}\``).join(" ")} | ${targets[on]}${through} |`;
}

const targets: Readonly<Record<Grant["on"], string>> = {
  resource: "its ARN",
  objects: "its ARN, then `/*`",
  indexes: "each of its indexes, `/index/<name>`; `/index/*` of a table that is imported",
  key: "the KMS key that encrypts it",
  executions: "the runs of its state machine",
  connection: "its ARN, for reading at the provider",
};

function sentence(text: string): string {
  const coded = text.replaceAll(/[a-z0-9-]+:[A-Z][A-Za-z]+\*?/g, (action) => `\`${action}\``);
  return `${coded.charAt(0).toUpperCase()}${coded.slice(1)}.`;
}

const rest = `## What has no resource

| key | actions | on |
| --- | --- | --- |
| \`bedrock\` | \`bedrock:InvokeModel\` \`bedrock:InvokeModelWithResponseStream\` \`bedrock:InvokeAgent\` | the models and agents that are named, or all |
| \`logs: write\` | \`logs:CreateLogStream\` \`logs:PutLogEvents\` | its own log group |
| \`parameters\` | \`ssm:GetParameter\` \`ssm:GetParameters\` \`ssm:GetParametersByPath\` | the SSM paths that are named |
| \`policy\` | what you write | what you write; a wildcard needs a \`reason\` |

## Names

A bucket, a table and a queue are named by what deploys them, because AWS replaces one by making the new one first, and a
name that is taken would stop it. CloudFormation makes the name of stack and logical id. Terraform makes it of
\`<prefix>-<name>-\`; only a table is \`<prefix>-<name>\` there, since the provider has no prefix for tables. A topic is
\`<prefix>-<name>\`: it holds nothing, and policies must know its ARN before it exists. A secret is \`<prefix>/<name>\` and a key
has the alias \`alias/<prefix>-<name>\`. \`\${resources.<name>.name}\` is the name in every case.
`;
