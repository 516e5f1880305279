import { beforeAll, expect, test } from "vitest";
import { printReference } from "../../src/cli/reference/print-reference.js";

let reference = "";

// Some thousand manifests are planned.
beforeAll(() => {
  reference = printReference();
}, 300_000);

test("docs/manifest.md is the reference (npx vitest run test/docs -u writes it)", async () => {
  await expect(reference).toMatchFileSnapshot("../../docs/manifest.md");
});

test("every field says what it is for", () => {
  const silent = [...reference.matchAll(/^### `(.+)`\n\nType: /gm)].map(([, name]) => name);
  expect(silent).toEqual([]);
});

test("every example plans on one of the small fleets, or is listed with the reason", () => {
  const refused = [...reference.matchAll(/, which does not plan alone: (.+)$/gm)];
  const [, list = ""] = reference.split("## Examples that do not plan alone");
  expect(list.split("\n- ").length - 1).toBe(refused.length);
  // One more is an example to mend, or a base to add in src/cli/reference/base-manifests.ts.
  expect(list.split("\n- ").slice(1).length).toBeLessThanOrEqual(18);
});

test.each([
  ["Size", "cpu", "`AWS::ECS::TaskDefinition` `Cpu`", "`aws_ecs_task_definition` `cpu`"],
  ["Network", "nat", "`AWS::EC2::NatGateway`", "`aws_nat_gateway`"],
  ["Service", "command", "`ContainerDefinitions[].Command[]`", "`container_definitions"],
  ["Job", "timeout", "`AWS::StepFunctions::StateMachine`", "`aws_sfn_state_machine`"],
])("what %s.%s becomes is found by trying it", (section, field, cloudFormation, terraform) => {
  const [, after = ""] = reference.split(`\n## ${section}\n`);
  const [, text = ""] = after.split(`\n### \`${field}\`\n`);
  const [own = ""] = text.split("\n### ");
  expect(/CloudFormation: .*/.exec(own)?.[0]).toContain(cloudFormation);
  expect(/Terraform: .*/.exec(own)?.[0]).toContain(terraform);
});

test("a default that profiles differ in is told for each", () => {
  expect(reference).toContain("- Default: `single` (economy), `single` (balanced), `per-zone` (production)");
});
