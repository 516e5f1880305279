/**
 * What AWS and other owners would answer, the same for both sides: CloudFormation's pseudo parameters and Terraform's data
 * sources, SSM parameters that no stack of the plan makes, exports of other stacks. Each value names what it is,
 * in brackets that no JSON encoder escapes.
 */
export const world = {
  account: "[account]",
  region: "[region]",
  partition: "[partition]",
  urlSuffix: "[url suffix]",
  zones: ["[zone 0]", "[zone 1]", "[zone 2]"],
  ssm: (path: string): string => ssm(path),
  stackExport: (name: string): string => `[export ${name}]`,
  /** Text of a secret: JSON with the one key that is asked for here. */
  secret: (id: string): string => JSON.stringify({ clientSecret: `[client secret of ${id}]` }),
  parameter: (name: string): string => `[parameter ${name}]`,
} as const;

/** Some are taken apart, so they have the parts of what they stand for. */
function ssm(path: string): string {
  const part = (at: number): string => `[ssm${path.replaceAll("/", ":")} ${at}]`;
  if (path.endsWith("listener-arn")) return [0, 1, 2, 3, 4].map(part).join("/");
  if (path.endsWith("repository-uri")) return `${part(0)}.dkr.ecr.${part(1)}.amazonaws.com/${part(2)}`;
  if (path.endsWith("queue-arn"))
    return [0, 1, 2, 3, 4, 5].map((at) => part(at).replaceAll(":", ".")).join(":");
  return path.endsWith("-ids") ? `${part(0)},${part(1)}` : part(0);
}
