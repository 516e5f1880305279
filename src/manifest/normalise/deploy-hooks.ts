import { suggest } from "../../diagnostics/index.js";
import type { DeployHook, HookStage } from "../deploy-settings.js";
import type { WrittenDeployHook } from "../written.generated.js";
import { wholeMinutes } from "./duration.js";
import { external, maybeExternal } from "./external.js";
import { present } from "./present.js";
import type { Reading } from "./reading.js";

/** In the order in which a deployment goes through them. */
const stages: readonly HookStage[] = [
  "reconcile",
  "pre-scale-up",
  "post-scale-up",
  "test-traffic-shift",
  "post-test-traffic-shift",
  "pre-production-traffic-shift",
  "production-traffic-shift",
  "post-production-traffic-shift",
];
const withoutHooks = ["scale-up", "bake-time", "clean-up"];
/** ECS decides there itself how long it waits. */
const withoutPause: readonly HookStage[] = ["test-traffic-shift", "production-traffic-shift"];
const fourteenDays = 20_160;

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-lifecycle-hooks.html */
export function deployHooks(
  reading: Reading,
  path: string,
  written: readonly WrittenDeployHook[],
): readonly DeployHook[] {
  return written.flatMap((each, index) => deployHook(reading, `${path}[${index}]`, each) ?? []);
}

function deployHook(reading: Reading, path: string, written: WrittenDeployHook): DeployHook | undefined {
  const names = typeof written.stage === "string" ? [written.stage] : written.stage;
  const read = [...new Set(names)].flatMap((name) => stageOf(reading, `${path}.stage`, name) ?? []);
  const { function: target, pause } = written;
  if ((target === undefined) === (pause === undefined)) {
    return reading.fail("invalid-value", path, `${path} must either call a function or pause`, {
      hint: "write one of function and pause",
    });
  }
  if (target !== undefined) {
    if (written.onTimeout !== undefined) {
      reading.fail("invalid-value", `${path}.onTimeout`, `${path}.onTimeout is only of a pause`, {
        reason: "a function that does not answer in time fails the deployment",
      });
    }
    const called = external(reading, `${path}.function`, target, "function");
    const role = maybeExternal(reading, `${path}.role`, written.role, "role");
    return called && { stages: read, ...present({ function: called, role }) };
  }
  return pauseHook(reading, path, written, read);
}

function pauseHook(
  reading: Reading,
  path: string,
  { pause, role, onTimeout = "rollback" }: WrittenDeployHook,
  read: readonly HookStage[],
): DeployHook | undefined {
  const wrong = read.find((stage) => withoutPause.includes(stage));
  if (wrong !== undefined) {
    reading.fail("invalid-value", `${path}.stage`, `${path} cannot pause at ${wrong}`, {
      reason: "requests are on the move there",
      hint: `pause at ${wrong === "test-traffic-shift" ? "post-test-traffic-shift" : "pre-production-traffic-shift"}`,
    });
  }
  if (role !== undefined) {
    reading.fail("invalid-value", `${path}.role`, `${path}.role is only of a function`);
  }
  const pauseMinutes = wholeMinutes(reading, `${path}.pause`, pause, 1, fourteenDays);
  return pauseMinutes === undefined ? undefined : { stages: read, pauseMinutes, onTimeout };
}

function stageOf(reading: Reading, path: string, name: string): HookStage | undefined {
  const known = stages.find((stage) => stage === name);
  if (known !== undefined) return known;
  if (withoutHooks.includes(name)) {
    return reading.fail("invalid-value", path, `${path}: ${name} takes no hooks`, {
      reason: "ECS is at work in that stage by itself",
      hint: `the stages with hooks are ${stages.join(", ")}`,
    });
  }
  const meant = suggest(name, stages);
  return reading.fail("invalid-value", path, `${path}: a deployment has no stage "${name}"`, {
    hint: meant === undefined ? `the stages are ${stages.join(", ")}` : `did you mean "${meant}"?`,
  });
}
