import type { JsonObject } from "../../src/cloudformation/index.js";
import type { Plan } from "../../src/plan/index.js";
import { planOf, resourceOf } from "./plan-of.js";

const manifest = (jobs: string, more = ""): string =>
  `application: shop\nregion: eu-west-1\n${more}services:\n  api: { image: nginx, port: 8080, kind: backend }\njobs:\n${jobs}`;
/** The plan of a service `api` and these jobs. */
export const planJobs: (jobs: string, more?: string) => Plan = (jobs: string, more?: string): Plan =>
  planOf(manifest(jobs, more));

export const plain: string =
  "  nightly: { image: nginx, command: [run], connects: [api], timeout: 15m, retries: 2 }\n";
export const work: string =
  "resources: { Work: { type: s3 }, Results: { type: s3, import: shop-results } }\n";
export const fleet: string = `  fleet:
    image: nginx
    parallel: { over: "s3://\${resources.Work.name}/a/items.csv", max: 200, tolerate: 1 %, results: "s3://\${resources.Results.name}/runs/" }
`;
/** With every value that only AWS knows replaced by a text. */
export function definitionOf(plan: Plan, job: string): JsonObject {
  const { definition } = resourceOf(plan, "StateMachine", `job/${job}/state-machine`);
  const text = JSON.stringify(definition, (_key, value: unknown) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
    if ("join" in value) return (value.join as readonly unknown[]).map((part) => plainText(part)).join("");
    return "ref" in value || "import" in value ? plainText(value) : value;
  });
  return JSON.parse(text) as JsonObject;
}

function plainText(value: unknown): string {
  return typeof value === "string" ? value : "aws";
}

/** What each statement of a role allows, by its Sid. */
export function statementsOf(
  plan: Plan,
  id: string,
): ReadonlyMap<string, { actions: unknown; resources: unknown }> {
  const statements = resourceOf(plan, "IamRole", id).policies.flatMap((policy) => policy.statements);
  return new Map(
    statements.map(({ sid, actions, resources = [] }) => [
      sid,
      { actions, resources: resources.map((each) => JSON.parse(textOf(each)) as unknown) },
    ]),
  );
}

/** JSON with every join as one text. */
export function textOf(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner) && "join" in inner
      ? (inner.join as readonly unknown[])
          .map((part) => (typeof part === "string" ? part : `<${Object.values(part as object).join(" ")}>`))
          .join("")
      : inner,
  );
}
