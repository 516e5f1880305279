import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../../diagnostics/index.js";
import type { Manifest } from "../manifest.js";
import { parseManifest } from "../parse.js";
import { cutReferences } from "./text.js";

const ref = (name: string): string => `$\{${name}}`;

function parse(top: string, service = "", environment?: string) {
  const text = `${top}\nservices:\n  api:\n    image: nginx\n    ${service.replaceAll("\n", "\n    ")}\n`;
  return parseManifest({ file: "longshore.yaml", text }, environment === undefined ? {} : { environment });
}
function manifestOf(...written: Parameters<typeof parse>): Manifest {
  const { manifest, diagnostics } = parse(...written);
  expect(diagnostics).toEqual([]);
  return manifest as Manifest;
}
function faultsOf(...written: Parameters<typeof parse>): readonly Diagnostic[] {
  const { manifest, diagnostics } = parse(...written);
  expect(manifest).toBeUndefined();
  return diagnostics;
}

describe("cutReferences", () => {
  it.each([
    ["", []],
    ["plain $ text", [{ literal: "plain $ text" }]],
    [ref("a"), [{ reference: "a" }]],
    [
      `x${ref(" a.b ")}y${ref("c")}`,
      [{ literal: "x" }, { reference: "a.b" }, { literal: "y" }, { reference: "c" }],
    ],
    [`$${ref("a")}`, [{ literal: ref("a") }]],
    [`$$${ref("a")}`, [{ literal: `$${ref("a")}` }]],
    [`${ref("a")}$${ref("b")}`, [{ reference: "a" }, { literal: ref("b") }]],
  ])("%s", (text, pieces) => {
    expect(cutReferences(text)).toEqual({ pieces });
  });

  it("finds a reference that does not close", () => {
    expect(cutReferences("ab${cd")).toEqual({ unclosedAt: 2 });
  });
});

describe("references of the document", () => {
  it("resolve in any text", () => {
    const manifest = manifestOf(
      `application: shop
region: eu-west-1
environments: { dev: { variables: { LEVEL: debug } } }
variables: { LEVEL: info, NAME: "${ref("application")}-${ref("environment")}", BOTH: "${ref("variables.NAME")}/${ref("region")}" }
naming: { prefix: "${ref("application")}-${ref("environment")}" }
tags: { where: "${ref("variables.BOTH")}" }`,
      `environment: { L: "${ref("variables.LEVEL")}" }\ncommand: ["${ref("variables.NAME")}"]`,
      "dev",
    );
    expect(manifest.naming).toEqual({ prefix: "shop-dev" });
    expect(manifest.tags).toEqual({ where: "shop-dev/eu-west-1" });
    expect(manifest.services["api"]?.environment).toEqual({ L: "debug" });
    expect(manifest.services["api"]?.command).toEqual(["shop-dev"]);
  });

  it("keep numbers as they are written", () => {
    const manifest = manifestOf(
      "application: a\nvariables: { V: 1.10, ID: 012345678901234567890 }",
      `environment: { A: "${ref("variables.V")}", B: "${ref("variables.ID")}", C: 1.10, D: 0x1F, E: true, F: 1e3 }`,
    );
    expect(manifest.services["api"]?.environment).toEqual({
      A: "1.10",
      B: "012345678901234567890",
      C: "1.10",
      D: "0x1F",
      E: "true",
      F: "1e3",
    });
  });

  it("may refer to what an environment laid over", () => {
    const top = "application: a\nenvironments: { dev: { variables: { V: 2.0 } } }\nvariables: { V: 1.0 }";
    expect(
      manifestOf(top, `environment: { A: "${ref("variables.V")}" }`, "dev").services["api"]?.environment,
    ).toEqual({
      A: "2.0",
    });
  });

  it("are literal behind a second dollar sign, also where a branch is shared", () => {
    const top = `application: a\nx-base: &base { A: "$${ref("x")}", B: "$$${ref("x")}" }`;
    const manifest = manifestOf(top, "environment: *base").services["api"]?.environment;
    expect(manifest).toEqual({ A: ref("x"), B: `$${ref("x")}` });
  });

  it("are not looked at in x- keys", () => {
    expect(
      parse(`application: a\nx-note: "${ref("nothing")}"`, `x-more: { a: "${ref("b")}" }`).diagnostics,
    ).toEqual([]);
  });
});

describe("references for the plan", () => {
  const top = "application: a\nresources: { Files: { type: s3 } }";

  it("stay in the environment and the command", () => {
    const manifest = manifestOf(
      top,
      `environment:
  URL: "${ref("services.api.url")}/v1"
  MIX: "${ref("application")}-${ref("resources.Files.name")}-${ref("accountId")}$${ref("x")}"
command: [serve, "--host=${ref("services.api.host")}"]`,
    ).services["api"];
    expect(manifest?.environment).toEqual({
      URL: { template: [{ reference: "services.api.url" }, "/v1"] },
      MIX: {
        template: ["a-", { reference: "resources.Files.name" }, "-", { reference: "accountId" }, ref("x")],
      },
    });
    expect(manifest?.command).toEqual([
      "serve",
      { template: ["--host=", { reference: "services.api.host" }] },
    ]);
  });

  it("stay in the entry point, and in sidecars", () => {
    const template = [{ reference: "services.api.host" }];
    const text = `"${ref("services.api.host")}"`;
    const api = manifestOf(
      top,
      `entrypoint: [run, ${text}]
containers:
  otel: { image: a, environment: { A: ${text} }, command: [run, ${text}], entrypoint: ${text} }`,
    ).services["api"];
    expect(api?.entrypoint).toEqual(["run", { template }]);
    expect(api?.containers?.["otel"]).toMatchObject({
      ...{ environment: { A: { template } }, command: ["run", { template }], entrypoint: [{ template }] },
    });
  });

  it("may be parameters", () => {
    const parameters = "parameters: { LEVEL: info, HOST: , x: { description: any } }";
    const api = manifestOf(
      `${top}\n${parameters}`,
      `environment: { A: "${ref("parameters.LEVEL")}", B: "http://${ref("parameters.HOST")}/" }
command: [serve, "--x=${ref(" parameters.x ")}"]
containers: { otel: { image: a, environment: { A: "${ref("parameters.HOST")}" } } }`,
    ).services["api"];
    expect(api?.environment).toEqual({
      A: { template: [{ reference: "parameters.LEVEL" }] },
      B: { template: ["http://", { reference: "parameters.HOST" }, "/"] },
    });
    expect(api?.command).toEqual(["serve", { template: ["--x=", { reference: "parameters.x" }] }]);
    expect(api?.containers?.["otel"]?.environment).toEqual({
      A: { template: [{ reference: "parameters.HOST" }] },
    });
  });

  it.each([
    ["region: 'REF'", "", "region"],
    ["naming: { prefix: 'REF' }", "", "naming.prefix"],
    ["", "image: 'REF'", "services.api.image"],
    ["", "labels: { a: 'REF' }", "services.api.labels.a"],
    ["", "containers: { otel: { image: 'REF' } }", "services.api.containers.otel.image"],
    [
      "",
      "containers: { otel: { image: a, secrets: { A: 'secret:REF' } } }",
      "services.api.containers.otel.secrets.A",
    ],
    ["", "volumes: { data: '/REF' }", "services.api.volumes.data"],
  ])("may be parameters nowhere else: %s%s", (more, service, path) => {
    const reference = ref("parameters.LEVEL");
    const lines = `${top}\nparameters: { LEVEL: }\n${more.replace("REF", reference)}`;
    const faults = parseManifest({
      file: "longshore.yaml",
      text: `${lines}\nservices:\n  api: { ${service.startsWith("image") ? "" : "image: nginx, "}${service.replace("REF", reference)} }\n`,
    }).diagnostics;
    expect(faults).toMatchObject([{ path }]);
    expect(["unknown-reference", "secret-looks-like-value"]).toContain(faults[0]?.code);
  });

  it("may stand in a command of one text", () => {
    const manifest = manifestOf(
      top,
      `command: "run  ${ref("services.api.url")}/x --n ${ref("accountId")}${ref("accountId")} end"`,
    );
    expect(manifest.services["api"]?.command).toEqual([
      "run",
      { template: [{ reference: "services.api.url" }, "/x"] },
      "--n",
      { template: [{ reference: "accountId" }, { reference: "accountId" }] },
      "end",
    ]);
  });

  it.each([
    ["tags: { a: 'REF' }", "", "tags.a"],
    ["variables: { A: 'REF' }", "", "variables.A"],
    ["", "health: 'REF'", "services.api.health"],
    ["", "secrets: { A: 'secret:REF' }", "services.api.secrets.A"],
  ])("may not stand elsewhere: %s%s", (more, service, path) => {
    const reference = ref("resources.Files.name");
    const faults = faultsOf(`${top}\n${more.replace("REF", reference)}`, service.replace("REF", reference));
    expect(faults).toMatchObject([{ path }]);
    expect(["unknown-reference", "secret-looks-like-value"]).toContain(faults[0]?.code);
  });

  it("may not name an SSM parameter", () => {
    expect(faultsOf(top, `environment: { A: "ssm:/x/${ref("accountId")}" }`)).toMatchObject([
      { code: "unknown-reference", path: "services.api.environment.A" },
    ]);
  });

  it("are not what an author writes in the same shape", () => {
    const faults = faultsOf(top, "environment: { A: { template: [x] } }\ncommand: { template: [x] }");
    expect(faults.map(({ code, path }) => [code, path])).toEqual([
      ["wrong-type", "services.api.environment.A"],
      ["wrong-type", "services.api.command"],
    ]);
  });
});

describe("references that fail", () => {
  it.each([
    ["applicaton", /no such reference/, /"application"/],
    ["foo", /no such reference/, /references are/],
    ["variables.LEVL", /no variable "LEVL"/, /"LEVEL"/],
    ["variables.X", /no variable "X"/, /declare it under variables/],
    ["environment", /no environment was asked for/, /-e dev/],
    ["region", /names no region/, /region: eu-west-1/],
    ["services.apii.url", /no service "apii"/, /"api"/],
    ["services.api.uri", /no "uri"/, /"url"/],
    ["services.api", /no ""/, /url, host, name/],
    ["services.api.url.x", /no "url.x"/, /url/],
    ["resources.Filez.name", /no resource "Filez"/, /"Files"/],
    ["parameters.LEVL", /no parameter "LEVL"/, /"LEVEL"/],
    ["parameters.Zone", /no parameter "Zone"/, /declare it under parameters/],
    ["parameters.LEVEL.x", /no parameter "LEVEL.x"/, /"LEVEL"/],
    ["parameters.constructor", /no parameter "constructor"/, /declare/],
    ["parameters", /no such reference/, /references are|did you mean/],
    ["paramters.LEVEL", /no such reference/, /"parameters"/],
    ["resources.constructor.name", /no resource "constructor"/, /declare/],
    ["variables.constructor", /no variable "constructor"/, /declare/],
    ["", /no such reference/, /references are/],
  ])("%s", (name, message, hint) => {
    const faults = faultsOf(
      "application: a\nvariables: { LEVEL: info }\nparameters: { LEVEL: info }\nresources: { Files: { type: s3 } }",
      `environment: { A: "x ${ref(name)}" }`,
    );
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatchObject({ code: "unknown-reference", path: "services.api.environment.A" });
    expect(faults[0]?.message).toMatch(message);
    expect(faults[0]?.hint).toMatch(hint);
  });

  it("an open one says how to close or escape it", () => {
    expect(faultsOf("application: a", 'environment: { A: "x ${y" }')).toMatchObject([
      { code: "unknown-reference", hint: expect.stringContaining("$${") },
    ]);
  });

  it("a cycle is reported once, with its members", () => {
    const top = `application: a\nvariables: { A: "${ref("variables.B")}", B: "${ref("variables.C")}", C: "${ref("variables.A")}" }`;
    const faults = faultsOf(top, `environment: { X: "${ref("variables.A")}", Y: "${ref("variables.B")}" }`);
    expect(faults).toMatchObject([
      {
        code: "reference-cycle",
        path: "variables.A",
        message: "variables.A refers to itself: variables.A -> variables.B -> variables.C -> variables.A",
      },
    ]);
  });

  it("the application cannot be named after itself", () => {
    expect(faultsOf(`application: "${ref("application")}"`)).toMatchObject([
      { code: "reference-cycle", path: "application" },
    ]);
  });

  it("a fault in a variable is reported there, not at each use", () => {
    const faults = faultsOf(
      `application: a\nvariables: { A: "${ref("b")}" }`,
      `environment: { X: "${ref("variables.A")}" }`,
    );
    expect(faults.map(({ path }) => path)).toEqual(["variables.A"]);
  });

  it("a chain of thousands and texts that double are refused", () => {
    const chain = Array.from(
      { length: 5000 },
      (_, index) => `V${index}: "${ref(`variables.V${index + 1}`)}"`,
    );
    const faults = faultsOf(`application: a\nvariables: { ${chain.join(", ")}, V5000: x }`);
    expect(faults.map(({ code }) => code)).toContain("reference-cycle");
    const doubled = Array.from(
      { length: 60 },
      (_, index) => `V${index + 1}: "${ref(`variables.V${index}`).repeat(2)}"`,
    );
    expect(faultsOf(`application: a\nvariables: { V0: xxxxxxxx, ${doubled.join(", ")} }`)).toMatchObject([
      { code: "invalid-value", message: expect.stringContaining("65536") },
    ]);
  });
});
