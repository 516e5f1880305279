import type { ContainerHealth, TaskSettings } from "../../manifest/index.js";

/** What the planner settles alike about a service and a job before it plans any. */
export interface Workload {
  /** Services and jobs share one name space. */
  readonly name: string;
  /** Start of every id, `service/api` or `job/nightly`. */
  readonly id: string;
  /** Manifest path, `services.api` or `jobs.nightly`. */
  readonly origin: string;
  /** The tag that says whose a resource is. */
  readonly owner: { readonly service: string } | { readonly job: string };
  readonly settings: TaskSettings;
  /** What the own container listens on; none for a job. */
  readonly ports: readonly ServicePort[];
  /** What a sidecar listens on, where that is more than its own port. */
  readonly sidecarPorts?: (name: string) => readonly ServicePort[];
  /** Where the manifest writes them. */
  readonly portsOrigin: string;
  /** How ECS itself checks the own container. */
  readonly health?: ContainerHealth;
  /** The services that this one connects to, by name in order. */
  readonly callees: readonly string[];
  /** Whether a proxy of Service Connect shares the task's CPU and memory. */
  readonly proxied?: boolean;
  /** Whether a shell may be opened in the tasks. */
  readonly exec: boolean;
}

export interface ServicePort {
  readonly port: number;
  readonly protocol: "tcp" | "udp";
  /** By which `connects` may name it. */
  readonly name?: string;
  /** What the container speaks there, where the manifest says so. */
  readonly app?: "http" | "http2" | "grpc";
}
