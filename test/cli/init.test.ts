import { expect, test } from "vitest";
import { exposedPort } from "../../src/cli/dockerfile.js";
import { applicationName } from "../../src/cli/starter-manifest.js";
import { createWorkspace } from "./harness.js";

test("an empty folder gets a public image, and what to do next", async () => {
  const workspace = createWorkspace();
  const { code, stdout, stderr } = await workspace.run(["init", "my-shop"]);

  expect({ code, stdout }).toEqual({ code: 0, stdout: "my-shop/longshore.yaml\n" });
  expect(stderr).toContain("  cd my-shop\n  longshore validate\n  longshore plan\n");
  await expect(workspace.read("my-shop/longshore.yaml")).toMatchFileSnapshot("expected/init-image.yaml");
});

test("a folder with a Dockerfile is built, on the port that it exposes", async () => {
  const workspace = createWorkspace({ "my-shop/Dockerfile": "FROM node:22\nEXPOSE 3000\n" });
  await workspace.run(["init", "my-shop"], { env: { AWS_REGION: "us-east-1" } });

  await expect(workspace.read("my-shop/longshore.yaml")).toMatchFileSnapshot("expected/init-dockerfile.yaml");
});

test.each([
  ["nothing", {}],
  ["a Dockerfile", { Dockerfile: "FROM scratch\nEXPOSE 8080/tcp\n" }],
  ["a Dockerfile without a port", { Dockerfile: "FROM scratch\n" }],
])("what is written for %s is valid and can be planned", async (_, files) => {
  const workspace = createWorkspace(files);

  expect((await workspace.run(["init"])).code).toBe(0);
  expect((await workspace.run(["validate"])).stdout).toBe("longshore.yaml is valid: 1 service\n");
  expect((await workspace.run(["plan", "-q"])).code).toBe(0);
});

test("so are its comments, when they are taken in", async () => {
  const workspace = createWorkspace();
  await workspace.run(["init"]);
  const text = workspace.read("longshore.yaml").replaceAll(/^( *)# (?! ?yaml-language)(.*)$/gm, "$1$2");
  workspace.write("longshore.yaml", text);

  const { stdout, stderr } = await workspace.run(["validate"]);
  expect({ stdout, stderr }).toEqual({
    stdout: "longshore.yaml is valid: 1 service, 2 environments\n",
    stderr: "",
  });
});

test.each(["longshore.yaml", "longshore.yml", "longshore.config.ts"])(
  "%s is never overwritten",
  async (file) => {
    const workspace = createWorkspace({ [file]: "mine" });
    const { code, stdout, stderr } = await workspace.run(["init"]);

    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain(`error: ${file} exists already [output-not-writable]`);
    expect(stderr).toContain("--force");
    expect(workspace.files()).toEqual([file]);
    expect(workspace.read(file)).toBe("mine");
  },
);

test("--force overwrites, and --quiet prints only the path", async () => {
  const workspace = createWorkspace({ "longshore.yaml": "mine" });
  const outcome = await workspace.run(["init", "--force", "--quiet"]);

  expect(outcome).toEqual({ code: 0, stdout: "longshore.yaml\n", stderr: "" });
  expect(workspace.read("longshore.yaml")).toContain("services:");
});

test.each(["file", "file/below", "/proc/nowhere"])(
  "a folder that cannot be made (%s) is refused",
  async (folder) => {
    const workspace = createWorkspace({ file: "" });
    const { code, stderr } = await workspace.run(["init", folder]);

    expect(code).toBe(1);
    expect(stderr).toContain(`${folder} cannot be written`);
  },
);

test.each([
  ["shop", "shop"],
  ["My Shop (2)", "my-shop-2"],
  ["Café_del-Mar", "cafe-del-mar"],
  ["2024-shop", "shop"],
  ["2024", "app"],
  ["日本", "app"],
  ["", "app"],
  ["a-very-long-name-of-a-folder-indeed", "a-very-long-name-of"],
])("the folder %j makes the application %j", (folder, name) => {
  expect(applicationName(folder)).toBe(name);
});

test.each([
  ["EXPOSE 8080", 8080],
  ["expose 8080/tcp", 8080],
  ["EXPOSE 53/udp 8080", 8080],
  ["EXPOSE 80 443", 80],
  ["EXPOSE 8000-8010", 8000],
  ["FROM a\nEXPOSE 1111\nFROM b\nEXPOSE 2222", 2222],
  ["FROM a\nEXPOSE 1111\nFROM b", undefined],
  ["ARG PORT=3000\nEXPOSE $PORT", 3000],
  ['ENV A=1 PORT="3000"\nEXPOSE ${PORT}/tcp', 3000],
  ["ENV PORT 3000\nEXPOSE ${PORT}", 3000],
  ["EXPOSE ${PORT:-4000}", 4000],
  ["EXPOSE $PORT", undefined],
  ["# EXPOSE 1\nRUN a \\\n  # no\n  EXPOSE 2", undefined],
  ["EXPOSE \\\n  9000", 9000],
  ["EXPOSE 0 70000 99999999", undefined],
  ["CMD a", undefined],
])("%j exposes %j", (dockerfile, port) => {
  expect(exposedPort(dockerfile)).toBe(port);
});
