import { describe, expect, it } from "vitest";
import { expectFault, faults, type Row, withService, withTop } from "../../test/manifest/faults.js";

const api = "services.api";
const otel = "services.api.containers.otel";
const sidecar = (fields: string): string => withService(`containers: { otel: { image: otel:1, ${fields} } }`);

const inService: Row[] = [
  ["listeners: 1883", "wrong-type", `${api}.listeners`, /a list with at least one port, not/, /\[1883\]/],
  ["listeners: []", "invalid-value", `${api}.listeners`, /a list with at least one port/],
  ["listeners: [mqtt]", "wrong-type", `${api}.listeners[0]`, /a port such as 1883, or a map/],
  ["listeners: ['1883']", "wrong-type", `${api}.listeners[0]`, /not a text/, /without quotes: 1883/],
  ["listeners: [53/UDP]", "wrong-type", `${api}.listeners[0]`, /not a text/, /\{ port: 53, protocol: udp \}/],
  ["listeners: [0]", "invalid-value", `${api}.listeners[0]`, /from 1 to 65535, not 0/],
  ["listeners: [{ protocol: tcp }]", "missing-key", `${api}.listeners[0].port`, /is missing/],
  [
    "listeners: [{ port: 1, protocol: http }]",
    "invalid-value",
    `${api}.listeners[0].protocol`,
    /one of tcp, udp, tls, not "http"/,
  ],
  [
    "listeners: [{ port: 1, portocol: udp }]",
    "unknown-key",
    `${api}.listeners[0].portocol`,
    /"portocol"/,
    /"protocol"/,
  ],
  [
    "listeners: [{ port: 1, target: 65536 }]",
    "invalid-value",
    `${api}.listeners[0].target`,
    /from 1 to 65535, not 65536/,
  ],
  [
    "listeners: [1883, { port: 1883 }]",
    "invalid-value",
    `${api}.listeners[1]`,
    "a listener on port 1883 is listed twice",
  ],
  [
    "listeners: [1883, { port: 1883, protocol: tls }]",
    "invalid-value",
    `${api}.listeners[1]`,
    /1883 is listed twice/,
    /both TCP/,
  ],
  [
    "listeners: [{ port: 53, protocol: udp }, 53, { port: 53, protocol: udp }]",
    "invalid-value",
    `${api}.listeners[2]`,
    /53 is listed twice/,
  ],
  [
    "listeners: [{ port: 1, certificate: ssm:/a }]",
    "invalid-value",
    `${api}.listeners[0].certificate`,
    /has a certificate and is tcp/,
    /protocol: tls/,
  ],
  [
    "listeners: [{ port: 1, protocol: udp, certificate: ssm:/a }]",
    "invalid-value",
    `${api}.listeners[0].certificate`,
    /has a certificate and is udp/,
  ],
  [
    "listeners: [{ port: 1, protocol: tls, certificate: abc }]",
    "import-not-a-reference",
    `${api}.listeners[0].certificate`,
    /the ARN of an ACM certificate/,
  ],
  ["publicIp: yes", "wrong-type", `${api}.publicIp`, /true or false, not a text/],
  ["entrypoint: a | b", "invalid-value", `${api}.entrypoint`, /holds the shell syntax \|/, /\[sh, -c/],
  ["entrypoint: []", "invalid-value", `${api}.entrypoint`, /a list of texts/],
  ["entrypoint: [a, 3]", "wrong-type", `${api}.entrypoint[1]`, /must be a text, not a number/],
  ["user: 'a b'", "invalid-value", `${api}.user`, /a user such as node, 1000 or 1000:1000, not "a b"/],
  ["user: 'a:b:c'", "invalid-value", `${api}.user`, /a user such as/],
  ["user: -1", "invalid-value", `${api}.user`, /from 0 to 4294967295, not -1/],
  ["user: 1.5", "wrong-type", `${api}.user`, /a user such as/],
  ["user: [a]", "wrong-type", `${api}.user`, /a user such as .*, not a list/],
  ["workingDirectory: app", "invalid-value", `${api}.workingDirectory`, /an absolute path/, /with a slash/],
  ["init: 1", "wrong-type", `${api}.init`, /true or false, not a number/],
  ["readOnly: on", "wrong-type", `${api}.readOnly`, /true or false, not a text/],
  ["readonly: true", "unknown-key", `${api}.readonly`, /"readonly"/, /"readOnly"/],
  ["stopTimeout: 1s", "invalid-value", `${api}.stopTimeout`, /from 2s to 120s, not 1s/],
  ["stopTimeout: 121s", "invalid-value", `${api}.stopTimeout`, /from 2s to 120s, not 121s/],
  ["stopTimeout: 30", "wrong-type", `${api}.stopTimeout`, /a duration such as 30s/, /30s/],
  ["labels: { a: true }", "wrong-type", `${api}.labels.a`, /must be a text, not true/, /in quotes: "true"/],
  ["labels: [a=b]", "wrong-type", `${api}.labels`, /a map of labels to texts, not a list/],
  ["labels: { 'a b': c }", "invalid-key", `${api}.labels["a b"]`, /"a b" cannot be a key/, /white space/],
  ["ulimits: 1024", "wrong-type", `${api}.ulimits`, /must be a map, not a number/],
  ["ulimits: { nproc: 3 }", "unknown-key", `${api}.ulimits.nproc`, /Fargate has no nproc/, /remove it/],
  ["ulimits: { nprocs: 3 }", "unknown-key", `${api}.ulimits.nprocs`, /"nprocs"/, /may have nofile/],
  ["privileged: true", "unknown-key", `${api}.privileged`, /Fargate has no privileged/, /on EC2/],
  ["shm: 64", "unknown-key", `${api}.shm`, /Fargate has no shm/, /tmpfs/],
  [
    "capabilities: { add: [SYS_ADMIN] }",
    "invalid-value",
    `${api}.capabilities.add[0]`,
    /does not add .* SYS_ADMIN/,
    /EC2/,
  ],
  ["capabilities: { drop: [NET] }", "invalid-value", `${api}.capabilities.drop[0]`, /must be one of ALL/],
  [
    "sysctls: { kernel.msgmax: 1 }",
    "invalid-value",
    `${api}.sysctls["kernel.msgmax"]`,
    /cannot be set for a task/,
    /net\./,
  ],
  ["restart: { attemptPeriod: 59s }", "invalid-value", `${api}.restart.attemptPeriod`, /from 60s to 1800s/],
  ["restart: { attemptPeriod: 1801s }", "invalid-value", `${api}.restart.attemptPeriod`, /from 60s to 1800s/],
  [
    "restart: { ignoredExitCodes: [256] }",
    "invalid-value",
    `${api}.restart.ignoredExitCodes[0]`,
    /from 0 to 255/,
  ],
  ["stopTimeout: 121s", "invalid-value", `${api}.stopTimeout`, /from 2s to 120s/],
  ["startTimeout: 1s", "invalid-value", `${api}.startTimeout`, /from 2s to 120s/],
  ["startTimeout: 121s", "invalid-value", `${api}.startTimeout`, /from 2s to 120s/],
  ["tmpfs: { /run: 0.5 MB }", "invalid-value", `${api}.tmpfs["/run"]`, /whole number of MiB/],
  [
    "tmpfs: { /run/: 64 }\nvolumes: { a: /run }",
    "invalid-value",
    `${api}.tmpfs["/run/"]`,
    /in memory, and volume a is mounted there/,
    /another path/,
  ],
  [
    "secrets: { A: 'secret:db?stage=AWSPREVIOUS&version=11111111-2222-3333-4444-555555555555' }",
    "invalid-value",
    `${api}.secrets.A`,
    /both a stage and a version/,
    /keep \?stage= or \?version=/,
  ],
  ["secrets: { A: 'secret:db?label=x' }", "secret-looks-like-value", `${api}.secrets.A`, /does not say/],
  [
    "environmentFiles: [./api.env]",
    "invalid-value",
    `${api}.environmentFiles[0]`,
    /no object of S3/,
    /upload it/,
  ],
  [
    "environmentFiles: [s3://bucket/api.txt]",
    "invalid-value",
    `${api}.environmentFiles[0]`,
    /whose name ends in \.env/,
    /s3:\/\/bucket\/api\.env/,
  ],
  [
    "environmentFiles: [s3://b-b/1.env, s3://b-b/2.env, s3://b-b/3.env, s3://b-b/4.env, s3://b-b/5.env, s3://b-b/6.env, s3://b-b/7.env, s3://b-b/8.env, s3://b-b/9.env, s3://b-b/10.env, s3://b-b/11.env]",
    "invalid-value",
    `${api}.environmentFiles`,
    /a list of 1 to 10 objects/,
  ],
  [
    "volumes: { a: { path: /a, owner: { uid: 1, gid: 1 } } }",
    "invalid-value",
    `${api}.volumes.a.owner`,
    /is scratch, which has no owner/,
    /efs/,
  ],
  [
    "volumes: { a: { efs: Shared, path: /a, owner: { uid: 0, gid: 1 } } }",
    "invalid-value",
    `${api}.volumes.a.owner.uid`,
    /from 1 to/,
  ],
  [
    "volumes: { a: { efs: Shared, path: /a, accessPoint: fsap-0a1b2c3d, directory: /x } }",
    "invalid-value",
    `${api}.volumes.a.directory`,
    /has an access point/,
    /remove directory/,
  ],
  [
    "image: { build: ., tag: v1, releasedBy: outside }",
    "invalid-value",
    `${api}.image.tag`,
    /is released outside/,
    /remove the tag/,
  ],
  [
    "image: { repository: docker.io/team/api, credentials: 'secret:hub#token' }",
    "invalid-value",
    `${api}.image.credentials`,
    /must be a whole secret/,
    /secret:name/,
  ],
  [
    "image: { repository: 111122223333.dkr.ecr.eu-west-1.amazonaws.com/api, credentials: secret:hub }",
    "invalid-value",
    `${api}.image.credentials`,
    /is in ECR/,
    /remove credentials/,
  ],
  ["ulimits: { nofile: 0 }", "invalid-value", `${api}.ulimits.nofile`, /from 1 to 1048576, not 0/],
  ["ulimits: { nofile: 1048577 }", "invalid-value", `${api}.ulimits.nofile`, /from 1 to 1048576/],
  ["ulimits: { nofile: { soft: 1 } }", "missing-key", `${api}.ulimits.nofile.hard`, /is missing/],
  [
    "ulimits: { nofile: { soft: 2, hard: 1 } }",
    "invalid-value",
    `${api}.ulimits.nofile.soft`,
    /\(2\) is above hard \(1\)/,
    /swap the two/,
  ],
  ["dependsOn: [otel]", "wrong-type", `${api}.dependsOn`, /a map of containers to start, healthy, complete/],
  [
    "dependsOn: { otel: started }",
    "invalid-value",
    `${api}.dependsOn.otel`,
    /one of start, healthy, complete, success, not "started"/,
    /"start"/,
  ],
  ["dependsOn: { Otel: start }", "invalid-key", `${api}.dependsOn.Otel`, /"Otel" cannot be a key/],
  ["volumes: [/data]", "wrong-type", `${api}.volumes`, /a map of names to volumes, not a list/],
  ["volumes: { data: data }", "invalid-value", `${api}.volumes.data`, /an absolute path/, /with a slash/],
  ["volumes: { data: / }", "invalid-value", `${api}.volumes.data`, /an absolute path/, /whole file system/],
  ["volumes: { data: { efs: Shared } }", "missing-key", `${api}.volumes.data.path`, /is missing/],
  [
    "volumes: { data: { path: /a, readonly: true } }",
    "unknown-key",
    `${api}.volumes.data.readonly`,
    /"readonly"/,
    /"readOnly"/,
  ],
  [
    "volumes: { data: { efs: fs-1.x, path: /a } }",
    "invalid-value",
    `${api}.volumes.data.efs`,
    /the name of a resource of type efs/,
  ],
  ["volumes: { -data: /a }", "invalid-key", `${api}.volumes["-data"]`, /cannot be a key/],
  [
    "volumes: { a: /x, b: { efs: Shared, path: //x/ } }",
    "invalid-value",
    `${api}.volumes.b`,
    "a and b are both mounted at /x",
    /would hide/,
  ],
  ["containers: [otel]", "wrong-type", `${api}.containers`, /a map of names to containers, not a list/],
  ["containers: { otel: otel:1 }", "wrong-type", otel, /must be a map, not a text/],
  [
    "containers: { otel: { image: a, size: { memory: 64, reserved: 64 } } }",
    "invalid-value",
    `${otel}.size.reserved`,
    /\(64\) must be below memory \(64\)/,
    /lower it/,
  ],
  [
    "containers: { otel: { image: a, size: { memory: 5 } } }",
    "invalid-value",
    `${otel}.size.memory`,
    /from 6 to/,
  ],
  ["containers: { otel: {} }", "missing-key", `${otel}.image`, /is missing/, /an image such as/],
  ["containers: { Otel: { image: a } }", "invalid-key", `${api}.containers.Otel`, /"Otel" cannot be a key/],
  [
    "containers: { otel: { image: ./otel } }",
    "invalid-value",
    `${otel}.image`,
    /is not an image/,
    /to build a folder write \{ build: \.\/otel \}/,
  ],
  [
    "containers: { api: { image: a } }",
    "name-collision",
    `${api}.containers.api`,
    /cannot be called api, too/,
    /rename/,
  ],
];

const inSidecar: Row[] = [
  ["enviroment: {}", "unknown-key", `${otel}.enviroment`, /"enviroment"/, /"environment"/],
  ["essential: maybe", "wrong-type", `${otel}.essential`, /true or false/],
  ["port: '1'", "wrong-type", `${otel}.port`, /not a text/, /without quotes: 1/],
  ["environment: { A: [1] }", "wrong-type", `${otel}.environment.A`, /a text, a number or true\/false/],
  ["environment: { 1A: b }", "invalid-key", `${otel}.environment["1A"]`, /cannot be a key/],
  ["environment: { A: 'ssm:/a//b' }", "import-not-a-reference", `${otel}.environment.A`, /no SSM parameter/],
  [
    "environment: { A: b }, secrets: { A: secret:a }",
    "invalid-value",
    `${otel}.secrets.A`,
    "A is in both environment and secrets",
  ],
  ["health: [curl, x]", "health-invalid", `${otel}.health`, /must start with CMD/],
  ["health: { command: x, retries: 0 }", "invalid-value", `${otel}.health.retries`, /from 1 to 10/],
  ["command: a && b", "invalid-value", `${otel}.command`, /holds the shell syntax &/],
  ["entrypoint: a && b", "invalid-value", `${otel}.entrypoint`, /holds the shell syntax &/],
  ["user: ''", "invalid-value", `${otel}.user`, /a user such as/],
  ["stopTimeout: 3m", "invalid-value", `${otel}.stopTimeout`, /from 2s to 120s, not 3m/],
  ["ulimits: { nofile: { soft: 2, hard: 1 } }", "invalid-value", `${otel}.ulimits.nofile.soft`, /is above/],
  ["dependsOn: { api: steady }", "invalid-value", `${otel}.dependsOn.api`, /one of start, healthy/],
  ["volumes: { data: /data }", "unknown-volume", `${otel}.volumes.data`, /no volume "data"/, /declare it/],
  ["volumes: { data: { efs: A, path: /a } }", "unknown-key", `${otel}.volumes.data.efs`, /"efs"/],
];

const atTop: Row[] = [
  ["resources: { F: { type: ef } }", "invalid-value", "resources.F.type", /one of s3, dynamodb/, /"efs"/],
  ["resources: { F: { type: efs, import: fs-1 } }", "wrong-type", "resources.F.import", /must be a map/],
  [
    "resources: { F: { type: efs, import: { fileSystem: fs-1, securityGroup: sg-12345678 } } }",
    "import-not-a-reference",
    "resources.F.import.fileSystem",
    /the id of a file system/,
  ],
  [
    "resources: { F: { type: efs, import: { fileSystem: fs-12345678, securityGroup: x } } }",
    "import-not-a-reference",
    "resources.F.import.securityGroup",
    /a security group id/,
  ],
  [
    "resources: { F: { type: efs, import: { fileSystem: fs-12345678 } } }",
    "missing-key",
    "resources.F.import.securityGroup",
    /is missing/,
  ],
  [
    "resources: { S: { type: secret, value: x } }",
    "unknown-key",
    "resources.S.value",
    /"value"/,
    /may have type/,
  ],
  ["parameters: [A]", "wrong-type", "parameters", /a map of names to defaults, not a list/],
  [
    "parameters: { a-b: 1 }",
    "invalid-key",
    "parameters.a-b",
    /"a-b" cannot be a key/,
    /letters, digits and _/,
  ],
  ["parameters: { _a: 1 }", "invalid-key", "parameters._a", /"_a" cannot be a key/],
  ["parameters: { A: [1] }", "wrong-type", "parameters.A", /a default, nothing, or a map/],
  ["parameters: { A: { defalt: 1 } }", "unknown-key", "parameters.A.defalt", /"defalt"/, /"default"/],
  ["parameters: { A: { default: {} } }", "wrong-type", "parameters.A.default", /a text, a number/],
  ["parameters: { A: { description: 3 } }", "wrong-type", "parameters.A.description", /must be a text/],
  ["parameters: { A: { default: } }", "wrong-type", "parameters.A.default", /not empty/, /remove the key/],
  ["compose: 3", "wrong-type", "compose", /the path of a compose file, or a list/],
  ["compose:", "wrong-type", "compose", /not empty/],
  ["compose: []", "invalid-value", "compose", /a list with at least one path/],
  ["compose: [a.yml, 3]", "wrong-type", "compose[1]", /a path such as docker-compose.yml, not a number/],
  ["compose: ' '", "invalid-value", "compose", /a path such as/],
  ["compose: '${application}.yml'", "unknown-reference", "compose", /may not stand in the path/, /the path/],
  ["compose: ['${nothing}']", "unknown-reference", "compose[0]", /may not stand in the path/],
];

describe("messages", () => {
  it.each(inService)("service with %s", (...row) => expectFault(withService(row[0]), row));
  it.each(inSidecar)("sidecar with %s", (...row) => expectFault(sidecar(row[0]), row));
  it.each(atTop)("%s", (...row) => expectFault(withTop(row[0]), row));

  it("suggest a volume that is declared", () => {
    const text = withService(
      "containers: { otel: { image: a, volumes: { dta: /x } } }\nvolumes: { data: /data }",
    );
    expectFault(text, ["", "unknown-volume", `${otel}.volumes.dta`, /no volume "dta"/, /"data"/]);
  });

  it("refuse two mounts at one path in a sidecar", () => {
    const text = withService(
      "containers: { otel: { image: a, volumes: { a: /x, b: { path: /x/ } } } }\nvolumes: { a: /a, b: /b }",
    );
    expectFault(text, ["", "invalid-value", `${otel}.volumes.b`, "a and b are both mounted at /x"]);
  });

  it("say nothing of mounts where the volumes themselves are at fault", () => {
    const text = withService(
      "containers: { otel: { image: a, volumes: { data: /x } } }\nvolumes: { data: x }",
    );
    expect(faults(text).map(({ path }) => path)).toEqual([`${api}.volumes.data`]);
  });

  it("collect the faults of all containers at once", () => {
    const text = withService(
      "containers:\n  a: { image: a, port: x, stopTimeout: 1s }\n  b: 3\n  c: { image: ./c, user: '' }\nport: x",
    );
    expect(faults(text).map(({ path }) => path.replace("services.api.", ""))).toEqual([
      ...["containers.a.port", "containers.a.stopTimeout", "containers.b"],
      ...["containers.c.image", "containers.c.user", "port"],
    ]);
  });

  it.each(["hunter2", "hunter2 ${unclosed", "hunter2 ${accountId}"])(
    "never repeat the secret %s of a sidecar",
    (value) => {
      const [fault, ...others] = faults(sidecar(`secrets: { KEY: ${JSON.stringify(value)} }`));
      expect(others).toEqual([]);
      expect(fault).toMatchObject({
        ...{ code: "secret-looks-like-value", path: `${otel}.secrets.KEY`, sensitive: true },
      });
      expect(JSON.stringify({ ...fault, span: undefined })).not.toMatch(/hunter2|unclosed/);
    },
  );

  it("never repeat the secret of a sidecar that is of the wrong kind", () => {
    for (const secrets of ["hunter2", "[KEY=hunter2]", "{ KEY: [hunter2] }", "{ KEY: { value: hunter2 } }"]) {
      const [fault] = faults(sidecar(`secrets: ${secrets}`));
      expect(fault?.sensitive).toBe(true);
      expect(JSON.stringify({ ...fault, span: undefined })).not.toContain("hunter2");
    }
  });
});
