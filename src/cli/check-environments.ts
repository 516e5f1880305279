import type { Decision } from "../compose/index.js";
import { type Diagnostic, type SourceSpan, sortDiagnostics } from "../diagnostics/index.js";
import { exampleName } from "../manifest/index.js";
import type { Plan, ResourceKind } from "../plan/index.js";
import type { LoadedManifest, ReadInput } from "./loaded-manifest.js";
import { planManifest } from "./planning.js";

/** A diagnostic and the environments in which it was found; none where the manifest declares none. */
export interface Finding {
  readonly diagnostic: Diagnostic;
  readonly environments: readonly string[];
}

export interface CheckedManifest {
  readonly findings: readonly Finding[];
  /** Those that were checked. */
  readonly environments: readonly string[];
  /** Number of services in each environment that can be planned. */
  readonly serviceCounts: readonly number[];
  /** Number of jobs in each of them. */
  readonly jobCounts: readonly number[];
  /** What was decided of compose files, each once. */
  readonly decisions: readonly Decision[];
  readonly secrets: readonly SourceSpan[];
}

/** Plans the manifest for the environment that is asked for, else for every one that it declares. */
export function checkEnvironments(loaded: LoadedManifest, wanted: string | undefined): CheckedManifest {
  const checks = parseAll(loaded, wanted);
  const findings = new Map<string, { readonly diagnostic: Diagnostic; readonly environments: string[] }>();
  const serviceCounts: number[] = [];
  const jobCounts: number[] = [];
  for (const { environment, parsed } of checks) {
    const planned = planManifest(parsed, loaded.file);
    for (const diagnostic of planned.diagnostics) {
      const key = JSON.stringify(diagnostic);
      const known = findings.get(key) ?? { diagnostic, environments: [] };
      if (environment !== undefined && !known.environments.includes(environment)) {
        known.environments.push(environment);
      }
      findings.set(key, known);
    }
    if (!planned.ok) continue;
    serviceCounts.push(count(planned.value, "EcsService"));
    jobCounts.push(count(planned.value, "StateMachine"));
  }
  const environments = [...new Set(checks.flatMap(({ environment }) => environment ?? []))];
  return {
    findings: inReadingOrder([...findings.values()]),
    environments,
    serviceCounts,
    jobCounts,
    decisions: once(checks.flatMap(({ parsed }) => parsed.decisions)),
    secrets: checks.flatMap(({ parsed }) => parsed.secrets),
  };
}

interface Check {
  readonly environment: string | undefined;
  readonly parsed: ReadInput;
}

function parseAll(loaded: LoadedManifest, wanted: string | undefined): readonly Check[] {
  const parsed = loaded.parse(wanted);
  if (wanted !== undefined || parsed.environments.length === 0) return inEachRegion(loaded, wanted);
  return parsed.environments.flatMap((declared) => inEachRegion(loaded, exampleName(declared)));
}

function inEachRegion(loaded: LoadedManifest, environment: string | undefined): readonly Check[] {
  const first = loaded.parse(environment);
  const others = first.regions.slice(1).map((region) => loaded.parse(environment, region));
  return [first, ...others].map((parsed) => ({ environment, parsed }));
}

function once(decisions: readonly Decision[]): readonly Decision[] {
  return [...new Map(decisions.map((each) => [JSON.stringify(each), each])).values()];
}

/** Each diagnostic once, with the environments it is about added where it is not about all. */
export function diagnosticsOf({ findings, environments }: CheckedManifest): readonly Diagnostic[] {
  return findings.map(({ diagnostic, environments: found }) => {
    if (found.length === environments.length) return diagnostic;
    return { ...diagnostic, message: `${diagnostic.message} (in ${found.join(", ")})` };
  });
}

function inReadingOrder(findings: readonly Finding[]): readonly Finding[] {
  const byDiagnostic = new Map(findings.map((finding) => [finding.diagnostic, finding]));
  return sortDiagnostics([...byDiagnostic.keys()]).flatMap(
    (diagnostic) => byDiagnostic.get(diagnostic) ?? [],
  );
}

function count({ stacks }: Plan, wanted: ResourceKind): number {
  return stacks.flatMap(({ resources }) => resources).filter(({ kind }) => kind === wanted).length;
}
