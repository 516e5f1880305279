import type { Diagnostic } from "../diagnostics/index.js";
import { error, joinPath } from "../diagnostics/index.js";
import { withinContainer } from "./container-path.js";

interface Refusal {
  readonly reason: string;
  readonly hint: string;
}

const noHost: Refusal = {
  reason: "Fargate shares neither a host nor its kernel with a task",
  hint: "find a way without it, or run this container on EC2",
};
const ownNetwork: Refusal = {
  reason: "a task has a network interface of its own, with the DNS of its VPC",
  hint: "put the names into a private zone of Route 53",
};

/** What ECS knows and Fargate does not take. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html */
const refusals: Readonly<Record<string, Refusal>> = {
  privileged: noHost,
  devices: noHost,
  gpu: { reason: "Fargate has no GPUs", hint: "run this container on EC2" },
  ipc: noHost,
  ipcMode: noHost,
  securityOptions: noHost,
  dockerSecurityOptions: noHost,
  swap: noHost,
  maxSwap: noHost,
  swappiness: noHost,
  shm: {
    reason: "Fargate does not take the size of /dev/shm",
    hint: "tell the program to use another folder, and mount that one under tmpfs",
  },
  shmSize: {
    reason: "Fargate does not take the size of /dev/shm",
    hint: "tell the program to use another folder, and mount that one under tmpfs",
  },
  links: { reason: "the containers of a task reach each other at localhost", hint: "connect to localhost" },
  hostname: { reason: "a task has the name of its network interface", hint: "leave it out" },
  dns: ownNetwork,
  dnsServers: ownNetwork,
  dnsSearchDomains: ownNetwork,
  extraHosts: ownNetwork,
  sharedMemorySize: {
    reason: "Fargate does not take the size of /dev/shm",
    hint: "tell the program to use another folder, and mount that one under tmpfs",
  },
};

const otherUlimits: ReadonlySet<string> = new Set([
  ...["core", "cpu", "data", "fsize", "locks", "memlock", "msgqueue", "nice", "nproc", "rss", "rtprio"],
  ...["rttime", "sigpending", "stack"],
]);

/** Why there is no such setting of a container, for those that ECS has elsewhere. */
export function refusedOnFargate(path: readonly (string | number)[]): Diagnostic | undefined {
  const [place, name, ...rest] = withinContainer(path);
  if (rest.length > 0 || typeof place !== "string") return undefined;
  if (place === "ulimits" && typeof name === "string" && otherUlimits.has(name)) {
    return refuse(path, name, {
      reason: "Fargate sets the limit nofile alone, and keeps its own values for the others",
      hint: "remove it, or run this container on EC2",
    });
  }
  const refusal = name === undefined && Object.hasOwn(refusals, place) ? refusals[place] : undefined;
  return refusal && refuse(path, place, refusal);
}

function refuse(path: readonly (string | number)[], key: string, refusal: Refusal): Diagnostic {
  return error("unknown-key", joinPath(path), `Fargate has no ${key}`, refusal);
}
