// The budgets of the design, each as a figure that must stay below (or above) a limit.

const timesBareNode = 2.5;
const timesFasterThanCdk = 20;
/** What one more service costs between 100 and 1,000 services, over what it costs between 11 and 100. */
const growthOfCost = 1.25;

/**
 * Judged by medians; `fastest` is the same share by the fastest runs, which another program on the machine disturbs least.
 *
 * @param results of measureAll, by case id
 */
export function judge(results) {
  const byMedian = figures((id) => results.get(id).wallMs, results);
  const byFastest = figures((id) => results.get(id).fastestMs, results);
  return byMedian.map((budget, index) => ({ ...budget, fastest: byFastest[index].share }));
}

function figures(wall, results) {
  const bare = wall("node");
  const costOfOneMore = (from, to) => (wall(`render-${to}`) - wall(`render-${from}`)) / (to - from);
  const growth = costOfOneMore(100, 1000) / costOfOneMore(11, 100);
  const peakMegabytes = results.get("render-1000").peakBytes / 1e6;
  const timesFaster = (id) => wall(id) / wall("render-11");
  return [
    below("help", "wall time", wall("help"), timesBareNode * bare, "ms"),
    below("validate-11", "wall time", wall("validate-11"), timesBareNode * bare, "ms"),
    below("render-11", "wall time", wall("render-11"), 300, "ms"),
    below("render-1000", "wall time", wall("render-1000"), 1500, "ms"),
    below("terraform-11", "wall time", wall("terraform-11"), 300, "ms"),
    below("terraform-1000", "wall time", wall("terraform-1000"), 1500, "ms"),
    below("render-1000", "peak memory, 1,000 services", peakMegabytes, 400, "MB"),
    below("growth", "cost of one more service, 100 to 1,000 against 11 to 100", growth, growthOfCost, "x"),
    atLeast("cdk-11", "CDK as it comes against Longshore, 11 services", timesFaster("cdk-11")),
    atLeast("cdk-11-plain", "CDK without validation against Longshore, 11", timesFaster("cdk-11-plain")),
  ];
}

function below(id, what, figure, limit, unit) {
  return { id, what, figure, limit, unit, sign: "<", share: figure / limit, pass: figure < limit };
}

function atLeast(id, what, figure) {
  const limit = timesFasterThanCdk;
  return { id, what, figure, limit, unit: "x", sign: ">=", share: figure / limit, pass: figure >= limit };
}
