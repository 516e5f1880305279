import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { composeKeys, printComposeKeys } from "../../src/compose/index.js";
import { service, translate } from "./reading.js";

/** What is written for a key where `{ a: b }` would be no value of it. */
const values: Readonly<Record<string, string>> = {
  "services.*.build": "app",
  "services.*.command": "run it",
  "services.*.container_name": "first",
  "services.*.cpus": "2",
  "services.*.depends_on": "[other]",
  "services.*.deploy": "{ replicas: 3 }",
  "services.*.entrypoint": "run it",
  "services.*.env_file": "a.env",
  "services.*.environment": "{ A: b }",
  "services.*.expose": "[8080]",
  "services.*.extends": "other",
  "services.*.healthcheck": "{ test: check }",
  "services.*.hostname": "first",
  "services.*.image": "b",
  "services.*.init": "true",
  "services.*.labels": "{ a: b }",
  "services.*.links": "[other]",
  "services.*.mem_limit": "2g",
  "services.*.mem_reservation": "2g",
  "services.*.network_mode": "service:other",
  "services.*.networks": "{ default: { aliases: [first] } }",
  "services.*.platform": "linux/arm64",
  "services.*.ports": "[8080]",
  "services.*.privileged": "true",
  "services.*.profiles": "[x]",
  "services.*.read_only": "true",
  "services.*.restart": "'no'",
  "services.*.scale": "3",
  "services.*.secrets": "[key]",
  "services.*.stop_grace_period": "50s",
  "services.*.tmpfs": "/x",
  "services.*.ulimits": "{ nofile: 9 }",
  "services.*.use_api_socket": "true",
  "services.*.user": "me",
  "services.*.volumes": "[data:/data]",
  "services.*.working_dir": "/x",
  "services.*.build.context": "app",
  "services.*.build.target": "run",
  "services.*.configs": "[file]",
  "services.*.build.dockerfile": "Other",
  "services.*.deploy.labels": "{ a: b }",
  "services.*.deploy.mode": "global",
  "services.*.deploy.replicas": "3",
  "services.*.deploy.resources": "{ limits: { cpus: 2 } }",
  "services.*.deploy.resources.limits": "{ cpus: 2 }",
  "services.*.deploy.resources.limits.cpus": "2",
  "services.*.deploy.resources.limits.memory": "2g",
  "services.*.deploy.resources.reservations": "{ cpus: 2 }",
  "services.*.deploy.resources.reservations.cpus": "2",
  "services.*.deploy.resources.reservations.memory": "2g",
  "services.*.deploy.update_config": "{ order: start-first }",
  "services.*.deploy.update_config.failure_action": "rollback",
  "services.*.deploy.update_config.order": "start-first",
  "services.*.deploy.update_config.parallelism": "2",
  "services.*.healthcheck.disable": "true",
  "services.*.healthcheck.interval": "9s",
  "services.*.healthcheck.retries": "9",
  "services.*.healthcheck.start_period": "9s",
  "services.*.healthcheck.test": "other",
  "services.*.healthcheck.timeout": "9s",
  include: "[part.yaml]",
  name: "other",
  secrets: "{ key: { environment: KEY } }",
  services: "{ second: { image: b } }",
  volumes: "{ data: { external: true } }",
  "volumes.*.external": "true",
};

/** What must stand beside a key, so that it can mean anything. */
const beside: Readonly<Record<string, string>> = {
  "services.*.container_name":
    "services: { other: { environment: { URL: 'http://first:8080' } }, api: { expose: [8080] } }",
  "services.*.hostname":
    "services: { other: { environment: { URL: 'http://first:8080' } }, api: { expose: [8080] } }",
  "services.*.networks":
    "services: { other: { environment: { URL: 'http://first:8080' } }, api: { expose: [8080] } }",
  "services.*.depends_on": "services: { other: { expose: [80] } }",
  "services.*.links": "services: { other: { expose: [80] } }",
  "services.*.extends": "services: { other: { user: base } }",
  "services.*.deploy.update_config.parallelism":
    "services: { api: { deploy: { replicas: 4, update_config: { order: stop-first } } } }",
  "services.*.healthcheck.disable": "services: { api: { healthcheck: { test: x } } }",
  "services.*.healthcheck.interval": "services: { api: { healthcheck: { test: x } } }",
  "services.*.healthcheck.retries": "services: { api: { healthcheck: { test: x } } }",
  "services.*.healthcheck.start_period": "services: { api: { healthcheck: { test: x } } }",
  "services.*.healthcheck.timeout": "services: { api: { healthcheck: { test: x } } }",
  "services.*.build.dockerfile": "services: { api: { build: { context: . } } }",
  secrets: "services: { api: { secrets: [key] } }",
  volumes: "services: { api: { volumes: ['data:/data'] } }",
  "volumes.*.external": "services: { api: { volumes: ['data:/data'] } }",
};

const base = `${service("image: a")}  other: { image: o }\n`;
const files = { "a.env": "A=file", "part.yaml": "services: { part: { image: p } }" };

/** The file with the key written, laid over the file without it; the key stands at the end of it. */
function written(key: string): string {
  const names: Readonly<Record<string, string>> = { services: "api", volumes: "data" };
  const segments = key.split(".");
  const path = segments.map((segment, index) =>
    segment === "*" ? (names[segments[index - 1] ?? ""] ?? "x") : segment,
  );
  const lines = path.map((segment, depth) => `${"  ".repeat(depth)}${segment}:`);
  return `${lines.join("\n")} ${values[key] ?? "{ a: b }"}\n`;
}

function outcome(overrides: readonly string[], texts: Readonly<Record<string, string>>) {
  const layer = translate(base, { files: { ...files, ...texts }, overrides });
  return {
    layer,
    seen: JSON.stringify([layer.document, layer.decisions, layer.diagnostics.map(({ message }) => message)]),
  };
}

describe("the published table of compose keys", () => {
  it.each(composeKeys)("$key is $status", ({ key, status }) => {
    const texts = { "beside.yaml": beside[key] ?? "services: {}", "key.yaml": written(key) };
    const { layer, seen } = outcome(["beside.yaml", "key.yaml"], texts);
    const name = key.split(".").at(-1) ?? "";
    const told = layer.diagnostics.filter(
      (each) =>
        each.span?.file === "key.yaml" &&
        each.message.startsWith(`${name} `) &&
        ["compose-unsupported", "compose-refused"].includes(each.code),
    );
    const expected = {
      used: [],
      translated: [],
      noted: [["note", "compose-unsupported"]],
      warned: [["warning", "compose-unsupported"]],
      refused: [["warning", "compose-refused"]],
    }[status];
    expect(told.map(({ severity, code }) => [severity, code])).toEqual(expected);
    if (status === "used" || status === "translated")
      expect(seen).not.toBe(outcome(["beside.yaml"], texts).seen);
    expect(layer.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  });

  it("names each key once", () => {
    expect(new Set(composeKeys.map(({ key }) => key)).size).toBe(composeKeys.length);
  });

  it("knows what it does not know", () => {
    const { diagnostics } = translate(service("image: a\nprots: [80]\nx-own: 1\ndeploy: { replica: 2 }"));
    const unknown = diagnostics.filter(({ code }) => code === "unknown-key");
    expect(unknown.map(({ path, severity, hint }) => [path, severity, hint])).toEqual([
      ["services.api.prots", "warning", 'did you mean "ports"?'],
      ["services.api.deploy.replica", "warning", 'did you mean "replicas"?'],
    ]);
  });

  it("says a key once for each place, with every service that has it by an anchor", () => {
    const text =
      "x-a: &a { image: a, dns: 1.1.1.1, logging: { driver: x } }\nservices:\n  one: *a\n  two: *a\n  three: { <<: *a, dns: 2.2.2.2, tty: true }\n";
    const told = translate(text).diagnostics.filter(({ code }) => code === "compose-unsupported");
    expect(told.map(({ message }) => message.split(":")[0])).toEqual([
      "dns is left out (2 services",
      "logging does nothing on Fargate (3 services",
      "dns is left out",
      "tty does nothing on Fargate",
    ]);
  });

  it("is what docs/compose.md prints", async () => {
    const path = new URL("../../docs/compose.md", import.meta.url);
    const text = readFileSync(path, "utf8").replace(/(?<=<!-- keys -->\n)[\s\S]*(?=\n<!-- \/keys -->)/, () =>
      printComposeKeys(),
    );
    await expect(text).toMatchFileSnapshot("../../docs/compose.md");
  });
});
