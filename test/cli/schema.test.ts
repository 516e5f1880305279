import { expect, test } from "vitest";
import { manifestJsonSchema } from "../../src/index.js";
import { createWorkspace } from "./harness.js";

test("schema prints the JSON Schema of the manifest, and needs none", async () => {
  const { code, stdout, stderr } = await createWorkspace().run(["schema"]);

  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(JSON.parse(stdout)).toEqual(manifestJsonSchema());
});
