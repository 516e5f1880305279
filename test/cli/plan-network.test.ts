import { expect, test } from "vitest";
import { createWorkspace } from "./harness.js";

const manifest = (network: string, cluster: string): string => `application: shop
region: eu-west-1
network: ${network}
cluster: ${cluster}
services:
  web: { image: { build: . }, connects: [api] }
  api: { image: { build: . }, port: 80 }
`;

async function flatPlan(network: string, cluster: string): Promise<string> {
  const { code, stdout } = await createWorkspace({ "longshore.yaml": manifest(network, cluster) }).run([
    "plan",
  ]);
  expect(code).toBe(0);
  return stdout.replace(/\s+/g, " ");
}

test("endpoints, flow logs and Service Connect are in the view for people", async () => {
  const flat = await flatPlan(
    "{ nat: none, endpoints: auto, flowLogs: true }",
    "{ serviceConnect: { namespace: http } }",
  );
  for (const line of [
    "way out internet gateway, without NAT: private subnets reach endpoints alone",
    "endpoints s3 (free of charge); ecr.api, ecr.dkr, logs and ssmmessages (billed by the hour)",
    "flow logs /vpc/shop, 14 days",
    "namespace shop.local, for Service Connect alone",
    "connect api:80 by Service Connect",
    "connect calls others by Service Connect",
    "Service api (backend)",
  ]) {
    expect(flat).toContain(line);
  }
});

test("nothing is said of what there is not", async () => {
  const flat = await flatPlan("{ nat: none }", "{}");
  expect(flat).toContain("without NAT: tasks have public addresses endpoints s3");
  expect(flat).toContain("namespace shop.local");
  for (const word of ["flow logs", "Service Connect", "billed"]) expect(flat).not.toContain(word);
});
