// node bench/cdk-app.mjs --services 11 --out DIR
// The fleet of fleet.mjs as a user of the AWS CDK writes it by hand: constructs of level 2, no escape hatches, one stack
// per service as Longshore has, values across stacks as plain references (CDK turns them into exports and imports).
// Needs no account and no CDK CLI.
import { createRequire } from "node:module";
import { parseArgs } from "node:util";
import { ServiceStack } from "./cdk-service-stack.mjs";
import { DataStack, NetworkStack, PlatformStack, RegistryStack } from "./cdk-shared-stacks.mjs";
import { fleetOf, shared } from "./fleet.mjs";

// As compiled TypeScript does it: CDK loads its modules lazily behind `require`; `import * as` would load all at once.
const require = createRequire(import.meta.url);
const { App, Tags } = require("aws-cdk-lib");

const { values } = parseArgs({
  options: { services: { type: "string", default: "11" }, out: { type: "string", default: "cdk.out" } },
});
const fleet = fleetOf(Number(values.services));

/** Each repository has two exports, and a stack has room for 200. */
const repositoriesPerStack = 90;

const app = new App({ outdir: values.out });
for (const [key, value] of Object.entries(shared.tags)) Tags.of(app).add(key, value);
const stackProps = (area) => ({
  stackName: `${shared.application}-${area}`,
  description: `${shared.application}: ${area}`,
  env: { region: shared.region },
});
const network = new NetworkStack(app, "Network", stackProps("network"));
const platform = new PlatformStack(app, "Platform", { ...stackProps("platform"), vpc: network.vpc });
const data = new DataStack(app, "Data", stackProps("data"));

const repositories = new Map();
for (let start = 0; start < fleet.length; start += repositoriesPerStack) {
  const number = start / repositoriesPerStack + 1;
  const names = fleet.slice(start, start + repositoriesPerStack).map(({ name }) => name);
  const registry = new RegistryStack(app, `Registry${number}`, {
    ...stackProps(`registry-${number}`),
    names,
  });
  for (const [name, repository] of registry.repositories) repositories.set(name, repository);
}

const stacks = new Map();
for (const service of fleet) {
  const { name } = service;
  const stack = new ServiceStack(app, name, {
    ...stackProps(`service-${name}`),
    service,
    platform,
    vpc: network.vpc,
    files: data.files,
    repository: repositories.get(name),
    priority: 10 * (stacks.size + 1),
  });
  Tags.of(stack).add("service", name);
  stacks.set(name, stack);
}
for (const service of fleet) {
  for (const callee of service.connects) stacks.get(service.name).connectTo(stacks.get(callee));
}
app.synth();
