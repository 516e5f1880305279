import { createHash } from "node:crypto";

export const ACCOUNT = "123456789012";
const GLOBAL = new Set(["budgets", "ce", "cloudfront", "iam", "route53", "s3"]);

/** Where a value is made up; equal seeds give equal values, so a data source reads the same at every plan. */
export function contextOf(typeName, provider, seed) {
  const hash = createHash("sha256").update(`${typeName} ${seed}`).digest("hex").slice(0, 17);
  const [, service, ...rest] = typeName.split("_");
  return { typeName, ...provider, service, kind: rest.join("-") || service, hash };
}

/** For one of several things within a resource. */
export function contextWithin(context, name) {
  const hash = createHash("sha256").update(`${context.hash} ${name}`).digest("hex").slice(0, 17);
  return { ...context, hash };
}

/** A value of the given cty type that looks like AWS's; `fill` puts one element into a list or set. */
export function placeholder(name, type, context, fill) {
  if (type === "string") return text(name, context);
  if (type === "number") return 1;
  if (type === "bool") return false;
  if (type === "dynamic") return null;
  const [kind, inner] = type;
  if (kind === "object")
    return Object.fromEntries(
      Object.entries(inner).map(([key, item]) => [key, placeholder(key, item, context, fill)]),
    );
  if (kind === "map") return {};
  return fill ? [placeholder(name, inner, context, fill)] : [];
}

function text(name, { region, service, kind, hash }) {
  if (name === "region") return region;
  if (/(^|_)arns?$|_arn_/.test(name))
    return `arn:aws:${service}:${GLOBAL.has(service) ? "" : region}:${ACCOUNT}:${kind}/${hash}`;
  if (/(^|_)(owner|account|registry)_id$/.test(name)) return ACCOUNT;
  if (/zone_id$/.test(name)) return `Z${hash.toUpperCase()}`;
  if (name === "id" || /_ids?$/.test(name))
    return `${name === "id" ? kind : name.replace(/_ids?$/, "")}-${hash}`;
  if (/(dns_name|endpoint|address|domain_name|bucket_.*domain.*)$/.test(name))
    return `${hash}.${service}.${region}.amazonaws.com`;
  if (/(url|uri)$/.test(name)) return `https://${hash}.${service}.${region}.amazonaws.com`;
  if (/ipv6_cidr/.test(name)) return "2001:db8::/56";
  if (/cidr/.test(name)) return "10.0.0.0/16";
  if (/_ip$/.test(name)) return "192.0.2.1";
  if (/(_date|_time|_at|not_after|not_before)$/.test(name)) return "2026-01-01T00:00:00Z";
  if (/(json|policy)$/.test(name)) return "{}";
  return `${name}-${hash}`;
}
