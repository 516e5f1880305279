import { describe, expect, it } from "vitest";
import { renderTerraform } from "../../src/terraform/index.js";
import { planOf } from "../support/plan-of.js";

const manifest = `application: shop
ingress: { domains: [{ name: shop.example.com, zone: Z0123456789ABC }] }
services:
  api:
    image: nginx
    port: 8080
    route: /*
    deploy: { strategy: canary, test: { header: { X: a } } }
    scale: { min: 1, max: 3, schedule: [{ at: "0 20 * * *", max: 1 }] }
  mqtt: { image: nginx, listeners: [1883], deploy: { strategy: blue-green, after: [api] } }
  worker: { image: nginx, deploy: { breaker: { threshold: 5, resetOnHealthy: false } } }
`;
const files = new Map(renderTerraform(planOf(manifest)).map(({ file, text }) => [file, text]));

/** The text of one resource. */
function resource(file: string, type: string, label: string): string {
  const [, text = ""] = (files.get(file) ?? "").split(`resource "${type}" "${label}" {`);
  return text.split("\n}\n")[0] ?? "";
}

describe("what AWS changes by itself is left to it", () => {
  it.each([
    ["alb.tf", "aws_lb_listener_rule", "api_https", "action"],
    ["alb.tf", "aws_lb_listener_rule", "api_https_test", "action"],
    ["nlb.tf", "aws_lb_listener", "mqtt_1883_tcp", "default_action"],
    ["scaling.tf", "aws_appautoscaling_target", "api", "max_capacity"],
  ])("%s: %s.%s", (file, type, label, ignored) => {
    expect(resource(file, type, label)).toContain(`ignore_changes = [${ignored}]`);
  });

  it("and nothing else", () => {
    const ignored = [...files.values()].join("").match(/ignore_changes = \[.*\]/g);
    expect(ignored?.sort()).toEqual([
      ...["ignore_changes = [action]", "ignore_changes = [action]", "ignore_changes = [default_action]"],
      ...["ignore_changes = [desired_count]", "ignore_changes = [max_capacity]"],
    ]);
  });
});

describe("a service that others come after", () => {
  it("is waited for as long as its deployment may take", () => {
    const text = resource("ecs.tf", "aws_ecs_service", "api");
    expect(text).toMatch(/wait_for_steady_state += true/);
    expect(text).toMatch(/update = "75m"/);
    expect(resource("ecs.tf", "aws_ecs_service", "mqtt")).toContain("aws_ecs_service.api,");
  });
});

describe("a role that ECS takes on", () => {
  it("may do its work before the service is there", () => {
    expect(resource("ecs.tf", "aws_ecs_service", "api")).toContain(
      "aws_iam_role_policy.api_traffic_move_traffic,",
    );
  });
});

describe("what the provider has no argument for", () => {
  it("is said", () => {
    expect(resource("ecs.tf", "aws_ecs_service", "worker")).toContain(
      "# The provider has no argument yet for threshold 5 tasks and reset by a healthy task: false; CloudFormation sets it.",
    );
  });
});
