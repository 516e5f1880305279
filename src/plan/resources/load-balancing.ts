import type { Value, ValueList } from "../value.js";
import type { ResourceBase } from "./base.js";

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/what-is-load-balancing.html */
export interface LoadBalancer extends ResourceBase<"LoadBalancer"> {
  readonly name: string;
  readonly scheme: "internet-facing" | "internal";
  readonly subnets: ValueList;
  readonly securityGroups: readonly Value<string>[];
  readonly deletionProtection: boolean;
  readonly settings: ApplicationSettings | NetworkSettings;
  readonly accessLogs?: { readonly bucket: Value<string>; readonly prefix: string };
}

export interface ApplicationSettings {
  readonly type: "application";
  readonly idleTimeoutSeconds: number;
  readonly dropInvalidHeaderFields: boolean;
  readonly desyncMitigationMode: "defensive" | "strictest";
}

export interface NetworkSettings {
  readonly type: "network";
  readonly crossZone: boolean;
}

export type ListenerAction =
  | {
      readonly type: "fixed-response";
      readonly statusCode: number;
      readonly contentType: string;
      readonly body: string;
    }
  | { readonly type: "redirect-to-https" }
  | { readonly type: "forward"; readonly targetGroup: Value<string> };

export interface Listener extends ResourceBase<"Listener"> {
  readonly loadBalancer: Value<string>;
  readonly port: number;
  readonly protocol: "HTTP" | "HTTPS" | "TCP" | "UDP" | "TLS";
  /** Present on HTTPS and TLS. */
  readonly tls?: { readonly policy: string; readonly certificate: Value<string> };
  readonly defaultAction: ListenerAction;
}

/** A further certificate of an HTTPS listener, chosen by server name (SNI). */
export interface ListenerCertificate extends ResourceBase<"ListenerCertificate"> {
  readonly listener: Value<string>;
  readonly certificate: Value<string>;
}

export interface ListenerRule extends ResourceBase<"ListenerRule"> {
  readonly listener: Value<string>;
  /** 1 to 50,000, unique on its listener; the lowest number wins. */
  readonly priority: number;
  readonly hosts: readonly string[];
  readonly paths: readonly string[];
  readonly action: ListenerAction;
}

/** Targets are task addresses, registered by ECS with the container's own port. */
export interface TargetGroup extends ResourceBase<"TargetGroup"> {
  readonly name: string;
  readonly vpc: Value<string>;
  readonly protocol: "HTTP" | "TCP" | "UDP";
  /** Only a default for targets registered without a port; ECS always gives one. */
  readonly port: number;
  readonly deregistrationDelaySeconds: number;
  readonly healthCheck: TargetHealthCheck;
}

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html */
export interface TargetHealthCheck {
  /** Absent: a connection that opens is health enough. */
  readonly http?: { readonly path: string; readonly codes: string };
  /** Where it differs from the port of the traffic. */
  readonly port?: number;
  readonly intervalSeconds: number;
  readonly timeoutSeconds: number;
  readonly healthyCount: number;
  readonly unhealthyCount: number;
}

/** A public certificate, validated by a record in the zone that is given. */
export interface Certificate extends ResourceBase<"Certificate"> {
  readonly domainName: string;
  readonly hostedZone: Value<string>;
}

/** An alias record towards a load balancer. */
export interface DnsAlias extends ResourceBase<"DnsAlias"> {
  readonly name: string;
  readonly hostedZone: Value<string>;
  readonly target: { readonly dnsName: Value<string>; readonly hostedZone: Value<string> };
}
