import { type Difference, isSame } from "./compare.js";
import { isArray, isObject, type Json } from "./facts.js";

/** A difference in the nature of one side. What a side says must be just this; absent, it says nothing. */
export interface KnownDifference {
  readonly what: string;
  readonly subject: RegExp;
  /** The names from the subject down, with ` / ` between them. */
  readonly path: RegExp;
  readonly cloudFormation?: Said;
  readonly terraform?: Said;
  readonly reason: string;
}

interface Said {
  readonly inWords: string;
  readonly is: (value: Json, subject: string) => boolean;
}

const defaultTags: Said = { inWords: "has the tags common to all", is: (value) => typeof value === "object" };

export const knownDifferences: readonly KnownDifference[] = [
  {
    what: "Security groups that let nothing out",
    subject: /^security group /,
    path: /^egress \/ icmp 252 to 86, 255\.255\.255\.255\/32$/,
    cloudFormation: {
      inWords: "a rule that matches nothing",
      is: exactly({ description: "Disallow all traffic" }),
    },
    reason:
      "EC2 lets a new group send everything until it has a rule; Terraform takes that away, CloudFormation can only put another in its place.",
  },
  {
    what: "Names of security groups",
    subject: /^security group /,
    path: /^name prefix$/,
    terraform: {
      inWords: "`name_prefix` with the tag `Name`",
      is: (value, subject) => `security group ${String(value)}` === `${subject}-`,
    },
    reason:
      "CloudFormation makes a name of stack and logical id; without a prefix Terraform's would be `terraform-…`.",
  },
  {
    what: "Names of buckets",
    subject: /^bucket /,
    path: /^name prefix$/,
    terraform: {
      inWords: "`bucket_prefix`",
      is: (value, subject) => String(value).endsWith(`-${subject.replace("bucket ", "")}-`),
    },
    reason:
      "CloudFormation makes a name of stack and logical id; without a prefix Terraform's would be `terraform-…`.",
  },
  {
    what: "Names of queues",
    subject: /^queue /,
    path: /^name prefix$/,
    terraform: {
      inWords: "`name_prefix`",
      is: (value, subject) => String(value).endsWith(`-${subject.replace("queue ", "")}-`),
    },
    reason:
      "CloudFormation makes a name of stack and logical id; without a prefix Terraform's would be `terraform-…`.",
  },
  {
    what: "Names of tables",
    subject: /^table /,
    path: /^name$/,
    terraform: {
      inWords: "`name`",
      is: (value, subject) => value === `[name of ${subject}]`,
    },
    reason: "CloudFormation makes a name of stack and logical id; the provider makes none for a table.",
  },
  {
    what: "Stream of a table",
    subject: /^table /,
    path: /^stream enabled$/,
    terraform: { inWords: "`stream_enabled`", is: exactly(true) },
    reason: "In a template the view of a stream says that there is one.",
  },
  {
    what: "Kind of a table's encryption",
    subject: /^table /,
    path: /^encryption \/ type$/,
    cloudFormation: { inWords: "`SSEType: KMS`", is: exactly("KMS") },
    reason: "The provider knows no other kind.",
  },
  {
    what: "Replacing a security group, certificate or parameter group in use",
    subject: /^(security group|certificate|(cluster )?parameter group) /,
    path: /^created before destroyed$/,
    terraform: { inWords: "`create_before_destroy`", is: exactly(true) },
    reason: "CloudFormation always makes the new one first.",
  },
  {
    what: "Proof of a certificate's domain",
    subject: /^certificate /,
    path: /^validations \/ [^/]+ \/ record$/,
    terraform: {
      inWords: "a Route 53 record",
      is: (value, subject) =>
        isObject(value) &&
        [subject, String(value["name"]).replace(/^\[validation name of (.+)\]$/, "$1")].some(
          (proven) =>
            proven.split(" for ")[0] === subject &&
            exactly({
              name: `[validation name of ${proven}]`,
              type: `[validation type of ${proven}]`,
              records: [`[validation value of ${proven}]`],
              ttl: 60,
              overwrites: true,
            })(value),
        ),
    },
    reason: "CloudFormation makes the record itself in the zone that `DomainValidationOptions` names.",
  },
  {
    what: "Waiting for a certificate",
    subject: /^certificate /,
    path: /^waits for records$/,
    terraform: {
      inWords: "`aws_acm_certificate_validation`",
      is: (value, subject) =>
        isArray(value) && value.length > 0 && value.every(exactly(`[fqdn of ${subject}]`)),
    },
    reason: "CloudFormation's certificate is complete only when it is issued.",
  },
  {
    what: "Count of tasks under auto scaling",
    subject: /^service /,
    path: /^desired count$/,
    terraform: { inWords: "the smallest count, to begin with", is: (value) => typeof value === "number" },
    reason:
      "ECS begins with 1 and later keeps what there is when no count is given; the provider would set 0.",
  },
  {
    what: "Owner of the count of tasks",
    subject: /^service /,
    path: /^ignored changes$/,
    terraform: { inWords: "`ignore_changes = [desired_count]`", is: exactly(["${desired_count}"]) },
    reason: "Auto scaling owns the count; CloudFormation does not touch what its template leaves out.",
  },
  {
    what: "Change of capacity providers",
    subject: /^service /,
    path: /^forces new deployments$/,
    terraform: { inWords: "`force_new_deployment`", is: exactly(true) },
    reason: "Without it the provider replaces the service; CloudFormation updates it.",
  },
  {
    what: "A creation that is rolled back",
    subject: /^(bucket|file system|key|log group|queue|repository|secret|table) /,
    path: /^deletion policy$/,
    cloudFormation: { inWords: "`RetainExceptOnCreate`", is: exactly("RetainExceptOnCreate") },
    reason: "Terraform rolls nothing back.",
  },
  {
    what: "Buckets that go with their stack",
    subject: /^bucket /,
    path: /^emptied when deleted$/,
    cloudFormation: { inWords: "must be empty", is: exactly(false) },
    terraform: { inWords: "`force_destroy`", is: exactly(true) },
    reason: "CloudFormation cannot empty a bucket without a function of ours, and prints none.",
  },
  {
    what: "Secrets that go with their stack",
    subject: /^secret /,
    path: /^recovery window$/,
    terraform: { inWords: "`recovery_window_in_days = 0`", is: exactly(0) },
    reason:
      "A template has no words for how long a deleted secret can be brought back; in Terraform its name would stay taken for 30 days.",
  },
  {
    what: "Last snapshots",
    subject: /^(cluster database|database|cache) /,
    path: /^last snapshot$/,
    terraform: {
      inWords: "`final_snapshot_identifier` with the time of creation",
      is: (value, subject) => `${subject.replace(/^.* /, "")}-final-[time]` === value,
    },
    reason: "CloudFormation makes a name of its own; two of one name would stop the second `destroy`.",
  },
  {
    what: "Name of the last snapshot",
    subject: /^(cluster database|database|cache) /,
    path: /^ignored changes$/,
    terraform: {
      inWords: "`ignore_changes = [final_snapshot_identifier]`",
      is: exactly(["${final_snapshot_identifier}"]),
    },
    reason: "The time in it is that of the first plan.",
  },
  {
    what: "When a change of a database is made",
    subject: /^(cluster database|cluster instance|database|cache) /,
    path: /^applied at once$/,
    terraform: { inWords: "`apply_immediately`", is: exactly(true) },
    reason: "The provider would wait for the maintenance window; CloudFormation does not.",
  },
  {
    what: "Repositories that are kept",
    subject: /^repository /,
    path: /^removal$/,
    cloudFormation: { inWords: "kept", is: exactly("retain") },
    terraform: { inWords: "deleted when it is empty", is: exactly("delete") },
    reason:
      "`prevent_destroy` would forbid to take one service out of the set; ECR refuses to delete a repository that holds images.",
  },
  {
    what: "Threshold of a circuit breaker",
    subject: /^service /,
    path: /^circuit breaker \/ threshold$/,
    cloudFormation: { inWords: "type and value", is: (value) => typeof value === "object" },
    reason: "The provider has no argument for it yet; a comment in the module says so.",
  },
  {
    what: "What sets a circuit breaker back",
    subject: /^service /,
    path: /^circuit breaker \/ reset by a healthy task$/,
    cloudFormation: { inWords: "`ResetOnHealthyTask`", is: (value) => typeof value === "boolean" },
    reason: "The provider has no argument for it yet; a comment in the module says so.",
  },
  {
    what: "Services that others come after",
    subject: /^service /,
    path: /^waited for$/,
    terraform: { inWords: "`wait_for_steady_state`", is: exactly(true) },
    reason:
      "CloudFormation always waits until a service is steady; the provider does so only when it is told.",
  },
  {
    what: "How long is waited for a service",
    subject: /^service /,
    path: /^timeouts$/,
    terraform: { inWords: "`timeouts`", is: (value) => typeof value === "object" },
    reason: "The provider gives up after 20 minutes; CloudFormation waits 36 hours for these deployments.",
  },
  {
    what: "Weights that ECS moves",
    subject: /^(rule|listener) \d/,
    path: /^ignored changes$/,
    terraform: {
      inWords: "`ignore_changes`",
      is: (value) => isSame(value, ["${action}"]) || isSame(value, ["${default_action}"]),
    },
    reason:
      "Terraform would set them back to those of the first deployment; CloudFormation leaves a rule alone whose text is the same.",
  },
  {
    what: "Bounds that a schedule changes",
    subject: /^scalable target /,
    path: /^ignored changes$/,
    terraform: { inWords: "`ignore_changes`", is: (value) => isArray(value) },
    reason:
      "Terraform would set them back, whatever the hour; CloudFormation leaves a target alone whose text is the same.",
  },
  {
    what: "Tags of exports",
    subject: /^export /,
    path: /^tags$/,
    terraform: defaultTags,
    reason: "They are values of the plan, which have no tags; `default_tags` reach their SSM parameters.",
  },
  {
    what: "Tags of the rules of security groups",
    subject: /^security group /,
    path: /^(ingress|egress) \/ [^/]+(\/\d+)? \/ tags$/,
    terraform: defaultTags,
    reason: "CloudFormation's rules have no tags; `default_tags` reach those of Terraform.",
  },
  {
    what: "Region",
    subject: /^parameter aws_region$/,
    path: /^$/,
    terraform: { inWords: "the variable `aws_region`", is: (value) => typeof value === "object" },
    reason: "A stack knows its region; a provider must be told.",
  },
  {
    what: "Environment",
    subject: /^parameter environment$/,
    path: /^$/,
    terraform: { inWords: "the variable `environment`", is: (value) => typeof value === "object" },
    reason: "A convention of modules: it is part of every name, which in a template stand as they are.",
  },
];

/** The entry that explains a difference. */
export function explain(difference: Difference): KnownDifference | undefined {
  const { subject, cloudFormation, terraform } = difference;
  const path = difference.path.join(" / ");
  return knownDifferences.find(
    (known) =>
      known.subject.test(subject) &&
      known.path.test(path) &&
      agrees(known.cloudFormation, cloudFormation, subject) &&
      agrees(known.terraform, terraform, subject),
  );
}

/** As Markdown for the documentation: what one side says and the other has no words for, or other words. */
export function printKnownDifferences(): string {
  const row = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [
    row(["What", "CloudFormation", "Terraform", "Why"]),
    row(["---", "---", "---", "---"]),
    ...knownDifferences.map(({ what, cloudFormation, terraform, reason }) =>
      row([what, cloudFormation?.inWords ?? "nothing", terraform?.inWords ?? "nothing", reason]),
    ),
    "",
  ].join("\n");
}

function agrees(said: Said | undefined, value: Json | undefined, subject: string): boolean {
  if (said === undefined || value === undefined) return said === undefined && value === undefined;
  return said.is(value, subject);
}

function exactly(expected: Json): (value: Json) => boolean {
  return (value) => isSame(value, expected);
}
