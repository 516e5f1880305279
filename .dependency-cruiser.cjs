// The architecture as rules: folders of src/ are stages, and imports flow one way. See ARCHITECTURE.md.

/** What a stage may import besides itself, and why no more. One rule each. */
const arrows = {
  diagnostics: [
    [],
    "Everything reports through diagnostics, so diagnostics knows nothing of what is reported.",
  ],
  manifest: [
    ["diagnostics"],
    "The manifest is what a person wrote; it is understood before anything is planned.",
  ],
  compose: [
    ["manifest", "diagnostics"],
    "A compose file is another way to write a manifest, and ends there.",
  ],
  plan: [["manifest", "diagnostics"], "Everything is decided here once, whatever is rendered from it later."],
  cloudformation: [
    ["plan", "diagnostics"],
    "Renderers translate the plan; they decide nothing and share nothing.",
  ],
  terraform: [
    ["plan", "diagnostics"],
    "Renderers translate the plan; they decide nothing and share nothing.",
  ],
  policy: [["plan", "diagnostics"], "A finding is about the plan, so it holds for every output of the plan."],
  cost: [["plan", "diagnostics"], "A price is that of the plan, so it holds for every output of the plan."],
  graph: [
    ["plan", "diagnostics"],
    "The diagram shows the plan; it must not show what only one renderer does.",
  ],
  engine: [["plan", "diagnostics"], "The engine behaves as ECS would, with any clock and any task runtime."],
  simulate: [
    ["engine", "plan", "diagnostics"],
    "The simulator is the engine with a virtual clock, never local parts.",
  ],
  local: [
    ["engine", "plan", "diagnostics"],
    "The local runner is the engine with real parts, never simulated ones.",
  ],
  cdk: [
    ["cloudformation", "plan", "compose", "manifest", "diagnostics"],
    "The construct hosts the template that is rendered anyway, so CDK and CloudFormation stay equal. It reads what the command line reads: a manifest, and the compose files that the manifest names.",
  ],
  deploy: [
    ["cloudformation", "plan", "manifest", "diagnostics"],
    "What is deployed is the template that is rendered anyway.",
  ],
};

/** These compute. Files, clock, randomness and environment are arguments, so any run can be repeated. */
const pureStages = Object.keys(arrows).filter((stage) => !["cdk", "deploy", "local"].includes(stage));

const anyOf = (names) => `(${names.join("|")})`;
const tests = "[.]test[.]ts$";

module.exports = {
  forbidden: [
    ...Object.entries(arrows).map(([stage, [allowed, reason]]) => ({
      name: `${stage}-imports-${allowed.length === 0 ? "nothing" : "only"}-${allowed.join("-") || "else"}`,
      comment: reason,
      severity: "error",
      from: { path: `^src/${stage}/` },
      to: { path: "^src/", pathNot: `^src/${anyOf([stage, ...allowed])}/` },
    })),
    {
      name: "entry-files-only",
      comment:
        "The command line and the public surface know a stage by its index.ts; the rest of it may change.",
      severity: "error",
      from: { path: "^src/(cli/|index[.]ts$)" },
      to: { path: `^src/${anyOf(Object.keys(arrows))}/`, pathNot: "^src/[^/]+/index[.]ts$" },
    },
    {
      name: "library-without-cli",
      comment: "The library never prints and never exits; what does lives in cli/.",
      severity: "error",
      from: { path: "^src/index[.]ts$" },
      to: { path: "^src/cli/" },
    },
    {
      name: "pure-stages",
      comment:
        "A stage that computes takes files, clock and randomness as arguments: no module of Node's own.",
      severity: "error",
      from: { path: `^src/${anyOf(pureStages)}/`, pathNot: tests },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "cdk-only-in-cdk",
      comment: "aws-cdk-lib and constructs are optional: who does not use the construct does not have them.",
      severity: "error",
      from: { path: "^src/", pathNot: ["^src/cdk/", tests] },
      to: { path: "node_modules/(aws-cdk-lib|constructs)/" },
    },
    {
      name: "known-stages",
      comment: "A new folder of src/ is a new stage: say above what it may import.",
      severity: "error",
      from: { path: "^src/[^/]+/", pathNot: `^src/${anyOf([...Object.keys(arrows), "cli"])}/` },
      to: {},
    },
    {
      name: "product-without-tests",
      comment: "What is shipped must not need what is not.",
      severity: "error",
      from: { path: "^src/", pathNot: tests },
      to: { path: ["^(test|bench|scripts)/", tests] },
    },
    {
      name: "no-cycles",
      comment: "Two modules that need each other are one module, or lack a third. Types count.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "no-orphans",
      comment: "A module that nothing imports is a leftover.",
      severity: "error",
      from: {
        orphan: true,
        path: "^src/",
        pathNot: [tests, "^src/index[.]ts$", "^src/cdk/index[.]ts$", "^src/cli/main[.]ts$"],
      },
      to: {},
    },
    {
      name: "resolvable",
      comment: "An import that cannot be found is not seen by the other rules either.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^test/samples/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
    },
  },
};
