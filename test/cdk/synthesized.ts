import { App, DefaultStackSynthesizer, type Environment, Stack } from "aws-cdk-lib";

// The validator that CDK runs at each synth takes seconds; what it would say is asked in a test of its own.
process.env["CDK_VALIDATION"] = "false";

/** An app that adds nothing of its own to templates. */
export function emptyApp(): App {
  const defaultStackSynthesizer = new DefaultStackSynthesizer({ generateBootstrapVersionRule: false });
  // Its types were not made for exactOptionalPropertyTypes.
  return new App({ analyticsReporting: false, defaultStackSynthesizer: defaultStackSynthesizer as never });
}

export function emptyStack(app: App = emptyApp(), env?: Environment): Stack {
  return new Stack(app, "Stack", env === undefined ? {} : { env });
}

export interface Synthesized {
  readonly Description?: string;
  readonly Parameters?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly Resources: Readonly<Record<string, SynthesizedResource>>;
  readonly Outputs?: Readonly<Record<string, unknown>>;
}

export interface SynthesizedResource {
  readonly Type: string;
  readonly Properties: Readonly<Record<string, unknown>>;
  readonly DependsOn?: string | readonly string[];
}

/** The template that an app gives for a stack. */
export function synthesized(stack: Stack): Synthesized {
  const app = stack.node.root as App;
  return app.synth().getStackByName(stack.stackName).template as Synthesized;
}

/** Properties of every resource of a type. */
export function allOf(template: Synthesized, type: string): readonly SynthesizedResource[] {
  return Object.values(template.Resources).filter((resource) => resource.Type === type);
}

/** Properties of the resource with this logical id. */
export function propertiesOf(template: Synthesized, id: string): Readonly<Record<string, unknown>> {
  return template.Resources[id]?.Properties ?? {};
}

/** Environment variables of the first container of a task definition. */
export function environmentOf(template: Synthesized, id: string): unknown {
  const [container] = propertiesOf(template, id)["ContainerDefinitions"] as readonly {
    Environment: unknown;
  }[];
  return container?.Environment;
}

/** Subnets of a service. */
export function subnetsOf(template: Synthesized, id: string): unknown {
  const { AwsvpcConfiguration } = propertiesOf(template, id)["NetworkConfiguration"] as {
    AwsvpcConfiguration: { Subnets: unknown };
  };
  return AwsvpcConfiguration.Subnets;
}

/** CDK sorts tags as people sort words, and writes numbers where a schema has them: neither tells anything to AWS. */
export function asRead(value: unknown): unknown {
  if (Array.isArray(value)) {
    const items = value.map(asRead);
    const isTags = items.every(
      (item) => typeof item === "object" && item !== null && "Key" in item && "Value" in item,
    );
    return isTags ? items.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)) : items;
  }
  if (typeof value === "number") return String(value);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, asRead(item)]));
}

function keyOf(tag: unknown): string {
  return (tag as { readonly Key: string }).Key;
}
