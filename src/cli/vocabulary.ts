import { Command, Option } from "commander";
import type { ImportOptions } from "./commands/import-compose.js";
import type { InitOptions } from "./commands/init.js";
import type { PlanOptions } from "./commands/plan.js";
import type { RenderOptions } from "./commands/render-cloudformation.js";
import type { RenderTerraformOptions } from "./commands/render-terraform.js";
import type { SchemaOptions } from "./commands/schema.js";
import type { ValidateOptions } from "./commands/validate.js";
import type { ExitCode } from "./exit-code.js";
import type { InputOptions } from "./input-options.js";
import type { Session } from "./session.js";
import { version } from "./version.js";

/** Runs when a command was called as it should be; its code is in a chunk that is loaded only then. */
export type Finish = (running: Promise<ExitCode>) => Promise<void>;

/** The commands and their options; all but completion, which is about them. */
export function createVocabulary(session: Session, finish: Finish): Command {
  const program = new Command("longshore")
    .description("Amazon ECS services from one short manifest, or from compose files.")
    .version(version, "-V, --version", "print the version")
    .option("--no-color", "print without colours")
    .helpOption("-h, --help", "print help")
    .helpCommand("help [command]", "print help for a command")
    .configureHelp({ showGlobalOptions: true })
    .addHelpText("after", '\nBegin with "longshore init", and see "longshore help <command>" for each.');
  // Commander exits and prints by itself otherwise; sub-commands take these settings over.
  program.exitOverride().configureOutput({
    writeOut: (text) => session.io.stdout.write(text),
    writeErr: (text) => session.io.stderr.write(text),
    outputError: () => {},
    getOutHelpWidth: () => session.io.stdout.columns ?? 80,
    getErrHelpWidth: () => session.io.stderr.columns ?? 80,
  });
  declareInit(program, session, finish);
  declareImport(program, session, finish);
  declareValidate(program, session, finish);
  declarePlan(program, session, finish);
  declareRender(program, session, finish);
  declareSchema(program, session, finish);
  return program;
}

function declareInit(program: Command, session: Session, finish: Finish): void {
  program
    .command("init")
    .summary("write a first manifest")
    .description("Writes a commented longshore.yaml for what is found in the folder.")
    .argument("[folder]", "folder of the manifest", ".")
    .option("--force", "overwrite longshore.yaml")
    .option("-q, --quiet", "print only the path")
    .action((folder: string, options: InitOptions) =>
      finish(import("./commands/init.js").then(({ init }) => init(folder, options, session))),
    );
}

function declareImport(program: Command, session: Session, finish: Finish): void {
  const group = program.command("import").description("write a manifest from the files of another tool");
  addComposeOptions(
    group.command("compose").argument("[files...]", "compose files (default: those of this folder)"),
  )
    .summary("a commented longshore.yaml from compose files")
    .description("Writes a longshore.yaml from compose files, with the reason of each decision as a comment.")
    .option("-f, --file <path>", "the same as an option; - is the standard input", collect)
    .option("-o, --out <file>", "the manifest to write (default: longshore.yaml)")
    .option("--explain", "print what each variable becomes, and why")
    .option("--force", "overwrite the manifest")
    .option("-q, --quiet", "print only the path")
    .action((files: readonly string[], options: ImportOptions) =>
      finish(
        import("./commands/import-compose.js").then(({ importCompose }) =>
          importCompose(withFiles(files, options), session),
        ),
      ),
    );
}

function declareValidate(program: Command, session: Session, finish: Finish): void {
  addPlanningOptions(program.command("validate"))
    .summary("check the manifest")
    .description(
      "Checks the manifest in every environment that it declares, or in the one that is asked for.",
    )
    .option("--json", "print a document for machines")
    .action((files: readonly string[], options: ValidateOptions) =>
      finish(
        import("./commands/validate.js").then(({ validate }) => validate(withFiles(files, options), session)),
      ),
    );
}

function declarePlan(program: Command, session: Session, finish: Finish): void {
  addInputOptions(program.command("plan"))
    .option("--explain [path]", "show each field, or those at a path, and where its value comes from")
    .option("-q, --quiet", "print no more than needed")
    .summary("show what will exist in AWS")
    .description("Shows everything that will exist in AWS, for review.")
    .option("-o, --out <file>", "write the plan as JSON, too")
    .option("--json", "print the plan, or what explains it, as JSON")
    .action((files: readonly string[], options: PlanOptions) =>
      finish(import("./commands/plan.js").then(({ plan }) => plan(withFiles(files, options), session))),
    );
}

function declareRender(program: Command, session: Session, finish: Finish): void {
  const render = program.command("render").description("print the plan in the words of another tool");
  declareRenderCloudFormation(render, session, finish);
  declareRenderTerraform(render, session, finish);
}

function declareRenderCloudFormation(render: Command, session: Session, finish: Finish): void {
  addPlanningOptions(render.command("cloudformation"))
    .summary("one CloudFormation template for each stack")
    .description("Writes one CloudFormation template for each stack, and prints how to deploy them.")
    .option("-o, --out <folder>", "folder to write the templates to; printed without it")
    .addOption(new Option("--format <format>", "of the templates").choices(["json", "yaml"]).default("json"))
    .addOption(new Option("--stack <name>", "print one stack, such as network").conflicts("out"))
    .option("--force", "overwrite files that no earlier render wrote")
    .option("--json", "print a document for machines")
    .action((files: readonly string[], options: RenderOptions) =>
      finish(
        import("./commands/render-cloudformation.js").then((command) =>
          command.render(withFiles(files, options), session),
        ),
      ),
    );
}

function declareRenderTerraform(render: Command, session: Session, finish: Finish): void {
  addPlanningOptions(render.command("terraform"))
    .summary("one Terraform module for the whole plan")
    .description("Writes one Terraform module, for OpenTofu as well, and prints what to run next.")
    .option("-o, --out <folder>", "folder to write the module to; printed without it")
    .addOption(new Option("--only <file>", "print one file, such as network.tf").conflicts("out"))
    .option("--force", "overwrite files that no earlier render wrote")
    .option("--json", "print a document for machines")
    .action((files: readonly string[], options: RenderTerraformOptions) =>
      finish(
        import("./commands/render-terraform.js").then((command) =>
          command.render(withFiles(files, options), session),
        ),
      ),
    );
}

function declareSchema(program: Command, session: Session, finish: Finish): void {
  program
    .command("schema")
    .summary("print the JSON Schema of the manifest")
    .description("Prints the JSON Schema of the manifest, for editors, or the reference for people.")
    .option("--docs", "print the reference of every field, in Markdown")
    .action((options: SchemaOptions) =>
      finish(import("./commands/schema.js").then(({ schema }) => schema(options, session))),
    );
}

function addPlanningOptions(command: Command): Command {
  return addInputOptions(command)
    .option("--explain", "tell every decision on compose files, and why")
    .option("-q, --quiet", "print no more than needed");
}

function addInputOptions(command: Command): Command {
  command
    .argument("[files...]", "the manifest or compose files (default: those of this folder)")
    .option("-f, --file <path>", "the same as an option; - is the standard input", collect)
    .option("-e, --environment <name>", "the environment")
    .option("--region <name>", "one of several regions of the manifest");
  return addComposeOptions(command);
}

function addComposeOptions(command: Command): Command {
  return command
    .option("--name <application>", "name of the application, for compose files")
    .option("--profile <name>", "profile of the compose files; may be repeated", collect);
}

function collect(value: string, earlier: readonly string[] = []): readonly string[] {
  return [...earlier, value];
}

/** Files may be named with and without --file. */
function withFiles<T extends InputOptions>(files: readonly string[], options: T): T {
  return files.length === 0 ? options : { ...options, file: [...(options.file ?? []), ...files] };
}
