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
  // Before what they encrypt, or what their policies name.
  aws_kms_key: { arn: "arn", key_id: "id", id: "id" },
  aws_dynamodb_table: { arn: "arn", id: "name" },
  aws_sqs_queue: { arn: "arn", url: "url", id: "url", name: "name" },
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
  aws_lb_listener_rule: { arn: "arn", id: "arn" },
  aws_appautoscaling_policy: { arn: "arn" },
  aws_rds_cluster: { id: "id", endpoint: "host", "master_user_secret.secret_arn": "secret" },
  aws_db_instance: { address: "host", "master_user_secret.secret_arn": "secret" },
  aws_elasticache_replication_group: { primary_endpoint_address: "host" },
  aws_elasticache_serverless_cache: { "endpoint.address": "host" },
  aws_iam_role: { arn: "arn" },
  // Without the `:*` of CloudFormation.
  aws_cloudwatch_log_group: { arn: "arn" },
  aws_sfn_state_machine: { arn: "arn", id: "arn" },
  aws_s3_bucket: { bucket: "name", id: "name", arn: "arn" },
  aws_secretsmanager_secret: { arn: "arn", id: "arn" },
  aws_service_discovery_http_namespace: { arn: "arn" },
  aws_service_discovery_private_dns_namespace: { arn: "arn", id: "id" },
  aws_service_discovery_service: { arn: "arn" },
  aws_sns_topic: { arn: "arn", id: "arn" },
};

/** Gives each made-up value its name in every resource and output. */
export interface Naming {
  readonly resolve: (value: Json) => Json;
}

export function nameMadeUpValues(resources: readonly StateResource[]): Naming {
  const names = new Map<string, string>();
  const tables = tableNamer(resources);
  let pattern = /$^/;
  const resolve = (value: Json): Json =>
    mapTexts(value, (text) => tables(text).replace(pattern, (found) => names.get(found) ?? found));
  for (const [type, known] of Object.entries(attributes)) {
    for (const { values, label } of resources.filter((each) => each.type === type)) {
      const get = (property: string): Json =>
        property === labelProperty ? label : resolve(values[property] ?? null);
      const subject = kinds[type]?.subject(get) ?? type;
      for (const [attribute, called] of Object.entries(known))
        add(names, valueAt(values, attribute), tokenOf(called, subject));
      for (const record of validationRecords(values)) {
        const { domain_name: domain } = record;
        const proven = domain === values["domain_name"] ? subject : `${subject} for ${String(domain)}`;
        for (const part of ["name", "type", "value"])
          add(names, record[`resource_record_${part}`], tokenOf(`validation ${part}`, proven));
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

/** `endpoint.address` is that of the only item of the list `endpoint`. */
function valueAt(values: JsonObject, path: string): Json | undefined {
  const [first = "", inner] = path.split(".");
  const value = values[first];
  if (inner === undefined) return value;
  const [item] = isArray(value) ? value : [];
  return isObject(item) ? item[inner] : undefined;
}

/** The module names a table itself, by its label, where a template leaves that to AWS: a whole text, or one within JSON. */
function tableNamer(resources: readonly StateResource[]): (text: string) => string {
  const names = new Map<string, string>();
  for (const { type, values, label } of resources) {
    const called = label.replaceAll("_", "-");
    const { name } = values;
    if (type !== "aws_dynamodb_table" || typeof name !== "string" || !name.endsWith(`-${called}`)) continue;
    names.set(name, tokenOf("name", `table ${called}`));
  }
  return (text) => {
    const whole = names.get(text);
    if (whole !== undefined) return whole;
    let named = text;
    for (const [name, token] of names) named = named.replaceAll(`"${name}"`, `"${token}"`);
    return named;
  };
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
