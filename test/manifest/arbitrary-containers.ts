import fc from "fast-check";
import type { WrittenService, WrittenSidecar } from "../../src/manifest/written.generated.js";

type Drawn<Written, Field extends keyof Written> = {
  readonly [F in Field]: fc.Arbitrary<NonNullable<Written[F]>>;
};
type ProcessField =
  | "command"
  | "entrypoint"
  | "user"
  | "workingDirectory"
  | "init"
  | "stopTimeout"
  | "startTimeout"
  | "restart"
  | "capabilities"
  | "sysctls"
  | "tmpfs"
  | "environmentFiles"
  | "labels"
  | "ulimits";

/** How a container runs, be it a service's own or a sidecar. */
export const processFields: Drawn<WrittenSidecar, ProcessField> = {
  command: fc.constantFrom<string | string[]>("npm start", ["npm", "run", "start"]),
  entrypoint: fc.constantFrom<string | string[]>("/bin/tini --", ["sh", "-c", "a && b"]),
  user: fc.constantFrom<string | number>("node", 0, "1000:1000"),
  workingDirectory: fc.constant("/app"),
  init: fc.boolean(),
  stopTimeout: fc.constantFrom("2s", "30s", "2m"),
  startTimeout: fc.constantFrom("2s", "2m"),
  restart: fc.constantFrom<NonNullable<WrittenSidecar["restart"]>>(
    true,
    false,
    { ignoredExitCodes: [0] },
    {
      attemptPeriod: "60s",
    },
  ),
  capabilities: fc.constantFrom<NonNullable<WrittenSidecar["capabilities"]>>(
    {},
    { add: ["SYS_PTRACE"] },
    { drop: ["ALL"] },
  ),
  sysctls: fc.constant({ "net.core.somaxconn": 1024 }),
  tmpfs: fc.constantFrom<NonNullable<WrittenSidecar["tmpfs"]>>(
    { "/run": 64 },
    { "/run": { size: "64 MB", options: ["noexec"] } },
  ),
  environmentFiles: fc.constantFrom(
    ["s3://settings/a.env"],
    ["s3://settings/a.env", "s3://settings/b/c.env"],
  ),
  labels: fc.dictionary(fc.constantFrom("a", "com.example.team"), fc.constantFrom("", "shop"), {
    maxKeys: 2,
  }),
  ulimits: fc.constantFrom<NonNullable<WrittenSidecar["ulimits"]>>(
    {},
    { nofile: 65536 },
    { nofile: { soft: 1024, hard: 4096 } },
  ),
};

/** Sidecars with names that no service has. */
export const sidecarFields: Drawn<WrittenService, "containers" | "volumes"> = {
  containers: fc
    .record(
      {
        ...processFields,
        essential: fc.boolean(),
        port: fc.constant(4317),
        ports: fc.constantFrom<NonNullable<WrittenSidecar["ports"]>>(
          [4318],
          [{ port: 8125, protocol: "udp" }],
        ),
        size: fc.constantFrom<NonNullable<WrittenSidecar["size"]>>(
          { cpu: 64 },
          { memory: 64, reserved: "32 MB" },
        ),
      },
      { requiredKeys: [] },
    )
    .map(
      (settings): Record<string, WrittenSidecar> => ({
        log_router: { image: "public.ecr.aws/aws-observability/aws-for-fluent-bit:stable", ...settings },
        otel_agent: {
          image: { repository: "ssm:/images/otel", tag: "1" },
          health: ["CMD", "/healthcheck"],
          environment: { LEVEL: "info", ACCOUNT: "${accountId}", HOST: "${application}" },
          secrets: { S: "ssm:/shop/key" },
          dependsOn: { log_router: "start" },
        },
      }),
    ),
  volumes: fc.constantFrom<NonNullable<WrittenService["volumes"]>>(
    { tmp: "/tmp" },
    { tmp: { path: "/tmp", readOnly: true }, cache: "/var/cache" },
  ),
};
