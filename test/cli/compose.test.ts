import { join } from "node:path";
import { expect, test } from "vitest";
import { decodePlan, type Plan, type ResourceOf } from "../../src/index.js";
import { createWorkspace, type Outcome } from "./harness.js";
import { envFile, shopCompose } from "./shop-compose.js";

const hello = "services: { web: { image: 'nginx:1.27', ports: ['80:80'] } }\n";

test("a compose file is planned as it is, and its decisions are told in short", async () => {
  const workspace = createWorkspace({ "docker-compose.yml": shopCompose, ".env": envFile });
  const { code, stdout, stderr } = await workspace.run(["plan", "docker-compose.yml", "--name", "shop"]);

  expect(code).toBe(0);
  expect(stdout).toMatch(/^shop\n/);
  expect(stdout).toContain("Service web");
  await expect(stderr).toMatchFileSnapshot("expected/compose-plan.txt");
});

test("--explain tells each decision with its reason, and the notes", async () => {
  const workspace = createWorkspace({ "docker-compose.yml": shopCompose, ".env": envFile });
  const { code, stderr } = await workspace.run(["plan", "--name", "shop", "--explain"]);

  expect(code).toBe(0);
  await expect(stderr).toMatchFileSnapshot("expected/compose-explain.txt");
});

test.each([
  ["compose.yaml", ["validate"]],
  ["compose.yml", ["validate"]],
  ["docker-compose.yaml", ["validate"]],
  ["docker-compose.yml", ["validate"]],
  ["docker-compose.prod.yml", ["validate", "docker-compose.prod.yml"]],
  ["compose.prod.yaml", ["validate", "-f", "compose.prod.yaml"]],
  ["fleet.yml", ["validate", "fleet.yml"]],
  ["deploy/fleet.json", ["validate", "deploy/fleet.json"]],
])("%s is a compose file", async (file, args) => {
  const text = file.endsWith(".json") ? '{ "services": { "web": { "image": "nginx" } } }' : hello;
  const { code, stdout, stderr } = await createWorkspace({ [file]: text }).run(args);

  expect(stderr).toContain("on what compose files leave open");
  expect({ code, stdout }).toEqual({
    code: 0,
    stdout: expect.stringContaining(`${join(file)} is valid: 1 service`),
  });
});

test.each([
  ["a manifest without its name", "shop.yaml", "region: eu-west-1\nservices: { web: { image: nginx } }\n"],
  ["longshore.yaml, whatever it holds", "longshore.yaml", hello],
])("%s stays a manifest", async (_, file, text) => {
  const { code, stderr } = await createWorkspace({ [file]: text }).run(["validate", file]);

  expect(code).toBe(1);
  expect(stderr).toContain("application");
  expect(stderr).not.toContain("compose");
});

test("a manifest in the folder comes before a compose file", async () => {
  const manifest = "application: own\nservices: { web: { image: nginx, port: 80, route: /* } }\n";
  const workspace = createWorkspace({ "longshore.yml": manifest, "compose.yaml": "nonsense" });

  expect((await workspace.run(["validate"])).stdout).toBe("longshore.yml is valid: 1 service\n");
});

test("compose files are found in the order of Compose, with the override beside them", async () => {
  const workspace = createWorkspace({
    "docker-compose.yml": "nonsense",
    "compose.yaml": hello,
    "compose.override.yaml": "services: { extra: { image: nginx } }\n",
  });
  const { stdout } = await workspace.run(["validate"]);
  expect(stdout).toContain("compose.yaml + compose.override.yaml is valid: 2 services");

  const alone = await workspace.run(["validate", "compose.yaml"]);
  expect(alone.stdout).toContain("compose.yaml is valid: 1 service");
});

test("several files are laid over each other, in their order", async () => {
  const workspace = createWorkspace({
    "a/base.yml": hello,
    "b/more.yml": "services: { web: { image: 'nginx:1.28', cpu_count: 1 }, extra: { build: app } }\n",
  });
  const outcome = await workspace.run(["plan", "-f", "a/base.yml", "-f", "b/more.yml", "--json"]);

  expect(outcome.code).toBe(0);
  expect(tasksOf(outcome).map(({ id }) => id)).toEqual(
    expect.arrayContaining([expect.stringContaining("extra"), expect.stringContaining("web")]),
  );
  expect(outcome.stdout).toContain("1.28");
  expect(outcome.stderr).toContain(`${join("b/more.yml")}:1:`);
});

test("the plan is the same from wherever it is made", async () => {
  const workspace = createWorkspace({ "deploy/shop/compose.yaml": shopCompose, "deploy/shop/.env": envFile });
  const here = await workspace.run(["plan", "deploy/shop/compose.yaml", "--json"]);
  workspace.write("deploy/shop/sub/keep", "");
  const absolute = await workspace.run(["plan", join(workspace.path, "deploy/shop/compose.yaml"), "--json"]);

  expect(here.code).toBe(0);
  expect(absolute.stdout).toBe(here.stdout);
  expect(JSON.parse(here.stdout).application).toBe("shop");
});

test("the standard input may be a compose file", async () => {
  const workspace = createWorkspace();
  const { code, stdout, stderr } = await workspace.run(["validate", "-f", "-", "--name", "shop"], {
    stdin: hello.replace("image", "cpu_count: 1, image"),
  });

  expect(code).toBe(0);
  expect(stdout).toContain("<stdin> is valid: 1 service");
  expect(stderr).toContain("<stdin>:1:20\n> 1 | services:");
});

test("--name is the name of the application, whatever the file says", async () => {
  const workspace = createWorkspace({ "compose.yaml": `name: other\n${hello}` });
  const named = await workspace.run(["plan", "--name", "mine", "--json"]);
  const { stdout } = await workspace.run(["plan", "--json"]);

  expect(JSON.parse(named.stdout).application).toBe("mine");
  expect(JSON.parse(stdout).application).toBe("other");
  expect(named.stderr).not.toContain("note on how");
});

test("the name of the folder is the application where nothing else is", async () => {
  const workspace = createWorkspace({ "My Shop/compose.yaml": hello });
  const { stdout } = await workspace.run(["plan", "My Shop/compose.yaml", "--json"]);

  expect(JSON.parse(stdout).application).toBe("my-shop");
});

test("--profile activates services", async () => {
  const workspace = createWorkspace({ "compose.yaml": shopCompose });
  const count = async (...args: readonly string[]): Promise<string | undefined> =>
    /\d+ services?/.exec((await workspace.run(["validate", ...args])).stdout)?.[0];

  expect(await count()).toBe("2 services");
  expect(await count("--profile", "tools")).toBe("3 services");
  expect(await count("--profile", "other", "--profile", "*")).toBe("3 services");
});

test("variables come from .env beside the file, and before it from the environment", async () => {
  const text = hello.replace("ports:", 'environment: { A: "${A}", B: "${B:-b}", C: "${C:-c}" }, ports:');
  const workspace = createWorkspace({
    "deploy/compose.yaml": text,
    "deploy/.env": "A=of-file\nB=of-file\n",
    ".env": "C=of-elsewhere\n",
  });
  const outcome = await workspace.run(["plan", "deploy/compose.yaml", "--json"], {
    env: { A: "of-environment" },
  });
  const environment = tasksOf(outcome)[0]?.containers[0]?.environment;

  expect(environment).toEqual([
    { name: "A", value: "of-environment" },
    { name: "B", value: "of-file" },
    { name: "C", value: "c" },
  ]);
});

test("every command reads compose files, and what comes next names them again", async () => {
  const workspace = createWorkspace({ "fleet/compose.yaml": hello, "fleet/prod.yml": hello });
  const input = ["-f", "fleet/compose.yaml", "-f", "fleet/prod.yml", "--name", "shop", "--profile", "p"];
  const plan = await workspace.run(["plan", ...input, "-e", "dev"]);
  expect(plan.stderr).toContain(
    `Next: longshore render cloudformation ${input.join(" ")} -e dev --out infra\n`,
  );
  for (const tool of ["cloudformation", "terraform"]) {
    const { code, stdout } = await workspace.run(["render", tool, ...input, "--out", tool]);
    expect(code).toBe(0);
    expect(stdout).toContain("Wrote ");
  }
});

test("--quiet says nothing of decisions, and errors alone", async () => {
  const workspace = createWorkspace({ "compose.yaml": shopCompose });

  expect((await workspace.run(["plan", "-q"])).stderr).toBe("");
  expect(await workspace.run(["validate", "-q"])).toEqual({ code: 0, stdout: "", stderr: "" });
});

test("validate --json holds the decisions, and diagnostics with their files", async () => {
  const workspace = createWorkspace({ "fleet/compose.yaml": shopCompose, "fleet/.env": envFile });
  const { code, stdout, stderr } = await workspace.run(["validate", "fleet/compose.yaml", "--json"]);
  const document = JSON.parse(stdout);

  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(document).toMatchObject({ valid: true, file: join("fleet/compose.yaml"), environments: [] });
  expect(document.decisions).toContainEqual(
    expect.objectContaining({ path: "services.web.secrets.SESSION_SECRET", what: "secret" }),
  );
  const files = document.diagnostics.map((each: { span?: { file: string } }) => each.span?.file);
  expect(new Set(files.filter((file: unknown) => file !== undefined))).toEqual(
    new Set([join("fleet/compose.yaml")]),
  );
});

function tasksOf({ stdout }: Outcome): readonly ResourceOf<"TaskDefinition">[] {
  const decoded = decodePlan(stdout);
  const plan: Plan | undefined = decoded.ok ? decoded.value : undefined;
  return (plan?.stacks ?? [])
    .flatMap(({ resources }) => resources)
    .filter((resource) => resource.kind === "TaskDefinition");
}
