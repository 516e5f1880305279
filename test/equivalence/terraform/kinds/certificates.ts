import { flag, number, set } from "../../converters.js";
import type { Json } from "../../facts.js";
import { type Get, type Kinds, subjectOf } from "../../kind.js";
import { as, inSubject, within } from "../../read.js";

/** A certificate, the record that proves the domain and the wait for it; CloudFormation has all in one. */
export const certificates: Kinds = {
  aws_acm_certificate: {
    subject: (get) => `certificate ${get("domain_name")}`,
    fields: {
      tags_all: as("tags"),
      domain_name: as("domain"),
      subject_alternative_names: as("alternative names", set),
      validation_method: as("validation"),
    },
  },
  aws_acm_certificate_validation: {
    subject: (get) => subjectOf(get("certificate_arn"), "certificate"),
    fields: { certificate_arn: inSubject("arn"), validation_record_fqdns: as("waits for records") },
  },
  aws_route53_record: {
    subject: (get) => (isProof(get) ? proven(get("name")).certificate : recordOf(get)),
    fields: {
      name: as("name"),
      type: as("type"),
      zone_id: as("zone"),
      ttl: as("ttl", number),
      records: as("records"),
      allow_overwrite: as("overwrites", flag),
      set_identifier: as("set"),
      latency_routing_policy: within({ region: as("latency region") }),
      alias: within({
        name: as("alias of"),
        zone_id: as("alias zone"),
        evaluate_target_health: as("evaluates target health", flag),
      }),
    },
    wrap: ({ zone = null, ...fact }) =>
      String(fact["name"]).startsWith(proof)
        ? { validations: { [proven(fact["name"]).domain]: { zone, record: fact } } }
        : { zone, ...fact },
  },
};

const proof = "[validation name of ";

/** `certificate a.example.com for b.example.com`; for its own name where that is not said. */
function proven(name: Json | undefined): { readonly certificate: string; readonly domain: string } {
  const [certificate = "", domain = certificate.replace("certificate ", "")] = subjectOf(
    name,
    "certificate",
  ).split(" for ");
  return { certificate, domain };
}

function isProof(get: Get): boolean {
  return String(get("name")).startsWith(proof);
}

function recordOf(get: Get): string {
  return `record ${get("type")} ${get("name")}`;
}
