import { App, type IPolicyValidationPlugin, type Stack, Validations } from "aws-cdk-lib";
import { Port } from "aws-cdk-lib/aws-ec2";
import { Bucket, type IBucket } from "aws-cdk-lib/aws-s3";
import { AwsSolutionsChecks } from "cdk-nag";
import { describe, expect, it } from "vitest";
import { Longshore } from "../../src/cdk/index.js";
import type { Template } from "../../src/cloudformation/index.js";
import { validateTemplate } from "../judges/cloudformation-validate.js";
import { withoutExplained } from "../judges/explained.js";
import { checkAgainstServiceSpec } from "../judges/service-spec.js";
import { surroundings } from "./constructs.js";
import { emptyStack, synthesized } from "./synthesized.js";

const text = `application: shop
resources:
  Files: { type: s3 }
  Database: { type: postgres, import: { securityGroup: sg-0fedcba9876543210 } }
  Disk: { type: efs }
services:
  api:
    image: { build: ., tag: "1" }
    port: 8080
    route: /*
    access: { Files: read-write }
    connects: [Database, worker]
    environment: { FILES: "\${resources.Files.name}", TABLE: "\${variables.TABLE}" }
    volumes: { data: { efs: Disk, path: /data } }
  worker: { image: "public.ecr.aws/docker/library/busybox:1", port: 9000, kind: backend }
`;

/** An app with constructs in and out. */
function hosted(stack: Stack): Longshore {
  const { databaseGroup, fileSystem, fileSystemGroup, ...network } = surroundings(stack);
  const bucket = new Bucket(stack, "Bucket");
  const shop = new Longshore(stack, "Shop", {
    manifest: { file: "longshore.yaml", text },
    variables: { TABLE: bucket.bucketName },
    imports: {
      ...network,
      resources: {
        Files: bucket as unknown as IBucket,
        Database: { securityGroup: databaseGroup, host: "db.example.com" },
        Disk: { fileSystem, securityGroup: fileSystemGroup },
      },
    },
  });
  bucket.grantRead(shop.service("worker"));
  shop.service("worker").connections.allowTo(databaseGroup, Port.tcp(5432));
  return shop;
}

describe("a template with constructs in and out", () => {
  it("satisfies AWS's validator and the service specification", () => {
    const stack = emptyStack();
    hosted(stack);
    const template = synthesized(stack) as unknown as Template;
    // Of what CDK itself makes of the network around it, nothing is asked here.
    const own = withoutExplained(validateTemplate(template)).filter(({ path }) =>
      /Service|Shop|Platform/.test(path),
    );
    expect(own).toEqual([]);
    expect(
      checkAgainstServiceSpec(template).filter(({ path }) => /^(?:Service|Platform|Data)/.test(path)),
    ).toEqual([]);
  }, 60_000);
});

describe("cdk-nag", () => {
  it("sees every resource, and its findings are acknowledged where they are", () => {
    const ids = "AwsSolutions::AwsSolutions-ECS2";
    expect(findings(() => {})).toContain(`Stack/Shop/Template/ServiceApiTaskDefinition ${ids}`);
    const acknowledged = findings((shop) => {
      Validations.of(shop.service("api").cfnTaskDefinition).acknowledge({
        id: ids,
        reason: "names of resources",
      });
    });
    expect(acknowledged).not.toContain(`Stack/Shop/Template/ServiceApiTaskDefinition ${ids}`);
    expect(acknowledged).toContain(
      "Stack/Shop/Template/ServiceApiTaskRole AwsSolutions::AwsSolutions-IAM5[Resource::*]",
    );
  }, 60_000);
});

/** Where cdk-nag finds something, and by what it is acknowledged. */
function findings(change: (shop: Longshore) => void): readonly string[] {
  const app = new App({ analyticsReporting: false });
  change(hosted(emptyStack(app)));
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app) as unknown as IPolicyValidationPlugin);
  try {
    app.synth();
  } catch (error) {
    const found = String(error).matchAll(/^ +(Stack\/\S+) \S+\n +Acknowledge with '(.+)'$/gm);
    return [...found].map(([, path, id]) => `${path} ${id}`);
  }
  return [];
}
