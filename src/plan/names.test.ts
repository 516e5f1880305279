import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkName, pascalCase, shorten } from "./names.js";

describe("shorten", () => {
  it("leaves what fits", () => {
    expect(shorten("shop-dev-api", 32)).toBe("shop-dev-api");
  });

  it("ends a cut name in a hash of the whole", () => {
    const one = shorten("bff-agentcore-production-agentcore-one", 32);
    const two = shorten("bff-agentcore-production-agentcore-two", 32);
    expect(one).toMatch(/^bff-agentcore-production-[a-z0-9]{6}$/);
    expect(one).not.toBe(two);
  });

  it("gives names that a load balancer takes", () => {
    const name = fc.stringMatching(/^[a-z][a-z0-9-]{0,80}$/).filter((text) => !text.endsWith("-"));
    fc.assert(
      fc.property(name, (text) => {
        const short = shorten(text, 32);
        expect(short.length).toBeLessThanOrEqual(32);
        expect(short).toMatch(/^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/);
        expect(shorten(text, 32)).toBe(short);
      }),
    );
  });
});

describe("checkName", () => {
  it("says by how much a name is too long", () => {
    expect(checkName("IAM role", "r".repeat(64), "services.api")).toBeUndefined();
    expect(checkName("IAM role", "r".repeat(70), "services.api")).toMatchObject({
      code: "name-too-long",
      path: "services.api",
      message: `the IAM role name "${"r".repeat(70)}" has 70 characters`,
      reason: "AWS takes at most 64 there",
      hint: "shorten the name, the application or naming.prefix by 6",
    });
  });
});

describe("pascalCase", () => {
  it.each([
    ["api", "Api"],
    ["provision-api", "ProvisionApi"],
    ["service/api/task-role", "ServiceApiTaskRole"],
    ["AgentData", "AgentData"],
  ])("%s becomes %s", (name, pascal) => {
    expect(pascalCase(name)).toBe(pascal);
  });
});
