import { suggest } from "../../diagnostics/index.js";
import type { AccessVerb } from "../../manifest/index.js";
import type { ResolveContext } from "../context.js";
import type { DataHandle } from "../data/handle.js";
import type { DataPart } from "../data/plan-data.js";
import type { PolicyStatement } from "../resources/iam.js";
import type { Found } from "./found.js";
import { accessTypes, type Grant, type GrantedType, listVerbs } from "./grants.js";
import type { Invokable } from "./invokable.js";
import { conditionsOf, targetArns } from "./targets.js";

/** What `access` may name. */
export interface Reach {
  readonly data: DataPart;
  readonly invokable: Invokable;
}

/** What is asked for, and whose manifest path asks. */
export interface Asked {
  /** `services.api` or `jobs.nightly`. */
  readonly origin: string;
  /** Of a resource or a job. */
  readonly name: string;
  readonly verb: AccessVerb;
}

/** The statements behind `access: { <name>: <verb> }`. */
export function planAccess(context: ResolveContext, asked: Asked, reach: Reach): readonly PolicyStatement[] {
  const found = find(reach, asked.name);
  if (found === undefined) {
    reportUnknown(context, asked, reach);
    return [];
  }
  if (found.type === undefined) {
    reportNoGrants(context, asked, found.handle);
    return [];
  }
  const grants = accessTypes[found.type].verbs[asked.verb];
  if (grants === undefined) {
    reportVerb(context, asked, found.type);
    return [];
  }
  return grants.flatMap((grant) => statementOf(asked, found, grant));
}

function find(
  { data, invokable }: Reach,
  name: string,
): Found | { readonly type?: undefined; readonly handle: DataHandle } | undefined {
  const handle = data.handles.get(name);
  if (handle === undefined) {
    const job = invokable.get(name);
    return job && { type: "job", arn: job.arn, job };
  }
  switch (handle.type) {
    case "efs":
    case "postgres":
    case "redis":
      return { handle };
    case "secret":
      return { type: handle.type, arn: handle.arnPattern ?? handle.arn, handle };
    default:
      return { type: handle.type, arn: handle.arn, handle };
  }
}

const verbNames: Readonly<Record<AccessVerb, string>> = {
  read: "Read",
  write: "Write",
  "read-write": "ReadWrite",
  invoke: "Invoke",
  send: "Send",
  consume: "Consume",
};

function statementOf(asked: Asked, found: Found, grant: Grant): readonly PolicyStatement[] {
  const resources = targetArns(found, grant.on);
  if (resources.length === 0) return [];
  const conditions = conditionsOf(found, grant.on);
  return [
    {
      sid: `${verbNames[asked.verb]}${asked.name.replaceAll("-", "")}${grant.sid ?? ""}`,
      effect: "Allow",
      actions: actionsOf(found, grant),
      resources,
      ...(conditions.length > 0 && { conditions }),
    },
  ];
}

/** The actions of a connection have the prefix of its ARN. https://docs.aws.amazon.com/dtconsole/latest/userguide/rename.html */
function actionsOf({ handle }: Found, { on, actions }: Grant): readonly string[] {
  if (on !== "connection" || handle?.type !== "codeconnection") return actions;
  return actions.map((action) => `${handle.service}:${action}`);
}

function reportUnknown(context: ResolveContext, asked: Asked, { data, invokable }: Reach): void {
  const words = ["bedrock", "logs", "parameters", "policy"];
  const suggestion = suggest(asked.name, [...words, ...data.handles.keys(), ...invokable.keys()]);
  context.report({
    code: "access-unknown",
    severity: "error",
    path: `${asked.origin}.access.${asked.name}`,
    message: `${asked.origin} asks for access to "${asked.name}", which is not a resource of the manifest`,
    hint: suggestion === undefined ? `add resources.${asked.name}` : `did you mean "${suggestion}"?`,
  });
}

function reportNoGrants(context: ResolveContext, { origin, name }: Asked, { type }: DataHandle): void {
  const isFileSystem = type === "efs";
  context.report({
    code: "access-unknown",
    severity: "error",
    path: `${origin}.access.${name}`,
    message: isFileSystem
      ? `access to ${name}, a file system, comes with mounting it`
      : `access to ${name}, a ${type} database, is not given by IAM`,
    hint: isFileSystem
      ? `use volumes: { data: { efs: ${name}, path: /data } }`
      : `use connects: [${name}], and a secret for its password`,
  });
}

function reportVerb(context: ResolveContext, { origin, name, verb }: Asked, type: GrantedType): void {
  const described = accessTypes[type];
  const verbs = listVerbs(described);
  context.report({
    code: "access-verb",
    severity: "error",
    path: `${origin}.access.${name}`,
    message: `${name} is ${described.what}: ${verbs}`,
    reason: `${described.what} has no access "${verb}"`,
    hint: `write ${name}: ${verbs}`,
  });
}
