// node bench/stages.mjs [--services 1000] [--runs 3] [--yaml] [--every-option], or npm run bench -- --stages
// Where the time goes inside the library (dist/index.js): `first` is what a process pays, which compiles as it goes,
// `later` the median of further runs. For a profile of the functions:
//   node --cpu-prof --cpu-prof-dir=/tmp/profile bench/stages.mjs --runs 1    then open it in the DevTools of Chrome
//   node --prof bench/stages.mjs --runs 1 && node --prof-process isolate-*.log
import { parseArgs } from "node:util";
import { parseManifest, printJson, printYaml, renderCloudFormation, resolve } from "../dist/index.js";
import { everyOptionOf } from "./every-option.mjs";
import { manifestOf } from "./fleet.mjs";
import { median } from "./measure.mjs";

const { values } = parseArgs({
  options: {
    services: { type: "string", default: "1000" },
    runs: { type: "string", default: "3" },
    yaml: { type: "boolean", default: false },
    "every-option": { type: "boolean", default: false },
  },
});
const fleet = values["every-option"] ? everyOptionOf : manifestOf;
const text = fleet(Number(values.services));

const stages = {
  parse: () => orExplain(parseManifest({ file: "longshore.yaml", text }), "manifest"),
  resolve: (manifest) => orExplain(resolve(manifest), "value"),
  render: (plan) => renderCloudFormation(plan),
  "print json": (rendered) => {
    for (const { template } of rendered) printJson(template);
    return rendered;
  },
  ...(values.yaml && {
    "print yaml": (rendered) => {
      for (const { template } of rendered) printYaml(template);
    },
  }),
};

const times = new Map(Object.keys(stages).map((name) => [name, []]));
for (let run = 0; run < Number(values.runs); run += 1) {
  let result;
  for (const [name, stage] of Object.entries(stages)) {
    const begin = performance.now();
    result = stage(result);
    times.get(name).push(performance.now() - begin);
  }
}

console.log(`${values.services} services, ms    first    later`);
for (const [name, [first, ...later]] of times) {
  const column = (ms) => (Number.isFinite(ms) ? ms.toFixed(0) : "").padStart(9);
  console.log(`${name.padEnd(18)}${column(first)}${column(median(later))}`);
}

function orExplain(result, key) {
  const value = result[key];
  if (value !== undefined) return value;
  throw new Error(result.diagnostics.map(({ path, message }) => `${path}: ${message}`).join("\n"));
}
