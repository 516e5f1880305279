import { EquivalenceError, isArray, isObject, type Json, type JsonObject } from "../facts.js";
import { tokenOf } from "../kind.js";
import { kinds } from "./kinds.js";
import { labelProperty } from "./label.js";
import type { StateResource } from "./state.js";

/**
 * What the stand-in makes up for each attribute that only AWS knows, and what it is called here. A type stands after those
 * that its subject needs.
 */
const attributes: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  aws_acm_certificate: { arn: "arn" },
  aws_route53_record: { fqdn: "fqdn" },
  aws_eip: { allocation_id: "allocation", id: "allocation" },
  aws_internet_gateway: { id: "id" },
  aws_nat_gateway: { id: "id" },
  aws_route_table: { id: "id" },
  aws_security_group: { id: "id" },
  aws_subnet: { id: "id" },
  aws_vpc: { id: "id" },
  aws_ecr_repository: { arn: "arn", repository_url: "uri" },
  aws_ecs_cluster: { arn: "arn", id: "arn" },
  aws_ecs_service: { arn: "arn", id: "arn" },
  aws_ecs_task_definition: { arn: "arn" },
  aws_efs_access_point: { arn: "arn", id: "id" },
  aws_efs_file_system: { arn: "arn", id: "id" },
  aws_lb: { arn: "arn", id: "arn", dns_name: "dns name", arn_suffix: "full name", zone_id: "zone" },
  aws_lb_target_group: { arn: "arn", id: "arn", arn_suffix: "full name" },
  aws_lb_listener: { arn: "arn", id: "arn" },
  aws_iam_role: { arn: "arn" },
  // Without the `:*` of CloudFormation.
  aws_cloudwatch_log_group: { arn: "arn" },
  aws_s3_bucket: { bucket: "name", id: "name", arn: "arn" },
  aws_secretsmanager_secret: { arn: "arn", id: "arn" },
  aws_service_discovery_private_dns_namespace: { id: "id" },
  aws_service_discovery_service: { arn: "arn" },
  aws_sns_topic: { arn: "arn", id: "arn" },
};

/** Gives each made-up value its name in every resource and output. */
export interface Naming {
  readonly resolve: (value: Json) => Json;
}

export function nameMadeUpValues(resources: readonly StateResource[]): Naming {
  const names = new Map<string, string>();
  let pattern = /$^/;
  const resolve = (value: Json): Json =>
    mapTexts(value, (text) => text.replace(pattern, (found) => names.get(found) ?? found));
  for (const [type, known] of Object.entries(attributes)) {
    for (const { values, label } of resources.filter((each) => each.type === type)) {
      const get = (property: string): Json =>
        property === labelProperty ? label : resolve(values[property] ?? null);
      const subject = kinds[type]?.subject(get) ?? type;
      for (const [attribute, called] of Object.entries(known))
        add(names, values[attribute], tokenOf(called, subject));
      for (const record of validationRecords(values)) {
        for (const part of ["name", "type", "value"])
          add(names, record[`resource_record_${part}`], tokenOf(`validation ${part}`, subject));
      }
    }
    pattern = new RegExp(
      [...names.keys()]
        .sort((a, b) => b.length - a.length)
        .map(escaped)
        .join("|") || "$^",
      "g",
    );
  }
  return { resolve };
}

function validationRecords({ domain_validation_options: options }: JsonObject): readonly JsonObject[] {
  return isArray(options) ? options.filter(isObject) : [];
}

/** What the module itself gives is no made-up value, and may stand in other texts by chance. */
function add(names: Map<string, string>, value: Json | undefined, name: string): void {
  if (typeof value !== "string" || !/[0-9a-f]{17}/i.test(value)) return;
  const known = names.get(value) ?? name;
  if (known !== name) throw new EquivalenceError(`${value} is both ${known} and ${name}`);
  names.set(value, name);
}

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}

function mapTexts(value: Json, map: (text: string) => string): Json {
  if (typeof value === "string") return map(value);
  if (isArray(value)) return value.map((item) => mapTexts(item, map));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapTexts(item, map)]));
}
