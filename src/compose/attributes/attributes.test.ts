import { describe, expect, it } from "vitest";
import { read, said, service } from "../../../test/compose/reading.js";
import type { ComposeService } from "./service.js";

function apiWith(body: string, texts: readonly string[] = []): ComposeService {
  const { services, diagnostics } = read(service(`image: a\n${body}`));
  expect(said(diagnostics)).toEqual(texts);
  return services[0] as ComposeService;
}
const texts = (list: readonly { text: string }[] | undefined) => list?.map(({ text }) => text);

describe("command and entrypoint", () => {
  it.each([
    ["command: npm run worker", ["npm", "run", "worker"]],
    ["command: [npm, run, 'a b']", ["npm", "run", "a b"]],
    [`command: sh -c 'echo "a  b" && x'`, ["sh", "-c", 'echo "a  b" && x']],
    [`command: a "b 'c'" d\\ e ''`, ["a", "b 'c'", "d e", ""]],
    [`command: 'a "b\\\\c\\"d" ''x'`, undefined],
    ["command: |\n  a\n    b\n  c", ["a", "b", "c"]],
    ["command: echo $$HOME", ["echo", "$HOME"]],
    ["command: --n ${N:-1 2}", ["--n", "1", "2"]],
    ["command: --x${NONE}y z", ["--xy", "z"]],
    ["command: []", undefined],
    ["command: ''", undefined],
    ["command:", undefined],
    ["command: [1, true]", ["1", "true"]],
  ])("%s", (body, words) => {
    const isOpen = body.includes("''x'");
    const command = apiWith(body, isOpen ? ["error: a quote in command is not closed"] : []).command;
    expect(texts(command)).toEqual(words);
  });

  it("keeps where the parts of a word come from", () => {
    expect(apiWith("command: a --x=${NONE}/y").command?.[1]?.pieces).toEqual([
      { from: "literal", text: "--x=" },
      { from: "missing", name: "NONE", text: "" },
      { from: "literal", text: "/y" },
    ]);
  });

  it("refuses other kinds", () => {
    apiWith("command: { a: b }", ["error: command must be a text or a list of texts, not a map"]);
    apiWith("entrypoint: [a, [b]]", ["error: entrypoint must be a text or a list of texts, not a list"]);
  });
});

describe("environment", () => {
  it.each([
    [
      "environment: { A: 1, B: 1.10, C: true, D: yes, E: '', F: }",
      { A: "1", B: "1.10", C: "true", D: "yes", E: "", F: undefined },
    ],
    ["environment: [A=1, B=, C, 'D=a=b', 'E=\"q\"']", { A: "1", B: "", C: undefined, D: "a=b", E: '"q"' }],
    ["environment: ['A=${X:-x}y']", { A: "xy" }],
    ["environment:", {}],
  ])("%s", (body, expected) => {
    const { variables } = apiWith(body);
    expect(Object.fromEntries(variables.map(({ name, value }) => [name, value?.text]))).toEqual(expected);
  });

  it("refuses other kinds", () => {
    apiWith("environment: text", [
      "error: environment must be a map of names to values or a list of NAME=value, not a text",
    ]);
    apiWith("environment: { A: [1] }", ["error: A must be a text, a number or true/false"]);
  });
});

describe("depends_on", () => {
  it.each([
    ["depends_on: [a]", [["a", "service_started", true]]],
    ["depends_on: { a: { condition: service_healthy } }", [["a", "service_healthy", true]]],
    [
      "depends_on: { a: { condition: service_completed_successfully, required: false, restart: true } }",
      [["a", "service_completed_successfully", false]],
    ],
  ])("%s", (body, expected) => {
    expect(
      apiWith(body).dependsOn.map(({ service: name, condition, isRequired }) => [
        name,
        condition,
        isRequired,
      ]),
    ).toEqual(expected);
  });

  it("refuses other conditions", () => {
    apiWith("depends_on: { a: { condition: ready } }", [
      "error: the condition must be one of service_started, service_healthy, service_completed_successfully",
    ]);
  });
});

describe("healthcheck", () => {
  it.each([
    ["healthcheck: { test: curl x }", ["CMD-SHELL", "curl x"]],
    ["healthcheck: { test: [CMD, curl, x] }", ["CMD", "curl", "x"]],
    ["healthcheck: { test: [CMD-SHELL, 'curl x || exit 1'] }", ["CMD-SHELL", "curl x || exit 1"]],
    ["healthcheck: { test: [NONE] }", "none"],
    ["healthcheck: { test: NONE }", "none"],
    ["healthcheck: { disable: true, test: curl x }", "none"],
    ["healthcheck: { interval: 10s }", "image"],
  ])("%s", (body, expected) => {
    const test = apiWith(body).healthcheck?.test;
    expect(typeof test === "string" ? test : texts(test)).toEqual(expected);
  });

  it("reads times", () => {
    expect(
      apiWith(
        "healthcheck: { test: x, interval: 1m30s, timeout: 2.5s, retries: 5, start_period: 1h, start_interval: 1s }",
      ).healthcheck,
    ).toMatchObject({
      intervalSeconds: 90,
      timeoutSeconds: 2.5,
      retries: 5,
      startPeriodSeconds: 3600,
    });
  });

  it("refuses what is none", () => {
    apiWith("healthcheck: { test: [curl, x] }", [
      "error: a test is a text for the shell, or a list that starts with CMD, CMD-SHELL or NONE",
    ]);
    apiWith("healthcheck: { test: x, interval: 10 }", ["error: interval must be a duration such as 1m30s"]);
    apiWith("healthcheck: none", ["error: healthcheck must be a map, not a text"]);
  });
});

describe("deploy", () => {
  it.each([
    ["deploy: { resources: { limits: { cpus: '0.50', memory: 50M } } }", { cpus: 0.5, memoryMiB: 50 }],
    ["deploy: { resources: { reservations: { cpus: 0.25, memory: 20m } } }", { cpus: 0.25, memoryMiB: 20 }],
    [
      "deploy: { resources: { limits: { memory: 1g }, reservations: { memory: 20m, cpus: 1 } } }",
      { cpus: 1, memoryMiB: 1024 },
    ],
    ["mem_limit: 1g\ncpus: 2", { cpus: 2, memoryMiB: 1024 }],
    ["deploy: { replicas: 6 }", { replicas: 6 }],
    ["scale: 3", { replicas: 3 }],
    ["deploy: { mode: global }", { mode: { text: "global" } }],
    [
      "deploy: { update_config: { parallelism: 2, order: start-first, failure_action: rollback } }",
      { update: { order: "start-first", parallelism: 2, failureAction: "rollback" } },
    ],
  ])("%s", (body, expected) => {
    expect(apiWith(body).deploy).toMatchObject(expected);
  });

  it("refuses what is none", () => {
    apiWith("deploy: { replicas: many }", ["error: replicas must be a whole number"]);
    apiWith("deploy: { resources: { limits: { memory: much } } }", [
      "error: memory must be an amount of memory such as 512m",
    ]);
  });
});

describe("build", () => {
  it.each([
    ["build: app", { context: "app" }],
    ["build: ./app/", { context: "app" }],
    ["build: .", { context: "." }],
    ["build: ../up", { context: "../up" }],
    ["build: https://github.com/a/b.git#main", { context: "https://github.com/a/b.git#main" }],
    [
      "build: { context: app, dockerfile: a.Dockerfile, target: run, args: { A: 1 } }",
      { context: "app", dockerfile: "a.Dockerfile", target: "run" },
    ],
    ["build: { dockerfile: a.Dockerfile }", { context: ".", dockerfile: "a.Dockerfile" }],
  ])("%s", (body, expected) => {
    expect(apiWith(body).build).toMatchObject(expected);
  });
});

describe("configs, secrets and the rest", () => {
  it("reads both forms", () => {
    expect(
      apiWith("secrets: [a, { source: b, target: c, mode: 0o440 }, { source: d, target: /e }]").secrets.map(
        ({ source, target }) => [source, target],
      ),
    ).toEqual([
      ["a", "/run/secrets/a"],
      ["b", "/run/secrets/c"],
      ["d", "/e"],
    ]);
    expect(apiWith("configs: [a]").configs.map(({ target }) => target)).toEqual(["/a"]);
  });

  it("reads the origins", () => {
    const { secrets, configs } = read(
      `${service("image: a")}secrets:\n  a: { file: ./a.txt }\n  b: { environment: B }\n  c: { external: true }\n  d: { external: { name: real } }\nconfigs: { e: { content: x } }\n`,
    );
    expect([...secrets.values(), ...configs.values()].map(({ span: _span, ...origin }) => origin)).toEqual([
      { from: "file", path: "a.txt" },
      { from: "environment", variable: "B" },
      { from: "external", name: "c" },
      { from: "external", name: "real" },
      { from: "content" },
    ]);
  });

  it("reads names and limits", () => {
    const api = apiWith(
      "container_name: c\nhostname: h\nnetworks: { n: { aliases: [x, y] } }\nlinks: ['db:database', other]\nulimits: { nofile: { soft: 10, hard: 20 }, nproc: 5 }\nstop_grace_period: 1m\ninit: true\nread_only: 'true'\nplatform: linux/arm64\nlabels: [a=b]",
    );
    expect(api).toMatchObject({
      aliases: ["c", "h", "x", "y"],
      nofile: { soft: 10, hard: 20 },
      stopGraceSeconds: 60,
      init: true,
      readOnly: true,
    });
    expect([...api.links]).toEqual([
      ["database", "db"],
      ["other", "other"],
    ]);
    expect(apiWith("ulimits: { nofile: 65536 }").nofile).toEqual({ soft: 65536, hard: 65536 });
  });
});
