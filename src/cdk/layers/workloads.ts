import type { IRole } from "aws-cdk-lib/aws-iam";
import { type Diagnostic, error, suggest } from "../../diagnostics/index.js";
import type { Raw, RawMap } from "../../manifest/index.js";
import type { Given } from "../given.js";
import type { LongshoreImports } from "../imports.js";

export interface WorkloadNames {
  readonly services: readonly string[];
  readonly jobs: readonly string[];
}

/** Repositories and roles by service or job, which share one set of names. */
export function layWorkloads(
  { repositories = {}, taskRoles = {} }: LongshoreImports,
  given: Given,
  known: WorkloadNames,
  diagnostics: Diagnostic[],
): Readonly<Record<"services" | "jobs", RawMap | undefined>> {
  const laid: Record<"services" | "jobs", Record<string, Record<string, Raw>>> = { services: {}, jobs: {} };
  const lay = (place: string, name: string, field: string, value: Raw): void => {
    const group = (["services", "jobs"] as const).find((each) => known[each].includes(name));
    if (group !== undefined) laid[group][name] = { ...laid[group][name], [field]: value };
    else diagnostics.push(unknownName(`imports.${place}.${name}`, name, [...known.services, ...known.jobs]));
  };
  for (const [name, repository] of Object.entries(repositories)) {
    const uri = given.refer(
      `Import-${name}-Repository`,
      repository.repositoryUri,
      `Repository of the images of ${name}`,
    );
    // The tag stays that of the manifest.
    lay("repositories", name, "image", { build: null, digest: null, repository: uri });
  }
  for (const [name, role] of Object.entries(taskRoles)) {
    const arn = given.refer(`Import-${name}-TaskRole`, role.roleArn, `Role of the code of ${name}`);
    if (isImmutable(role)) diagnostics.push(immutable(name));
    lay("taskRoles", name, "taskRole", arn);
  }
  return { services: unlessEmpty(laid.services), jobs: unlessEmpty(laid.jobs) };
}

function unlessEmpty(map: RawMap): RawMap | undefined {
  return Object.keys(map).length === 0 ? undefined : map;
}

function unknownName(place: string, name: string, known: readonly string[]): Diagnostic {
  const meant = suggest(name, known);
  return error("unknown-service", "", `${place} names neither a service nor a job of the manifest`, {
    hint: meant === undefined ? `there are ${known.join(", ")}` : `did you mean "${meant}"?`,
  });
}

function immutable(name: string): Diagnostic {
  return {
    code: "grant-ignored",
    severity: "warning",
    path: "",
    message: `imports.taskRoles.${name} cannot be changed, so that grants to "${name}" do nothing`,
    reason: "CDK takes a grant to a role imported with mutable: false and adds no policy for it",
    hint: "import it without mutable: false, or give the role its permissions where it is made",
  };
}

/** CDK does not export the class, whose name some versions number. */
function isImmutable(role: IRole): boolean {
  return /^ImmutableRole/.test(role.constructor.name);
}
