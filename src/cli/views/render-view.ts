import { join } from "node:path";
import type { Template } from "../../cloudformation/index.js";
import type { Parameter, Plan, Stack } from "../../plan/index.js";
import type { RenderedFile } from "../render-folder.js";
import type { Session } from "../session.js";
import { buildCommand } from "./build-commands.js";
import { deployCommand } from "./deploy-commands.js";
import { lineWidth } from "./line-width.js";
import { printableLine } from "./printable.js";
import { byteSize, quantity } from "./quantity.js";
import { printTable } from "./table.js";

export interface RenderedStack extends RenderedFile {
  readonly stack: Stack;
  readonly template: Template;
}

export interface WrittenRender {
  readonly plan: Plan;
  readonly stacks: readonly RenderedStack[];
  readonly folder: string;
  /** Names of files of an earlier render that are gone. */
  readonly removed: readonly string[];
}

export interface RenderDescription {
  readonly application: string;
  readonly environment: string | null;
  /** Of the one account that it may be deployed to. */
  readonly account: string | null;
  /** In the order in which they are deployed. */
  readonly stacks: readonly {
    readonly stack: string;
    readonly area: string;
    readonly file: string;
    readonly bytes: number;
    readonly dependsOn: readonly string[];
    readonly parameters: readonly Omit<Parameter, "origin">[];
    readonly command: string;
  }[];
  /** What builds and pushes each image, before the stacks that run it. */
  readonly images: readonly { readonly parameter: string; readonly command: string }[];
  readonly removed: readonly string[];
}

/** For machines. */
export function describeRender({ plan, stacks, folder, removed }: WrittenRender): RenderDescription {
  return {
    application: plan.application,
    environment: plan.environment ?? null,
    account: plan.accountId ?? null,
    stacks: stacks.map(({ stack, name, text }) => {
      const file = { path: join(folder, name), bytes: Buffer.byteLength(text) };
      return {
        stack: stack.name,
        area: stack.area,
        file: file.path,
        bytes: file.bytes,
        dependsOn: stack.dependsOn,
        parameters: stack.parameters.map(({ origin: _, ...parameter }) => parameter),
        command: deployCommand(plan, stack, file),
      };
    }),
    images: describeImages(plan),
    removed: removed.map((name) => join(folder, name)),
  };
}

/** The files, and how to deploy them; with `quiet`, only their paths. */
export function printRender(render: WrittenRender, quiet: boolean, { io, palette }: Session): string {
  const { stacks, images, removed, account } = describeRender(render);
  if (quiet) return stacks.map(({ file }) => `${printableLine(file)}\n`).join("");
  const files = printTable(
    [{ title: "file" }, { title: "size", align: "right" }, { title: "stack" }],
    stacks.map(({ file, bytes, stack }) => [file, byteSize(bytes), stack]),
    { width: lineWidth(io.stdout), indent: 2, title: palette.dim },
  );
  const gone = removed.map((file) => `  removed ${printableLine(file)}\n`).join("");
  const commands = stacks.map(({ command }) => `  ${printableLine(command)}\n`);
  const built = new Set(images.map(({ parameter }) => parameter));
  const firstToFill = stacks.findIndex(({ parameters }) =>
    parameters.some((parameter) => isRequired(parameter) || built.has(parameter.name)),
  );
  if (firstToFill !== -1) {
    const builds = images.map(({ command }) => `  ${printableLine(command)}\n`);
    commands.splice(firstToFill, 0, palette.dim(imagesFirst), ...builds);
  }
  const heading = palette.bold(`Wrote ${quantity(stacks.length, "template")}`);
  return `${heading}\n${files}${gone}\n${palette.bold("Deploy them in this order")}\n${checkAccount(account)}${commands.join("")}`;
}

/** CloudFormation would deploy to whatever account the credentials are of. */
function checkAccount(account: string | null): string {
  if (account === null) return "";
  return `  test "$(aws sts get-caller-identity --query Account --output text)" = ${account} || exit 1\n`;
}

const imagesFirst = "  # now push the images to their repositories, and give their tags below\n";

function describeImages(plan: Plan): RenderDescription["images"] {
  return plan.images.map((image) => ({ parameter: image.parameter, command: buildCommand(plan, image) }));
}

function isRequired(parameter: { readonly default?: string }): boolean {
  return parameter.default === undefined;
}
