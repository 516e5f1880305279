import type { External } from "./external-value.js";

/** How a new version of a service replaces the old one. */
export interface DeploySettings {
  readonly strategy?: DeployStrategy;
  readonly minHealthyPercent?: number;
  readonly maxPercent?: number;
  readonly breaker?: false | BreakerSettings;
  readonly alarms?: RollbackAlarms;
  /** How long both versions run after the requests have moved. */
  readonly bakeMinutes?: number;
  /** Of a linear deployment. */
  readonly steps?: TrafficStep;
  readonly canary?: TrafficStep;
  /** Requests that reach the new version before the others do. */
  readonly test?: TestRequests;
  readonly hooks?: readonly DeployHook[];
  /** Services that must be steady first. */
  readonly after?: readonly string[];
  readonly rebalancing?: boolean;
}

export type DeployStrategy = "rolling" | "blue-green" | "canary" | "linear";

export interface BreakerSettings {
  readonly rollback?: boolean;
  /** Failed tasks that end a roll-out. */
  readonly threshold?: { readonly count: number } | { readonly percent: number };
  /** A healthy task sets the count back to zero. */
  readonly resetOnHealthy?: boolean;
}

export interface TrafficStep {
  readonly percent: number;
  readonly bakeMinutes?: number;
}

export interface TestRequests {
  readonly headers: Readonly<Record<string, readonly string[]>>;
  /** Of its rule, where the route has one. */
  readonly priority?: number;
}

/** Alarms that end a deployment, and whether they bring the old version back. */
export interface RollbackAlarms {
  readonly errorsPercent?: number;
  readonly latencySeconds?: number;
  readonly cpuPercent?: number;
  readonly memoryPercent?: number;
  readonly queueAge?: { readonly queue?: string; readonly maxSeconds: number };
  /** Names of alarms of other owners. */
  readonly others: readonly string[];
  readonly rollback: boolean;
}

export type DeployHook = { readonly stages: readonly HookStage[] } & (
  | { readonly function: External; readonly role?: External }
  | { readonly pauseMinutes: number; readonly onTimeout: "rollback" | "continue" }
);

export type HookStage =
  | "reconcile"
  | "pre-scale-up"
  | "post-scale-up"
  | "test-traffic-shift"
  | "post-test-traffic-shift"
  | "pre-production-traffic-shift"
  | "production-traffic-shift"
  | "post-production-traffic-shift";
