import type { Plan, Stack } from "../../plan/index.js";
import { quoteWord } from "./shell-words.js";

/** Templates above it do not fit into the request: AWS takes them from a bucket. */
const inlineTemplateBytes = 51_200;

export interface TemplateFile {
  /** Path as it is written in the command. */
  readonly path: string;
  readonly bytes: number;
}

/**
 * The command that deploys one stack. What only the person who deploys can know stands in angle brackets.
 * https://docs.aws.amazon.com/cli/latest/reference/cloudformation/deploy/
 */
export function deployCommand(plan: Plan, stack: Stack, file: TemplateFile): string {
  const required = stack.parameters.filter((parameter) => parameter.default === undefined);
  const words = [
    "aws cloudformation deploy",
    ...["--stack-name", quoteWord(stack.name)],
    ...["--template-file", quoteWord(file.path)],
    ...["--capabilities", "CAPABILITY_NAMED_IAM"],
    ...(plan.region === undefined ? [] : ["--region", quoteWord(plan.region)]),
    ...(file.bytes > inlineTemplateBytes ? ["--s3-bucket", "'<bucket>'"] : []),
    ...(required.length === 0 ? [] : ["--parameter-overrides"]),
    ...required.map(({ name }) => quoteWord(`${name}=<${placeholder(name)}>`)),
  ];
  return words.join(" ");
}

/** `ApiImageTag` is given a tag, `ApiImageDigest` a digest. */
function placeholder(parameter: string): string {
  return (/[A-Z][a-z]*$/.exec(parameter)?.[0] ?? "value").toLowerCase();
}
