import { describe, expect, it } from "vitest";
import { planOf, resourceOf, tryPlan } from "../support/plan-of.js";

const text = `
application: shop
services:
  api:
    image: nginx
    size: { cpu: 1024, memory: 2048, disk: 20 }
    startTimeout: 60s
    restart: { ignoredExitCodes: [0], attemptPeriod: 2m }
    capabilities: { add: [SYS_PTRACE], drop: [ALL] }
    sysctls: { net.core.somaxconn: 1024 }
    tmpfs: { /tmp: { size: 128, options: [noexec] }, /run: 64 MB }
    environmentFiles: ["s3://\${resources.Files.name}/a/api.env", s3://other/b.env]
    secrets:
      OLD: "secret:db#url?stage=AWSPREVIOUS"
      FIXED: "secret:db?version=11111111-2222-3333-4444-555555555555"
      MADE: "resource:Token?stage=AWSPENDING"
    volumes:
      data: { efs: Shared, path: /data, readOnly: true, owner: { uid: 1001, gid: 1002 }, directory: /common }
      ext: { efs: Shared, path: /ext, accessPoint: fsap-0a1b2c3d, iam: false }
    containers:
      agent:
        image: agent:1
        port: 4317
        ports: [{ port: 8125, protocol: udp }, 4318]
        size: { cpu: 64, memory: 256, reserved: 128 }
        restart: true
        volumes: { data: /in }
  worker: { image: nginx, size: { disk: 21 } }
resources: { Files: { type: s3 }, Shared: { type: efs }, Token: { type: secret } }
`;

describe("settings of containers", () => {
  const plan = planOf(text);
  const definition = resourceOf(plan, "TaskDefinition", "service/api/task-definition");
  const [api, agent] = definition.containers;
  const statement = (id: string, sid: string): unknown =>
    resourceOf(plan, "IamRole", id)
      .policies.flatMap(({ statements }) => statements)
      .find((each) => each.sid === sid);

  it("reach the container definition", () => {
    expect(api).toMatchObject({
      startTimeoutSeconds: 60,
      restart: { ignoredExitCodes: [0], attemptPeriodSeconds: 120 },
      capabilities: { add: ["SYS_PTRACE"], drop: ["ALL"] },
      systemControls: [{ namespace: "net.core.somaxconn", value: "1024" }],
      tmpfs: [
        { containerPath: "/run", sizeMiB: 64, mountOptions: [] },
        { containerPath: "/tmp", sizeMiB: 128, mountOptions: ["noexec"] },
      ],
    });
    expect(agent).toMatchObject({
      cpuUnits: 64,
      memoryMiB: 256,
      memoryReservationMiB: 128,
      restart: { ignoredExitCodes: [], attemptPeriodSeconds: 300 },
      portMappings: [
        { name: "agent-4317", containerPort: 4317, protocol: "tcp" },
        { name: "agent-8125", containerPort: 8125, protocol: "udp" },
        { name: "agent-4318", containerPort: 4318, protocol: "tcp" },
      ],
    });
  });

  it("leave the 20 GiB that are included out", () => {
    expect(definition.ephemeralStorageGiB).toBeUndefined();
    const worker = resourceOf(plan, "TaskDefinition", "service/worker/task-definition");
    expect(worker.ephemeralStorageGiB).toBe(21);
  });

  it("name files of variables by ARN, which the execution role reads", () => {
    const files = [
      { join: [{ ref: "data/Files", attribute: "arn" }, "/a/api.env"] },
      { join: ["arn:", { pseudo: "partition" }, ":s3:::other/b.env"] },
    ];
    expect(api?.environmentFiles).toEqual(files);
    expect(statement("service/api/execution-role", "ReadFiles")).toMatchObject({
      actions: ["s3:GetObject"],
      resources: files,
    });
    expect(statement("service/api/execution-role", "FindFiles")).toMatchObject({
      actions: ["s3:GetBucketLocation"],
      resources: [
        { ref: "data/Files", attribute: "arn" },
        { join: ["arn:", { pseudo: "partition" }, ":s3:::other"] },
      ],
    });
  });

  it("name one version of a secret with all of its colons", () => {
    const ends = api?.secrets.map(({ name, valueFrom }) => [name, JSON.stringify(valueFrom).slice(-60)]);
    expect(ends).toEqual([
      ["FIXED", expect.stringContaining("db:::11111111-2222-3333-4444-555555555555")],
      ["MADE", expect.stringContaining("::AWSPENDING:")],
      ["OLD", expect.stringContaining("db:url:AWSPREVIOUS:")],
    ]);
  });

  it("mount a folder with its owner, or by an access point of another, with or without the task role", () => {
    expect(resourceOf(plan, "AccessPoint", "service/api/access-point-data")).toMatchObject({
      path: "/common",
      userId: 1001,
      groupId: 1002,
    });
    expect(definition.volumes).toMatchObject([
      { name: "data", efs: { accessPoint: { ref: "service/api/access-point-data" }, iam: true } },
      { name: "ext", efs: { accessPoint: "fsap-0a1b2c3d", iam: false } },
    ]);
    expect(statement("service/api/task-role", "Mountext")).toBeUndefined();
    // The sidecar writes, with the same role.
    expect(statement("service/api/task-role", "Mountdata")).toMatchObject({
      actions: ["elasticfilesystem:ClientMount", "elasticfilesystem:ClientWrite"],
    });
  });
});

describe("Windows", () => {
  const windows = (rest: string): string =>
    `application: shop\nservices:\n  api: { image: iis, exec: false, capacity: on-demand, size: { os: windows-2022-core }${rest} }\n`;

  it("runs with nothing that only Linux has", () => {
    const definition = resourceOf(planOf(windows("")), "TaskDefinition", "service/api/task-definition");
    expect(definition).toMatchObject({
      operatingSystem: "WINDOWS_SERVER_2022_CORE",
      architecture: "X86_64",
      cpuUnits: 1024,
      memoryMiB: 2048,
    });
    expect(definition.containers[0]).not.toHaveProperty("initProcess");
  });

  it.each([
    [", readOnly: true", "readOnly", /read-only/],
    [", init: true", "init", /init process/],
    [", ulimits: { nofile: 1024 }", "ulimits", /limits/],
    [", capabilities: { drop: [ALL] }", "capabilities", /capabilities/],
    [", sysctls: { net.core.somaxconn: 1 }", "sysctls", /kernel/],
    [", tmpfs: { /run: 1 }", "tmpfs", /tmpfs/],
    [", restart: true", "restart", /restart policies/],
    [", volumes: { data: /data }", "volumes", /volumes/],
    [", containers: { a: { image: b, tmpfs: { /run: 1 } } }", "containers.a.tmpfs", /tmpfs/],
  ])("is refused with%s", (rest, path, message) => {
    const { diagnostics } = tryPlan(windows(rest));
    expect(diagnostics).toMatchObject([{ code: "container-conflict", path: `services.api.${path}` }]);
    expect(diagnostics[0]?.message).toMatch(message);
  });

  it.each([
    ["capacity: on-demand", "capacity: spot", "services.api.capacity", /Spot runs Linux alone/],
    [
      "os: windows-2022-core",
      "os: windows-2022-core, architecture: arm64",
      "services.api.size.architecture",
      /ARM/,
    ],
  ])("is refused where %s becomes %s", (from, to, path, message) => {
    const { diagnostics } = tryPlan(windows("").replace(from, to));
    expect(diagnostics).toMatchObject([{ code: "container-conflict", path }]);
    expect(diagnostics[0]?.message).toMatch(message);
  });

  it("has sizes of 1, 2 and 4 vCPU", () => {
    const small = windows("").replace("os:", "cpu: 512, memory: 1024, os:");
    expect(tryPlan(small).diagnostics).toMatchObject([
      { code: "fargate-size", message: /for Windows/, hint: /1024 CPU units/ },
    ]);
  });
});

describe("containers of a task", () => {
  const fault = (rest: string): unknown =>
    tryPlan(`application: shop\nservices:\n  api: { image: nginx, ${rest} }\n`).diagnostics;
  const sidecars = (count: number, each: (index: number) => string): string =>
    `containers: { ${Array.from({ length: count }, (_, index) => `s${index}: { image: x${each(index)} }`).join(", ")} }`;

  it("are ten at most", () => {
    expect(fault(sidecars(10, () => ""))).toMatchObject([
      { code: "dependency-invalid", path: "services.api.containers", message: /has 11 containers/ },
    ]);
    expect(fault(sidecars(9, () => ""))).toEqual([]);
  });

  it("share no port", () => {
    expect(fault(`port: 80, ${sidecars(1, () => ", ports: [8080, 80]")}`)).toMatchObject([
      { code: "port-conflict", path: "services.api.containers.s0.ports[1]" },
    ]);
  });

  it("leave something of the task to the own container", () => {
    const size = "size: { cpu: 256, memory: 512 }";
    expect(fault(`${size}, ${sidecars(2, () => ", size: { memory: 256 }")}`)).toMatchObject([
      { code: "limit", path: "services.api.containers", message: /512 MiB of the task's 512/ },
    ]);
    expect(fault(`${size}, ${sidecars(2, () => ", size: { cpu: 128 }")}`)).toMatchObject([
      { code: "limit", message: /256 CPU units of the task's 256/ },
    ]);
    expect(fault(`${size}, ${sidecars(2, () => ", size: { memory: 256, reserved: 128 }")}`)).toEqual([]);
    expect(fault(`${size}, ${sidecars(1, () => ", size: { memory: 1024, reserved: 128 }")}`)).toMatchObject([
      { code: "limit", path: "services.api.containers.s0.size.memory" },
    ]);
  });

  it("agree on kernel parameters", () => {
    const sysctls = (value: number): string => `sysctls: { net.core.somaxconn: ${value} }`;
    expect(fault(`${sysctls(1)}, ${sidecars(1, () => `, ${sysctls(2)}`)}`)).toMatchObject([
      { code: "container-conflict", path: 'services.api.containers.s0.sysctls["net.core.somaxconn"]' },
    ]);
    expect(fault(`${sysctls(1)}, ${sidecars(1, () => `, ${sysctls(1)}`)}`)).toEqual([]);
  });

  it("fit into 64 KiB", () => {
    const long = (kib: number): string => `environment: { A: "${"x".repeat(kib * 1024)}" }`;
    expect(fault(long(65))).toMatchObject([
      { code: "limit", path: "services.api", message: /at least 66 KiB; ECS takes 64 KiB/ },
    ]);
    expect(fault(long(62))).toEqual([]);
  });

  it("have files of variables in buckets alone", () => {
    const withTable = (rest: string): unknown =>
      tryPlan(
        `application: shop\nservices: { api: { image: nginx, ${rest} } }\nresources: { Orders: { type: dynamodb, partitionKey: id }, Files: { type: s3 } }\n`,
      ).diagnostics;
    expect(withTable('environmentFiles: ["s3://${resources.Orders.name}/a.env"]')).toMatchObject([
      { code: "unknown-service", message: /a dynamodb resource, which holds no files/, hint: /type s3/ },
    ]);
  });

  it("wait for each other in their own order, and not in that of the service", () => {
    expect(
      fault(
        "containers: { a: { image: x, dependsOn: { b: start } }, b: { image: x, dependsOn: { a: start } } }",
      ),
    ).toMatchObject([{ code: "dependency-invalid", message: /a, b wait for each other/ }]);
    expect(fault("dependsOn: { a: start }, containers: { a: { image: x, essential: false } }")).toEqual([]);
    expect(
      fault("containers: { a: { image: x, dependsOn: { b: complete } }, b: { image: x } }"),
    ).toMatchObject([{ code: "dependency-invalid", path: "services.api.containers.a.dependsOn.b" }]);
  });

  it("are closed to ECS Exec where a sidecar is read-only", () => {
    expect(fault("exec: true, containers: { a: { image: x, readOnly: true } }")).toMatchObject([
      { code: "kind-conflict", path: "services.api.containers.a.readOnly" },
    ]);
  });
});
