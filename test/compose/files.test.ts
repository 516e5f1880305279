import { describe, expect, it } from "vitest";
import { apiOf, read, said, service, servicesOf, translate } from "./reading.js";

const image = (name: string): string => service(`image: ${name}`);

describe("several files", () => {
  it("are laid over each other, each with its own variables", () => {
    const over = service("image: ${TAG:-two}\nenvironment: { B: b }");
    const layer = translate(service("image: one\nenvironment: [A=a]"), {
      files: { "over.yaml": over },
      overrides: ["over.yaml"],
    });
    expect(apiOf(layer)).toMatchObject({ image: "two", environment: { A: "a", B: "b" } });
    expect(layer.locate("services.api.environment.B")).toMatchObject({
      file: "over.yaml",
      start: { line: 4 },
    });
    expect(layer.locate("services.api.environment.A")).toMatchObject({ file: "compose.yaml" });
  });

  it("may be several documents in one file", () => {
    expect(apiOf(translate(`${image("a")}---\n${service("user: '1000'")}`))).toMatchObject({
      image: "a",
      user: "1000",
    });
  });

  it("a missing one is said and the rest is read", () => {
    const project = read(image("a"), { overrides: ["gone.yaml"] });
    expect(project.services).toHaveLength(1);
    expect(project.diagnostics).toMatchObject([{ code: "file-missing", severity: "error" }]);
  });
});

describe("the .env beside the file", () => {
  it("gives variables, beneath those of the caller", () => {
    const text = service("image: a\nenvironment: { A: $A, B: $B }");
    const layer = translate(text, { files: { ".env": "A=file\nB=file" }, variables: { B: "caller" } });
    expect(apiOf(layer)["environment"]).toEqual({ A: "file", B: "caller" });
  });
});

describe("env_file", () => {
  const files = { "a.env": "A=1\nB=1", "b.env": "B=2", "raw.env": "R='x'" };

  it.each([
    ["env_file: a.env", { A: "1", B: "1" }],
    ["env_file: [a.env, b.env]", { A: "1", B: "2" }],
    ["env_file: [b.env, a.env]", { A: "1", B: "1" }],
    ["env_file: [{ path: a.env }]", { A: "1", B: "1" }],
    ["env_file: [{ path: a.env, required: true }, { path: none.env, required: false }]", { A: "1", B: "1" }],
    ["env_file: [{ path: raw.env, format: raw }]", { R: "'x'" }],
    ["env_file: a.env\nenvironment: { A: own }", { A: "own", B: "1" }],
    ["env_file: a.env\nenvironment: [A]", { A: "1", B: "1" }],
  ])("%s", (body, environment) => {
    const layer = translate(service(`image: a\n${body}`), { files });
    expect(apiOf(layer)["environment"]).toEqual(environment);
    expect(said(layer.diagnostics)).toEqual([]);
  });

  it("a missing one is a warning at the line that asks for it", () => {
    const layer = translate(service("image: a\nenv_file: [none.env]"));
    expect(layer.diagnostics).toContainEqual(
      expect.objectContaining({
        code: "file-missing",
        severity: "warning",
        span: expect.objectContaining({ file: "compose.yaml" }),
      }),
    );
    expect(Object.keys(servicesOf(layer))).toEqual(["api"]);
  });
});

describe("extends", () => {
  const base = "services:\n  base: { image: base, user: '1', command: [x], environment: [A=1] }\n";

  it("lays a service over one of the same file", () => {
    const layer = translate(`${base}  api: { extends: base, image: own, environment: { B: 2 } }`);
    expect(servicesOf(layer)["api"]).toMatchObject({
      image: "own",
      user: "1",
      command: ["x"],
      environment: { A: "1", B: "2" },
    });
  });

  it("follows chains over files, with paths against each file's folder", () => {
    const files = {
      "common/base.yaml":
        "services:\n  web: { extends: { service: root }, env_file: vars.env }\n  root: { build: app }\n",
      "common/vars.env": "A=1",
    };
    const layer = translate(service("extends: { file: common/base.yaml, service: web }"), { files });
    expect(apiOf(layer)).toMatchObject({ image: { build: "common/app" }, environment: { A: "1" } });
    expect(layer.locate("services.api.image")).toMatchObject({ file: "common/base.yaml" });
  });

  it("may extend what an earlier file has", () => {
    const reading = { files: { "over.yaml": service("extends: base", "extra") }, overrides: ["over.yaml"] };
    expect(servicesOf(translate(base, reading))["extra"]).toMatchObject({ image: "base" });
  });

  it.each([
    ["itself", "  api: { extends: api, image: a }", "api extends itself: api -> api"],
    [
      "in a circle",
      "  api: { extends: b, image: a }\n  b: { extends: c }\n  c: { extends: api }",
      "api extends itself: api -> b -> c -> api",
    ],
  ])("%s is an error that names the circle; the rest is planned", (_what, services, message) => {
    const layer = translate(`services:\n${services}\n  other: { image: o }\n`);
    expect(layer.diagnostics).toContainEqual(
      expect.objectContaining({ code: "compose-cycle", severity: "error", message }),
    );
    expect(servicesOf(layer)["other"]).toMatchObject({ image: "o" });
    expect(servicesOf(layer)["api"]).toMatchObject({ image: "a" });
  });

  it("over two files in a circle ends too", () => {
    const files = { "b.yaml": service("extends: { file: compose.yaml, service: api }", "b") };
    const layer = translate(service("image: a\nextends: { file: b.yaml, service: b }"), { files });
    expect(layer.diagnostics).toContainEqual(expect.objectContaining({ code: "compose-cycle" }));
  });

  it.each([
    ["extends: bse", "api extends bse, which does not exist", 'did you mean "base"?'],
    ["extends: { file: b.yaml, service: x }", "b.yaml does not exist", undefined],
    ["extends: { file: compose.yaml }", "extends names no service", undefined],
  ])("%s is said", (body, message, hint) => {
    const { diagnostics } = translate(`${base}  api: { image: a, ${body} }`);
    const found = diagnostics.find((each) => each.message === message);
    expect(found?.severity).toBe("error");
    expect(found?.span).toBeDefined();
    expect(found?.hint).toBe(hint);
  });
});

describe("include", () => {
  it("copies what other files have, with folder and .env of their own", () => {
    const files = {
      "parts/db.yaml": "services:\n  db: { build: ., environment: { LEVEL: $LEVEL } }\nvolumes: { data: }\n",
      "parts/.env": "LEVEL=of-the-part",
    };
    const layer = translate(`include: [parts/db.yaml]\n${image("a")}`, { files });
    expect(servicesOf(layer)["db"]).toMatchObject({
      image: { build: "parts" },
      environment: { LEVEL: "of-the-part" },
    });
    expect(Object.keys(servicesOf(layer))).toEqual(["api", "db"]);
  });

  it("takes the long form: several files, a folder and env files; the caller's variables win", () => {
    const files = {
      "a/one.yaml": "services: { x: { build: ., environment: { V: $V, W: $W } } }",
      "a/two.yaml": "services: { x: { user: '7' } }",
      "vars.env": "V=file\nW=file",
    };
    const text = `include:\n  - { path: [a/one.yaml, a/two.yaml], project_directory: ., env_file: vars.env }\n${image("a")}`;
    expect(servicesOf(translate(text, { files, variables: { W: "caller" } }))["x"]).toMatchObject({
      image: { build: "." },
      user: "7",
      environment: { V: "file", W: "caller" },
    });
  });

  it("recurses; a circle is an error and the rest is planned", () => {
    const files = {
      "b.yaml": "include: [c.yaml]\nservices: { b: { image: b } }",
      "c.yaml": "include: [b.yaml]\nservices: { c: { image: c } }",
    };
    const layer = translate(`include: [b.yaml]\n${image("a")}`, { files });
    expect(layer.diagnostics).toContainEqual(
      expect.objectContaining({
        code: "compose-cycle",
        message: "b.yaml includes itself: compose.yaml -> b.yaml -> c.yaml -> b.yaml",
      }),
    );
    expect(Object.keys(servicesOf(layer)).sort()).toEqual(["api", "b", "c"]);
  });

  it("does not merge a service that exists, and says so", () => {
    const layer = translate(`include: [b.yaml]\n${image("mine")}`, { files: { "b.yaml": image("theirs") } });
    expect(apiOf(layer)["image"]).toBe("mine");
    expect(layer.diagnostics).toContainEqual(
      expect.objectContaining({ code: "name-collision", severity: "warning" }),
    );
  });
});

describe("profiles", () => {
  const text = "services:\n  api: { image: a }\n  tool: { image: t, profiles: [debug] }\n";

  it.each([
    [[], ["api"]],
    [["debug"], ["api", "tool"]],
    [["other"], ["api"]],
    [["*"], ["api", "tool"]],
  ])("%j gives %j", (profiles, expected) => {
    const layer = translate(text, { profiles });
    expect(Object.keys(servicesOf(layer))).toEqual(expected);
    expect(said(layer.diagnostics).some((each) => each.includes("tool is left out"))).toBe(
      !expected.includes("tool"),
    );
  });
});

describe("fragments", () => {
  it("anchors and merge keys are read, and every copy knows where it stands", () => {
    const text =
      "x-base: &base\n  LEVEL: info\nservices:\n  api:\n    image: a\n    environment: { <<: *base, A: 1 }\n";
    const layer = translate(text);
    expect(apiOf(layer)["environment"]).toEqual({ A: "1", LEVEL: "info" });
    expect(layer.locate("services.api.environment.LEVEL")?.start.line).toBe(2);
  });
});
