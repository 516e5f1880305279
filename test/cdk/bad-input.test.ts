import { Stack } from "aws-cdk-lib";
import { Annotations, Match } from "aws-cdk-lib/assertions";
import { type IVpc, Vpc } from "aws-cdk-lib/aws-ec2";
import { CfnListenerRule, ListenerAction, ListenerCondition } from "aws-cdk-lib/aws-elasticloadbalancingv2";
import { Bucket, type IBucket } from "aws-cdk-lib/aws-s3";
import { PrivateDnsNamespace } from "aws-cdk-lib/aws-servicediscovery";
import { CfnTopic, Topic } from "aws-cdk-lib/aws-sns";
import { describe, expect, it } from "vitest";
import { Longshore, LongshoreError, LongshoreStacks, type ManifestProps } from "../../src/cdk/index.js";
import { surroundings } from "./constructs.js";
import { emptyApp, emptyStack, synthesized } from "./synthesized.js";

const manifest = {
  file: "shop/longshore.yaml",
  text: `application: shop
resources: { Files: { type: s3 } }
services:
  api: { image: nginx, port: 80, route: { path: /*, priority: 7 } }
variables: { TABLE: none }
`,
};

function errorOf(make: () => unknown): LongshoreError {
  try {
    make();
  } catch (error) {
    if (error instanceof LongshoreError) return error;
    throw error;
  }
  throw new TypeError("nothing was wrong");
}

function errorWith(props: Partial<ManifestProps>, stack: Stack = emptyStack()): LongshoreError {
  return errorOf(() => new Longshore(stack, "Shop", { manifest, ...props }));
}

describe("a manifest with faults", () => {
  it("is one error with the place of each", () => {
    const text =
      "application: shop\nservices:\n  api: { image: nginx, prot: 80 }\n  db: { image: nginx, size: { cpu: 333 } }\n";
    const { message, diagnostics, name } = errorWith({ manifest: { file: "shop/longshore.yaml", text } });
    expect(name).toBe("LongshoreError");
    expect(diagnostics.map(({ code }) => code)).toEqual(["unknown-key"]);
    expect(message).toContain("shop/longshore.yaml:3:24");
    expect(message).toContain("> 3 |   api: { image: nginx, prot: 80 }");
    expect(message).toContain('did you mean "port"?');
  });

  it("may be faults of the plan", () => {
    const text = "application: shop\nservices:\n  db: { image: nginx, size: { cpu: 333 } }\n";
    const { message } = errorWith({ manifest: { file: "a.yaml", text } });
    expect(message).toMatch(/\[fargate-size\]\n {2}a\.yaml:3:\d+\n/);
  });

  it("may be an object", () => {
    const written = { application: "shop", services: { api: { image: "nginx", prot: 80 } } };
    const { message } = errorWith({ manifest: written as unknown as ManifestProps["manifest"] });
    expect(message).toContain("the manifest of the app (services.api.prot)");
  });

  it("may be a file that is not there", () => {
    const { message, diagnostics } = errorWith({ manifest: "no/such/longshore.yaml" });
    expect(diagnostics.map(({ code }) => code)).toEqual(["file-missing"]);
    expect(message).toContain("no/such/longshore.yaml does not exist");
    expect(message).toContain("cdk.json");
  });

  it("may be a file that cannot be read", () => {
    expect(errorWith({ manifest: "test/cdk" }).diagnostics.map(({ code }) => code)).toEqual([
      "file-unreadable",
    ]);
  });

  it("may lack its compose file", () => {
    const { message } = errorWith({
      manifest: { file: "longshore.yaml", text: "application: a\ncompose: no-such.yml\n" },
    });
    expect(message).toContain("no-such.yml cannot be read");
  });

  it("lacks an environment", () => {
    const text = "application: a\nenvironments: { dev: , prod: }\nservices: { a: { image: b } }\n";
    expect(errorWith({ manifest: { file: "a", text } }).diagnostics).toMatchObject([
      { code: "environment-required" },
    ]);
    expect(errorWith({ manifest: { file: "a", text }, environment: "pord" }).message).toContain(
      'did you mean "prod"?',
    );
  });

  it("has warnings, which become annotations", () => {
    const stack = emptyStack();
    const routes = Array.from({ length: 101 }, (_, index) => `/page-${index}`).join(", ");
    const text = `application: shop\nservices:\n  api: { image: nginx, port: 80, routes: [${routes}] }\n`;
    new Longshore(stack, "Shop", { manifest: { file: "longshore.yaml", text } });
    Annotations.fromStack(stack).hasWarning(
      "/Stack/Shop",
      Match.stringLikeRegexp("101 rules on one load balancer[\\s\\S]*longshore.yaml:1:1"),
    );
  });
});

describe("names that the manifest does not have", () => {
  const bucket = (stack: Stack): IBucket => new Bucket(stack, "Bucket") as unknown as IBucket;

  it.each<[what: string, props: (stack: Stack) => Partial<ManifestProps>, message: RegExp]>([
    ["variable", () => ({ variables: { TABEL: "x" } }), /variables\.TABEL[\s\S]*did you mean "TABLE"/],
    [
      "parameter",
      () => ({ parameters: { ApiImge: "x" } }),
      /parameters\.ApiImge[\s\S]*did you mean "ApiImage"/,
    ],
    [
      "resource",
      (stack) => ({ imports: { resources: { Fils: bucket(stack) } } }),
      /imports\.resources\.Fils[\s\S]*did you mean "Files"/,
    ],
    [
      "service",
      () => ({ imports: { repositories: { apii: { repositoryUri: "x" } as never } } }),
      /repositories\.apii[\s\S]*did you mean "api"/,
    ],
    [
      "type",
      (stack) => ({ imports: { resources: { Files: new Topic(stack, "Topic") } } }),
      /is of type sns, and the manifest says s3/,
    ],
    [
      "parameter that the app fills itself",
      (stack) => ({ imports: { vpc: surroundings(stack).vpc }, parameters: { ImportVpcId: "x" } }),
      /parameters\.ImportVpcId/,
    ],
  ])("are refused: a %s", (_, props, message) => {
    const stack = emptyStack();
    expect(errorWith(props(stack), stack).message).toMatch(message);
  });

  it("are all reported at once", () => {
    expect(errorWith({ variables: { A: 1, B: 2 } }).diagnostics).toHaveLength(2);
  });

  it("are not missed in a manifest that cannot be read", () => {
    const { diagnostics } = errorWith({ manifest: { file: "a", text: "a: [" }, variables: { TABLE: 1 } });
    expect(diagnostics.map(({ code }) => code)).not.toContain("unknown-reference");
  });

  it("are no matter when a value is for what nothing reads", () => {
    const stack = emptyStack();
    new Longshore(stack, "Shop", { manifest, variables: { TABLE: new Topic(stack, "Topic").topicArn } });
    expect(Object.keys(synthesized(stack).Parameters ?? {})).toEqual(["ApiImage"]);
  });
});

describe("constructs from elsewhere", () => {
  const env = { account: "111111111111", region: "eu-west-1" };
  const foreign = (region: string, account: string): { readonly vpc: IVpc; readonly stack: Stack } => {
    const app = emptyApp();
    const other = new Stack(app, "Other", { env: { account, region } });
    return { vpc: new Vpc(other, "Vpc") as unknown as IVpc, stack: emptyStack(app, env) };
  };

  it("are refused from another region", () => {
    const { vpc, stack } = foreign("us-east-1", env.account);
    const { diagnostics, message } = errorWith({ imports: { vpc } }, stack);
    expect(new Set(diagnostics.map(({ code }) => code))).toEqual(new Set(["foreign-resource"]));
    expect(message).toContain("imports.vpc is of region us-east-1, and the stack of region eu-west-1");
  });

  it("are refused from another account", () => {
    const { vpc, stack } = foreign(env.region, "222222222222");
    expect(errorWith({ imports: { vpc } }, stack).message).toContain(
      "imports.vpc is of account 222222222222",
    );
  });

  it("are taken from a stack whose account is not known", () => {
    const app = emptyApp();
    const vpc = new Vpc(new Stack(app, "Other", { env: { region: env.region } }), "Vpc") as unknown as IVpc;
    new Longshore(emptyStack(app, { region: env.region }), "Shop", { manifest, imports: { vpc } });
  });

  it("are warned of where another account's policy must let the tasks in", () => {
    const app = emptyApp();
    const other = new Stack(app, "Other", { env: { account: "222222222222", region: env.region } });
    const stack = emptyStack(app, env);
    const files = Bucket.fromBucketName(other, "Bucket", "files-of-another-team") as unknown as IBucket;
    new Longshore(stack, "Shop", { manifest, imports: { resources: { Files: files } } });
    Annotations.fromStack(stack).hasWarning(
      "/Stack/Shop",
      Match.stringLikeRegexp("imports.resources.Files is of account 222222222222"),
    );
  });

  it("are warned of once for all stacks", () => {
    const app = emptyApp();
    const other = new Stack(app, "Other", { env: { account: "222222222222", region: env.region } });
    const files = Bucket.fromBucketName(other, "Bucket", "files-of-another-team") as unknown as IBucket;
    const host = new LongshoreStacks(app, "Shop", {
      manifest,
      env,
      imports: { resources: { Files: files } },
    });
    expect(host.node.metadata.filter(({ type }) => type === "aws:cdk:warning")).toHaveLength(1);
  });

  it("have no region that the manifest is not for", () => {
    const text = `region: eu-central-1\n${manifest.text}`;
    const { message } = errorWith(
      { manifest: { file: "longshore.yaml", text } },
      emptyStack(emptyApp(), env),
    );
    expect(message).toContain("the manifest is for eu-central-1, and the stack Stack is in eu-west-1");
    expect(message).toContain("longshore.yaml:1:9");
  });

  it("have no region that the manifest is not for, in stacks of their own", () => {
    const text = `region: eu-central-1\n${manifest.text}`;
    const make = (): unknown =>
      new LongshoreStacks(emptyApp(), "Shop", { manifest: { file: "a", text }, env });
    expect(errorOf(make).message).toContain("the manifest is for eu-central-1");
    expect(new LongshoreStacks(emptyApp(), "Shop", { manifest: { file: "a", text } }).stacks[0]?.region).toBe(
      "eu-central-1",
    );
  });

  it("have a name where names are made from theirs", () => {
    const stack = emptyStack();
    const namespace = PrivateDnsNamespace.fromPrivateDnsNamespaceAttributes(stack, "Imported", {
      namespaceArn: "arn:aws:servicediscovery:eu-west-1:111111111111:namespace/ns-1",
      namespaceId: "ns-1",
      namespaceName: stack.stackId,
    });
    const { cluster } = surroundings(stack);
    expect(errorWith({ imports: { cluster, namespace } }, stack).message).toContain(
      "the name of imports.namespace is a token",
    );
  });
});

describe("a listener with rules of its own", () => {
  it("has no priority twice", () => {
    const stack = emptyStack();
    const { listener } = surroundings(stack);
    new Longshore(stack, "Shop", { manifest, imports: { listener } });
    const conditions = [ListenerCondition.pathPatterns(["/other"])];
    listener.addAction("Other", { priority: 7, conditions, action: ListenerAction.fixedResponse(204) });
    expect(() => synthesized(stack)).toThrow(
      /services\.api\.route has priority 7 on the listener, and so has Stack\/Balancer\/Https\/OtherRule\/Resource[\s\S]*set services\.api\.route\.priority/,
    );
  });

  it("has every other", () => {
    const stack = emptyStack();
    const { listener } = surroundings(stack);
    const conditions = [{ field: "path-pattern", values: ["/other"] }];
    const actions = [{ type: "fixed-response", fixedResponseConfig: { statusCode: "204" } }];
    new CfnListenerRule(stack, "Same", { listenerArn: "arn:another", priority: 7, conditions, actions });
    new CfnListenerRule(stack, "Other", {
      listenerArn: listener.listenerArn,
      priority: 8,
      conditions,
      actions,
    });
    new Longshore(stack, "Shop", { manifest, imports: { listener } });
    synthesized(stack);
  });
});

describe("two in one stack", () => {
  const other = { file: "other.yaml", text: "application: other\nservices: { api: { image: nginx } }\n" };

  it("are refused where their ids meet", () => {
    const stack = emptyStack();
    new Longshore(stack, "Shop", { manifest });
    const { message } = errorOf(() => new Longshore(stack, "Other", { manifest: other }));
    expect(message).toMatch(
      /the stack Stack has a resource \w+ already: Stack\/Shop\/Template\/\w+, and \d+ more/,
    );
    expect(message).toContain("preserveLogicalIds: false");
  });

  it("are refused where an id of the app's own is taken", () => {
    const stack = emptyStack();
    new CfnTopic(stack, "Topic").overrideLogicalId("ServiceApiService");
    const { message } = errorWith({}, stack);
    expect(message).toContain("has a resource ServiceApiService already: Stack/Topic [");
  });

  it("are told apart without preserved ids", () => {
    const stack = emptyStack();
    new Longshore(stack, "Shop", { manifest });
    const { service } = new Longshore(stack, "Other", { manifest: other, preserveLogicalIds: false }).service(
      "api",
    );
    expect(service.serviceName).toBe("other-api");
    const { Resources } = synthesized(stack);
    expect(Object.keys(Resources).filter((id) => /ServiceApiService/.test(id))).toHaveLength(2);
  });
});
