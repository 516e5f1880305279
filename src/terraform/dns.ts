import type { Certificate, DnsAlias } from "../plan/resources/load-balancing.js";
import type { Value } from "../plan/value.js";
import type { Address } from "./address.js";
import { rootOf } from "./address.js";
import { readArgument } from "./attributes.js";
import { block, traversal } from "./hcl/tree.js";
import type { Companion, Rendered } from "./rendered.js";
import type { Scope } from "./scope.js";
import { renderValue } from "./values.js";

/** Requested, proven by a record, and waited for: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/acm_certificate_validation */
export function renderCertificate(certificate: Certificate, scope: Scope, address: Address): Rendered {
  const { domainName, alternativeNames, hostedZone } = certificate;
  const record = scope.beside(address, "aws_route53_record", "validation");
  const waits = scope.beside(address, "aws_acm_certificate_validation");
  return {
    arguments: {
      domain_name: domainName,
      subject_alternative_names: alternativeNames,
      validation_method: "DNS",
    },
    blocks: [block("lifecycle", { create_before_destroy: true })],
    companions:
      hostedZone === undefined
        ? [
            {
              address: waits,
              arguments: { certificate_arn: readArgument(address, "arn") },
              comment: "Waits until the owner of the zone has added the records that ACM shows.",
            },
          ]
        : [
            validationRecords(hostedZone, record, address, scope),
            {
              address: waits,
              arguments: {
                certificate_arn: readArgument(address, "arn"),
                validation_record_fqdns: {
                  kind: "for-list",
                  each: "record",
                  in: traversal(rootOf(record)),
                  value: traversal("record.fqdn"),
                },
              },
            },
          ],
  };
}

export function renderDnsAlias(alias: DnsAlias, scope: Scope): Rendered {
  return {
    arguments: {
      zone_id: renderValue(alias.hostedZone, scope),
      name: alias.name,
      type: alias.recordType ?? "A",
      set_identifier: alias.latencyRegion,
    },
    blocks: [
      ...(alias.latencyRegion === undefined
        ? []
        : [block("latency_routing_policy", { region: alias.latencyRegion })]),
      block("alias", {
        name: renderValue(alias.target.dnsName, scope),
        zone_id: renderValue(alias.target.hostedZone, scope),
        evaluate_target_health: alias.latencyRegion !== undefined,
      }),
    ],
  };
}

function validationRecords(
  hostedZone: Value<string>,
  address: Address,
  certificate: Address,
  scope: Scope,
): Companion {
  return {
    address,
    arguments: {
      for_each: {
        kind: "for-object",
        each: "option",
        in: readArgument(certificate, "domain_validation_options"),
        key: traversal("option.domain_name"),
        value: traversal("option"),
      },
      zone_id: renderValue(hostedZone, scope),
      name: traversal("each.value.resource_record_name"),
      type: traversal("each.value.resource_record_type"),
      ttl: 60,
      records: [traversal("each.value.resource_record_value")],
      allow_overwrite: true,
    },
    comments: { allow_overwrite: "A domain has one such record, whichever of its certificates it proves." },
  };
}
