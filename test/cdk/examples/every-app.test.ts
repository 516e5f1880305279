import { type App, Stack, Validations } from "aws-cdk-lib";
import { PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { AwsSolutionsChecks } from "cdk-nag";
import { describe, expect, it } from "vitest";
import { readConfig } from "../../../examples/bff-agentcore-cdk/config.js";
import { buildSystem as buildBff } from "../../../examples/bff-agentcore-cdk/system.js";
import { buildSystem as buildPatterns } from "../../../examples/patterns-cdk/system.js";
import { buildSystem as buildRetrospector } from "../../../examples/retrospector-cdk/system.js";
import { renderCloudFormation } from "../../../src/cloudformation/index.js";
import { listSamples, planOfSample } from "../../support/samples.js";
import { asRead, emptyApp, synthesized } from "../synthesized.js";

type Build = (app: App) => unknown;

const apps: readonly (readonly [string, Build])[] = [
  ["retrospector-cdk", buildRetrospector],
  ["patterns-cdk, dev", (app) => buildPatterns(app, "dev")],
  ["patterns-cdk, prod", (app) => buildPatterns(app, "prod")],
  ...(["dev", "test", "prod"] as const).map(
    (environment) =>
      [
        `bff-agentcore-cdk, ${environment}`,
        (app: App) => {
          app.node.setContext("environment", environment);
          return buildBff(app, readConfig(app));
        },
      ] as const,
  ),
];

describe.each(apps)("example %s", (_, build) => {
  it("synthesizes, and cdk-nag finds nothing that is not explained", () => {
    const app = checked(build);
    expect(app.synth().stacks.length).toBeGreaterThan(0);
  });

  it("is refused with a permission too many", () => {
    const app = checked(build);
    const stack = app.node.findAll().find((each) => Stack.isStack(each));
    const role = new Role(stack ?? app, "TooMuch", {
      assumedBy: new ServicePrincipal("ecs-tasks.amazonaws.com"),
    });
    role.addToPolicy(new PolicyStatement({ actions: ["s3:*"], resources: ["arn:aws:s3:::others/*"] }));
    expect(() => app.synth()).toThrow("AwsSolutions-IAM5[Action::s3:*]");
  });
});

describe("the template of an example", () => {
  it("is that of examples/retrospector", () => {
    const { stack } = buildRetrospector(emptyApp());
    expect(asRead(synthesized(stack))).toEqual(asRead(rendered("retrospector", undefined)));
  });

  it.each(["dev", "prod"])("is that of examples/patterns, environment %s", (environment) => {
    const { stack } = buildPatterns(emptyApp(), environment);
    expect(asRead(synthesized(stack))).toEqual(asRead(rendered("patterns", environment)));
  });
});

function checked(build: Build): App {
  const app = emptyApp();
  build(app);
  Validations.of(app).addPlugins(new AwsSolutionsChecks());
  return app;
}

/** What the command line prints of the manifest beside the app; all of it, as one stack. */
function rendered(name: string, environment: string | undefined): unknown {
  const sample = listSamples().find((each) => each.name === name);
  if (sample === undefined) throw new TypeError(`no sample ${name}`);
  const text = `${sample.text.replaceAll(/^stacks: .*$/gm, "")}\nstacks: single\n`;
  const [only] = renderCloudFormation(planOfSample({ ...sample, text }, environment));
  return only?.template;
}
