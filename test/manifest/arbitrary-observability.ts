import fc from "fast-check";
import type { WrittenManifest, WrittenService } from "../../src/manifest/written.generated.js";

type ServiceLogs = NonNullable<WrittenService["logs"]>;
type ServiceAlarms = NonNullable<WrittenService["alarms"]>;

/** Of a service or job; neither names a resource. */
export const logs: fc.Arbitrary<ServiceLogs> = fc.constantFrom<ServiceLogs>(
  "7d",
  { retention: "30d" },
  { removal: "retain" },
  { class: "infrequent-access", mode: "blocking" },
  { buffer: 50, multiline: "^\\d{4}-" },
  { router: { destination: { Name: "cloudwatch_logs" } } },
  {
    router: { destination: { Name: "datadog", TLS: "on" }, secretOptions: { apikey: "secret:datadog#key" } },
  },
);

/** Limits are for services alone, and jobs are drawn like them. */
export const serviceAlarms: fc.Arbitrary<ServiceAlarms> = fc.constantFrom<ServiceAlarms>(true, false, "off");

export const tracing: fc.Arbitrary<"xray" | "otel"> = fc.constantFrom("xray" as const, "otel" as const);

export const applicationAlarms: fc.Arbitrary<NonNullable<WrittenManifest["alarms"]>> = fc.record(
  {
    notify: fc.constantFrom(["ops@example.com"], ["arn:aws:sns:eu-west-1:111111111111:ops"]),
    errorRate: fc.constantFrom(1, "2 %", "off" as const),
    latency: fc.constantFrom("500ms", "2s", "off" as const),
    composite: fc.boolean(),
    events: fc.constantFrom("7d", "90d"),
  },
  { requiredKeys: ["notify"] },
);

export const iam: fc.Arbitrary<NonNullable<WrittenManifest["iam"]>> = fc.record(
  {
    permissionsBoundary: fc.constant("arn:aws:iam::111111111111:policy/boundary"),
    path: fc.constantFrom("/", "/shop/", "/a/b/"),
  },
  { requiredKeys: [] },
);
