import { describe, expect, it } from "vitest";
import { tryPlan } from "../support/plan-of.js";

const head = `application: shop
ingress: { domains: [{ name: shop.example.com, zone: Z0123456789ABC }] }
resources: { Jobs: { type: sqs }, Files: { type: s3 } }
`;
const web = (deploy: string, route = "/*"): string =>
  `${head}services:\n  api: { image: nginx, port: 8080, route: ${route}, deploy: ${deploy} }\n`;
const worker = (deploy: string): string =>
  `${head}services:\n  api: { image: nginx, deploy: ${deploy} }\n  auth: { image: nginx }\njobs: { migrate: { image: nginx } }\n`;

/** What is wrong, where, and what to do about it. */
function errorsOf(text: string): readonly string[] {
  const { diagnostics } = tryPlan(text);
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  return errors.map(({ code, path, message, reason, hint }) =>
    [code, path, message, reason, hint].filter((each) => each !== undefined).join(" | "),
  );
}

describe("a deployment is refused", () => {
  it.each([
    [
      "canary without anything that shares out requests",
      worker("{ strategy: canary }"),
      /^kind-conflict \| services\.api\.deploy\.strategy \| .*nothing that shares out.*\| add a route, listeners or serviceConnect: true/,
    ],
    [
      "linear without anything that shares out requests",
      worker("{ strategy: linear }"),
      /^kind-conflict \| services\.api\.deploy\.strategy \| .*nothing that shares out/,
    ],
    [
      "a canary of nothing",
      web("{ strategy: canary, canary: { percent: 0 } }"),
      /^invalid-value \| services\.api\.deploy\.canary\.percent \| .*from 0\.1 to 99\.9 %, not 0/,
    ],
    [
      "steps that are too small",
      web("{ strategy: linear, steps: { percent: 2 } }"),
      /^invalid-value \| services\.api\.deploy\.steps\.percent \| .*from 3 to 100 %, not 2/,
    ],
    [
      "steps that ECS cannot take",
      web("{ strategy: linear, steps: { percent: 33.33 } }"),
      /^invalid-value \| services\.api\.deploy\.steps\.percent \| .*33\.33 \| ECS takes multiples of 0\.1 %/,
    ],
    [
      "steps that never reach 100 %",
      web("{ strategy: linear, steps: { percent: 10, bake: 5h } }"),
      /^limit \| services\.api\.deploy\.steps \| .*wait 45\.1 hours and never reach 100 % \| .*36 hours.*\| take larger steps/,
    ],
    [
      "a canary that never reaches 100 %",
      web("{ strategy: canary, canary: { percent: 5, bake: 20h }, bake: 20h }"),
      /^limit \| services\.api\.deploy\.canary \| .*wait 40 hours/,
    ],
    [
      "a bake time of more than a day",
      web("{ strategy: blue-green, bake: 25h }"),
      /^invalid-value \| services\.api\.deploy\.bake \| .*from 0m to 1440m, not 25h/,
    ],
    [
      "a bake time in seconds",
      web("{ strategy: blue-green, bake: 90s }"),
      /^invalid-value \| services\.api\.deploy\.bake \| .*whole minutes/,
    ],
    [
      "a bake time that nothing watches",
      web("{ bake: 5m }"),
      /^invalid-value \| services\.api\.deploy\.bake \| nothing watches/,
    ],
    [
      "a canary's share of another strategy",
      web("{ strategy: blue-green, canary: { percent: 5 } }"),
      /^invalid-value \| services\.api\.deploy\.canary \| .*of a canary deployment, and this one is blue-green/,
    ],
    [
      "steps of a rolling deployment",
      web("{ steps: { percent: 10 } }"),
      /^invalid-value \| services\.api\.deploy\.steps \| .*this one is rolling \| write strategy: linear/,
    ],
    [
      "a circuit breaker where there is none",
      web("{ strategy: canary, breaker: true }"),
      /^invalid-value \| services\.api\.deploy\.breaker \| .*no circuit breaker \| .*rolling deployments alone/,
    ],
    [
      "a threshold beyond 100 %",
      web('{ breaker: { threshold: "101 %" } }'),
      /^invalid-value \| services\.api\.deploy\.breaker\.threshold/,
    ],
    [
      "rebalancing without room",
      web("{ minHealthy: 50, max: 100, rebalancing: true }"),
      /^invalid-value \| services\.api\.deploy\.rebalancing \| .*no room/,
    ],
    [
      "an alarm that does not exist",
      web("{ alarms: [erors] }"),
      /^unknown-reference \| services\.api\.deploy\.alarms\[0\] \| .*no alarm "erors" \| .*ARN \| did you mean "errors"\?/,
    ],
    [
      "alarms of a load balancer without one",
      worker("{ alarms: [latency] }"),
      /^kind-conflict \| services\.api\.deploy\.alarms \| .*rolled back by latency and has no route/,
    ],
    [
      "the age of no queue",
      worker("{ alarms: [queueAge] }"),
      /^missing-key \| services\.api\.deploy\.alarms \| .*none is named/,
    ],
    [
      "the age of an unknown queue",
      worker("{ alarms: { queueAge: { queue: Jbos, max: 5m } } }"),
      /^unknown-service \| services\.api\.deploy\.alarms \| there is no queue "Jbos" \| did you mean "Jobs"\?/,
    ],
    [
      "a limit without a unit",
      web("{ alarms: { latency: 500 } }"),
      /^wrong-type \| services\.api\.deploy\.alarms\.latency \| .*write the unit: 500ms/,
    ],
    [
      "a hook at a stage that takes none",
      web("{ strategy: canary, hooks: [{ stage: bake-time, pause: 1h }] }"),
      /^invalid-value \| services\.api\.deploy\.hooks\[0\]\.stage \| .*bake-time takes no hooks/,
    ],
    [
      "a hook at no stage",
      web("{ strategy: canary, hooks: [{ stage: pre-scaleup, pause: 1h }] }"),
      /^invalid-value \| services\.api\.deploy\.hooks\[0\]\.stage \| .*no stage "pre-scaleup" \| did you mean "pre-scale-up"\?/,
    ],
    [
      "a pause while requests move",
      web("{ strategy: canary, hooks: [{ stage: production-traffic-shift, pause: 1h }] }"),
      /^invalid-value \| services\.api\.deploy\.hooks\[0\]\.stage \| .*cannot pause.*\| pause at pre-production-traffic-shift/,
    ],
    [
      "a hook that does nothing",
      web("{ strategy: canary, hooks: [{ stage: pre-scale-up }] }"),
      /^invalid-value \| services\.api\.deploy\.hooks\[0\] \| .*either call a function or pause/,
    ],
    [
      "a function that is none",
      web("{ strategy: canary, hooks: [{ stage: pre-scale-up, function: smoke }] }"),
      /^import-not-a-reference \| services\.api\.deploy\.hooks\[0\]\.function/,
    ],
    [
      "hooks of a rolling deployment",
      web("{ hooks: [{ stage: pre-scale-up, pause: 1h }] }"),
      /^invalid-value \| services\.api\.deploy\.hooks \| .*rolling deployment has none \| write strategy/,
    ],
    [
      "tests of a rolling deployment",
      web("{ test: { header: { X: a } } }"),
      /^invalid-value \| services\.api\.deploy\.test \| .*two versions side by side/,
    ],
    [
      "tests that no request would reach",
      web("{ strategy: canary, test: { header: { X: a }, priority: 21 } }", "{ path: /*, priority: 20 }"),
      /^priority-conflict \| services\.api\.deploy\.test \| no request would reach.*\| write test: \{ priority: 19 \}/,
    ],
    [
      "tests with more values than a rule holds",
      web("{ strategy: canary, test: { header: { X: [a, b, c] } } }", "{ path: [/a, /b, /c] }"),
      /^limit \| services\.api\.deploy\.test \| .*more values than one rule holds/,
    ],
    [
      "tests without a route",
      worker("{ strategy: blue-green, test: { header: { X: a } } }"),
      /^kind-conflict \| services\.api\.deploy\.test \| .*has 0 routes/,
    ],
    [
      "waiting for an unknown service",
      worker("{ after: [auht] }"),
      /^unknown-service \| services\.api\.deploy\.after\[0\] \| .*"auht", which is no service \| did you mean "auth"\?/,
    ],
    [
      "waiting for a job",
      worker("{ after: [migrate] }"),
      /^kind-conflict \| services\.api\.deploy\.after\[0\] \| .*a job and never steady/,
    ],
    ["waiting for itself", worker("{ after: [api] }"), /^deploy-order \| services\.api\.deploy\.after\[0\]/],
  ])("with %s", (_, text, expected) => {
    const errors = errorsOf(text);
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatch(expected);
  });

  it("where services wait for each other", () => {
    const errors = errorsOf(
      `${head}services:\n  a: { image: nginx, deploy: { after: [b] } }\n  b: { image: nginx, deploy: { after: [c] } }\n  c: { image: nginx, deploy: { after: [a] } }\n`,
    );
    expect(errors.map((each) => each.split(" | ")[1])).toEqual([
      "services.a.deploy.after[0]",
      "services.b.deploy.after[0]",
      "services.c.deploy.after[0]",
    ]);
  });

  it("where a service waits for one that connects to it, unless one stack holds both", () => {
    const services =
      "services:\n  a: { image: nginx, port: 80, deploy: { after: [b] } }\n  b: { image: nginx, connects: [a] }\n";
    expect(errorsOf(`${head}${services}`)[0]).toMatch(
      /^deploy-order \| services\.a\.deploy\.after\[0\] \| .*waits for services\.b/,
    );
    expect(errorsOf(`${head}stacks: single\n${services}`)).toEqual([]);
  });

  it("where several rules lead to one port", () => {
    const twice = `${head}services:\n  api: { image: nginx, port: 8080, routes: [/a, /b], deploy: { strategy: canary } }\n`;
    expect(errorsOf(twice)).toEqual([
      expect.stringMatching(
        /^route-conflict \| services\.api\.deploy\.strategy \| 2 rules.*\| join services\.api\.routes\[0\] and services\.api\.routes\[1\]/,
      ),
    ]);
    const plain = web("{ strategy: canary }").replace(
      "zone: Z0123456789ABC }] }",
      "zone: Z0123456789ABC }], http: serve }",
    );
    expect(errorsOf(plain)).toEqual([expect.stringMatching(/http: redirect$/)]);
  });

  it("where two listeners lead to one port", () => {
    const text = `${head}services:\n  api: { image: nginx, listeners: [1883, { port: 1884, target: 1883 }], deploy: { strategy: canary } }\n`;
    expect(errorsOf(text)).toEqual([
      expect.stringMatching(/^route-conflict \| services\.api\.deploy\.strategy \| 2 listeners.*port 1883/),
    ]);
  });

  it("where requests are shared between services, on either side", () => {
    const own = `${head}services:\n  api: { image: nginx, port: 80, route: { path: /*, weights: { api: 9, next: 1 } }, deploy: { strategy: canary } }\n  next: { image: nginx, port: 80, route: /next }\n`;
    expect(errorsOf(own)).toEqual([
      expect.stringMatching(
        /^route-conflict \| services\.api\.route\.weights \| .*moves them between versions/,
      ),
    ]);
    const other = own
      .replace(", deploy: { strategy: canary }", "")
      .replace("route: /next", "route: /next, deploy: { strategy: canary }");
    expect(errorsOf(other)).toEqual([
      expect.stringMatching(/^route-conflict \| services\.api\.route\.weights\.next \| .*two target groups/),
    ]);
  });

  it("where others find the tasks by name, unless by Service Connect", () => {
    const services = "services:\n  api: { image: nginx, port: 80, deploy: { strategy: blue-green } }\n";
    expect(errorsOf(`${head}${services}`)).toEqual([
      expect.stringMatching(
        /^kind-conflict \| services\.api\.deploy\.strategy \| .*names both versions at once/,
      ),
    ]);
    const connected = services.replace("port: 80", "port: 80, serviceConnect: true");
    expect(errorsOf(`${head}cluster: { serviceConnect: true }\n${connected}`)).toEqual([]);
  });
});
