import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../../src/diagnostics/index.js";
import { read, said, service, servicesOf, translate } from "./reading.js";

const found = (diagnostics: readonly Diagnostic[], code: string) =>
  diagnostics.filter((each) => each.code === code);

describe("files that are no compose file", () => {
  it.each([
    ["", "empty-document", /compose.yaml is empty/],
    ["# nothing\n", "empty-document", /is empty/],
    ["just text", "not-compose", /it is a text, not a map/],
    ["- a\n- b\n", "not-compose", /it is a list/],
    ["apiVersion: v1\nkind: Pod\n", "not-compose", /Kubernetes/],
    ["Resources: {}\n", "not-compose", /CloudFormation/],
    ["on: push\njobs: {}\n", "not-compose", /build server/],
    ["application: shop\nregion: x\n", "not-compose", /manifest of longshore/],
    ["web:\n  image: nginx\n", "not-compose", /version 1 of the format/],
    ["services: [a]\n", "not-compose", /services must be a map/],
    ["services: {}\n", "missing-key", /no service to run/],
    ["version: '3'\n", "missing-key", /no service to run/],
    ["a: 'open\n", "yaml-syntax", /./],
    ["a:\n\tb: 1\n", "yaml-syntax", /tab/],
    ["services: { a: !Ref x }\n", "yaml-syntax", /tags such as !Ref/],
    ["\u0000", "yaml-syntax", /control character/],
    ["services:\n  a: { image: a }\n  a: { image: b }\n", "yaml-duplicate-key", /"a" is written twice/],
    [`a: ${"[".repeat(500)}${"]".repeat(500)}`, "too-deep", /nested more than/],
    ["x: &a [*a]\nservices: { a: { image: a } }\n", "alias-bomb", /inside what it refers to/],
  ])("%j is %s", (text, code, message) => {
    const layer = translate(text);
    const [first] = found(layer.diagnostics, code);
    expect(first?.message).toMatch(message);
    expect(first?.severity).toBe("error");
    expect(layer.document["application"]).toBe("shop");
  });

  it("an alias bomb is refused at once", () => {
    const lines = ["x0: &x0 [a, a, a, a, a, a, a, a, a, a]"];
    for (let level = 1; level < 12; level++)
      lines.push(
        `x${level}: &x${level} [${Array(10)
          .fill(`*x${level - 1}`)
          .join(", ")}]`,
      );
    const { diagnostics } = translate(`${lines.join("\n")}\n${service("image: a")}`);
    expect(found(diagnostics, "alias-bomb")).toHaveLength(1);
  });

  it("50 MB of text are refused at once", () => {
    const text = `services:\n  a:\n    image: ${"x".repeat(50 * 1024 * 1024)}\n`;
    expect(found(translate(text).diagnostics, "file-too-large")).toHaveLength(1);
  });

  it("an env file of more than a MiB is refused at once", () => {
    const { diagnostics } = translate(service("image: a\nenv_file: a.env"), {
      files: { "a.env": `A=${"x\nB=".repeat(300_000)}` },
    });
    expect(found(diagnostics, "file-too-large")).toHaveLength(1);
  });
});

describe("what Fargate cannot do is said, and the rest is planned", () => {
  it.each([
    ["network_mode: host", /^warning: network_mode: host of api is refused/],
    ["network_mode: 'container:x'", /^warning: network_mode: container:x of api is refused/],
    ["network_mode: 'service:gone'", /^warning: api shares the network of gone, which is not planned/],
    ["privileged: true", /^warning: privileged is refused/],
    ["cap_add: [NET_ADMIN]", /^warning: cap_add is refused/],
    ["devices: ['/dev/a:/dev/a']", /^warning: devices is refused/],
    ["pid: host", /^warning: pid is refused/],
    ["volumes: ['/var/run/docker.sock:/var/run/docker.sock']", /^warning: api mounts Docker's socket/],
    ["volumes: ['/srv/data:/data']", /^warning: api mounts \/srv\/data of the machine/],
    ["volumes: ['../conf:/conf:ro']", /^warning: api mounts ..\/conf of the machine/],
    ["configs: [a]", /^warning: configs is left out/],
    ["ports: ['8000-8100:8000-8100']", /^warning: the range of 101 ports is left out/],
    ["ports: ['8000-8001:8000-8001']", /^warning: the range stands for 2 ports/],
    ["restart: 'no'", /^warning: restart: no does not hold/],
    ["deploy: { mode: global }", /^warning: the mode global of api is refused/],
    [
      "deploy: { resources: { limits: { cpus: '64', memory: 500g } } }",
      /^warning: api asks for 64 CPU and 512000 MiB/,
    ],
    ["stop_grace_period: 10m", /^warning: api may take 600 s to stop and gets 120 s/],
    ["platform: windows/amd64", /^warning: the platform "windows\/amd64" is refused/],
    ["depends_on: [gone]", /^warning: api depends on gone, which does not exist/],
    [
      "build: https://github.com/a/b",
      /^warning: api is built from https:\/\/github.com\/a\/b, which is refused/,
    ],
    ["environment: { A: $NONE }", /^warning: without a value here, given at deploy time: NONE/],
    [
      "environment: { DB_PASSWORD: my-very-own }",
      /^warning: DB_PASSWORD of api is a secret, and its value is written in the file/,
    ],
    ["links: [other]", /^note: the links of api become connects/],
    ["links: ['other:o']", /^warning: the links of api become connects; the names o do not exist on Fargate/],
    ["environment: { O_URL: 'http://oo:80' }", /^note: oo in O_URL is taken for the service other/],
    ["env_file: gone.env", /^warning: gone.env does not exist/],
    ["healthcheck: { interval: 9s }", /^warning: the health check of api has times and no test/],
    ["image: app:$TAG", /^warning: the tag of app is \$\{TAG\}, which has no value/],
    ["user: $NONE", /^warning: user needs a value for NONE/],
    [
      "environment: { URL: 'http://box:9/x', A: 'http://api:80' }",
      /^warning: the host api in A is left as it is/,
    ],
    ["environment: { A: '${' }", /^error: a variable is malformed/],
    ["ports: [x]", /^error: a port is written/],
    ["deploy: { replicas: x }", /^error: replicas must be a whole number/],
    ["command: 'a \"b'", /^error: a quote in command is not closed/],
    ["dns: 1.1.1.1", /^warning: dns is left out/],
    ["prots: [80]", /^warning: the Compose Specification knows no key "prots"/],
  ])("%s", (body, message) => {
    const image = body.startsWith("image") ? "" : "image: a\n";
    const { document, diagnostics } = translate(
      `${service(`${image}${body}`)}  other: { image: o, ports: ['80:80'], container_name: oo }\n`,
    );
    expect(said(diagnostics)).toContainEqual(expect.stringMatching(message));
    const fault = diagnostics.find((each) => message.test(`${each.severity}: ${each.message}`));
    expect(fault?.span?.start.line).toBeGreaterThan(1);
    expect(Object.keys(document["services"] ?? {})).toEqual(["api", "other"]);
    expect(document["services"]).toMatchObject({ other: { kind: "web" } });
  });

  it("a variable without a value is never an empty text", () => {
    const { document } = translate(
      service("image: a\ncommand: run $A\nenvironment: { B: $B, C: 'x-${C}', D: , E_TOKEN: $E }"),
    );
    expect(JSON.stringify(document)).not.toContain('""');
    expect(Object.keys(document["parameters"] ?? {})).toEqual(["A", "B", "C", "D"]);
  });

  it("names that are objects' own do no harm", () => {
    const text =
      "services:\n  __proto__: { image: a }\n  constructor: { image: b, environment: { __proto__: x, constructor: y, toString: z } }\n";
    const layer = translate(text);
    expect(servicesOf(layer)["constructor"]).toMatchObject({ image: "b" });
    expect(({} as Record<string, unknown>)["image"]).toBeUndefined();
  });
});

describe("large files", () => {
  it("57 services are planned, each with every variable", () => {
    const services = Array.from(
      { length: 57 },
      (_, index) =>
        `  svc_${index}: { image: 'app:${index}', environment: { <<: *e, NEXT_URL: 'http://svc_${(index + 1) % 57}:8080' } }`,
    );
    const text = `x-e: &e { LEVEL: info, DATABASE_URL: $DB_URL }\nservices:\n${services.join("\n")}\n`;
    const layer = translate(text);
    expect(Object.keys(servicesOf(layer))).toHaveLength(57);
    expect(servicesOf(layer)["svc-3"]).toMatchObject({
      port: 8080,
      connects: ["svc-4"],
      environment: { LEVEL: "info", NEXT_URL: "${services.svc-4.url}" },
      secrets: { DATABASE_URL: "secret:db-url" },
    });
  });

  it("reading alone has no exception for a project of nothing", () => {
    expect(read("").services).toEqual([]);
  });
});
