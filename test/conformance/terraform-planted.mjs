// A judge that finds nothing may be blind: three errors are planted, and each must be found for what it is.
import { prepareModule } from "./terraform-module.mjs";

const planted = {
  "an unknown argument": [
    'resource "aws_vpc" "planted" {\n  cidr_block = "10.0.0.0/16"\n  color      = "blue"\n}\n',
    "Unsupported argument",
  ],
  "a missing block": [
    'resource "aws_lb_listener" "planted" {\n  load_balancer_arn = "arn"\n}\n',
    "Insufficient default_action blocks",
  ],
  "an unknown reference": [
    'output "planted" {\n  value = aws_vpc.nowhere.id\n}\n',
    "Reference to undeclared resource",
  ],
};

/** The errors that went unseen. */
export async function plantErrors(terraform, source) {
  const unseen = [];
  for (const [name, [text, expected]] of Object.entries(planted)) {
    const folder = await prepareModule(terraform, `planted ${name}`, source, { "planted.tf": text });
    await terraform.run(folder, "init", "-input=false", "-no-color");
    const { code, stderr } = await terraform.run(folder, "validate", "-no-color");
    if (code === 0 || !stderr.includes(expected)) unseen.push(name);
  }
  return unseen;
}
