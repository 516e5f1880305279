import { type Difference, isSame } from "./compare.js";
import type { Json } from "./facts.js";

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
    what: "Replacing a security group or certificate in use",
    subject: /^(security group|certificate) /,
    path: /^created before destroyed$/,
    terraform: { inWords: "`create_before_destroy`", is: exactly(true) },
    reason: "CloudFormation always makes the new one first.",
  },
  {
    what: "Proof of a certificate's domain",
    subject: /^certificate /,
    path: /^validation record$/,
    terraform: {
      inWords: "a Route 53 record",
      is: (value, subject) =>
        exactly({
          name: `[validation name of ${subject}]`,
          type: `[validation type of ${subject}]`,
          records: [`[validation value of ${subject}]`],
          ttl: 60,
          overwrites: true,
        })(value),
    },
    reason: "CloudFormation makes the record itself in the zone that `DomainValidationOptions` names.",
  },
  {
    what: "Waiting for a certificate",
    subject: /^certificate /,
    path: /^waits for records$/,
    terraform: {
      inWords: "`aws_acm_certificate_validation`",
      is: (value, subject) => exactly([`[fqdn of ${subject}]`])(value),
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
    subject: /^(bucket|file system|log group|repository|secret) /,
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
    what: "Repositories that are kept",
    subject: /^repository /,
    path: /^removal$/,
    cloudFormation: { inWords: "kept", is: exactly("retain") },
    terraform: { inWords: "deleted when it is empty", is: exactly("delete") },
    reason:
      "`prevent_destroy` would forbid to take one service out of the set; ECR refuses to delete a repository that holds images.",
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
