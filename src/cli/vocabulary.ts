import { Command, Option } from "commander";
import type { InitOptions } from "./commands/init.js";
import type { PlanOptions } from "./commands/plan.js";
import type { RenderOptions } from "./commands/render-cloudformation.js";
import type { ValidateOptions } from "./commands/validate.js";
import type { ExitCode } from "./exit-code.js";
import type { Session } from "./session.js";
import { version } from "./version.js";

/** Runs when a command was called as it should be; its code is in a chunk that is loaded only then. */
export type Finish = (running: Promise<ExitCode>) => Promise<void>;

/** The commands and their options; all but completion, which is about them. */
export function createVocabulary(session: Session, finish: Finish): Command {
  const program = new Command("longshore")
    .description("Amazon ECS services from one short manifest.")
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

function declareValidate(program: Command, session: Session, finish: Finish): void {
  addPlanningOptions(program.command("validate"))
    .summary("check the manifest")
    .description(
      "Checks the manifest in every environment that it declares, or in the one that is asked for.",
    )
    .option("--json", "print a document for machines")
    .action((options: ValidateOptions) =>
      finish(import("./commands/validate.js").then(({ validate }) => validate(options, session))),
    );
}

function declarePlan(program: Command, session: Session, finish: Finish): void {
  addPlanningOptions(program.command("plan"))
    .summary("show what will exist in AWS")
    .description("Shows everything that will exist in AWS, for review.")
    .option("-o, --out <file>", "write the plan as JSON, too")
    .option("--json", "print the plan as JSON")
    .action((options: PlanOptions) =>
      finish(import("./commands/plan.js").then(({ plan }) => plan(options, session))),
    );
}

function declareRender(program: Command, session: Session, finish: Finish): void {
  const render = program.command("render").description("print the plan in the words of another tool");
  addPlanningOptions(render.command("cloudformation"))
    .summary("one CloudFormation template for each stack")
    .description("Writes one CloudFormation template for each stack, and prints how to deploy them.")
    .option("-o, --out <folder>", "folder to write the templates to; printed without it")
    .addOption(new Option("--format <format>", "of the templates").choices(["json", "yaml"]).default("json"))
    .addOption(new Option("--stack <name>", "print one stack, such as network").conflicts("out"))
    .option("--force", "overwrite files that no earlier render wrote")
    .option("--json", "print a document for machines")
    .action((options: RenderOptions) =>
      finish(import("./commands/render-cloudformation.js").then(({ render: run }) => run(options, session))),
    );
}

function declareSchema(program: Command, session: Session, finish: Finish): void {
  program
    .command("schema")
    .summary("print the JSON Schema of the manifest")
    .description("Prints the JSON Schema of the manifest, for editors.")
    .action(() => finish(import("./commands/schema.js").then(({ schema }) => schema(session))));
}

function addPlanningOptions(command: Command): Command {
  return command
    .option("-f, --file <path>", "the manifest; - is the standard input")
    .option("-e, --environment <name>", "the environment")
    .option("-q, --quiet", "print no more than needed");
}
