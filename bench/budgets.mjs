// The budgets of the design, each as a figure that must stay below (or above) a limit.

const timesBareNode = 2.5;
const timesFasterThanCdk = 20;
/** What one more service costs between 100 and 1,000 services, over what it costs between 11 and 100. */
const growthOfCost = 1.25;

/** @param results of measureAll, by case id */
export function judge(results) {
  const wall = (id) => results.get(id).wallMs;
  const bare = wall("node");
  const costOfOneMore = (from, to) => (wall(`render-${to}`) - wall(`render-${from}`)) / (to - from);
  return [
    below("help", "wall time", wall("help"), timesBareNode * bare, "ms"),
    below("validate-11", "wall time", wall("validate-11"), timesBareNode * bare, "ms"),
    below("render-11", "wall time", wall("render-11"), 300, "ms"),
    below("render-1000", "wall time", wall("render-1000"), 1500, "ms"),
    below("render-1000", "peak memory", results.get("render-1000").peakBytes / 1e6, 400, "MB"),
    below(
      "growth",
      "cost of one more service",
      costOfOneMore(100, 1000) / costOfOneMore(11, 100),
      growthOfCost,
      "x",
    ),
    above(
      "cdk-ratio",
      "CDK as it comes / Longshore",
      wall("cdk-11") / wall("render-11"),
      timesFasterThanCdk,
      "x",
    ),
    above(
      "cdk-plain-ratio",
      "CDK without validation / Longshore",
      wall("cdk-11-plain") / wall("render-11"),
      timesFasterThanCdk,
      "x",
    ),
  ];
}

function below(id, what, figure, limit, unit) {
  return { id, what, figure, limit, unit, kept: "below", share: figure / limit, pass: figure < limit };
}

function above(id, what, figure, limit, unit) {
  return { id, what, figure, limit, unit, kept: "at least", share: figure / limit, pass: figure >= limit };
}
