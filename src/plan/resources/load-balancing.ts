import type { Value, ValueList } from "../value.js";
import type { ResourceBase } from "./base.js";

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/what-is-load-balancing.html */
export interface LoadBalancer extends ResourceBase<"LoadBalancer"> {
  readonly name: string;
  readonly scheme: "internet-facing" | "internal";
  readonly subnets: ValueList;
  readonly securityGroups: readonly Value<string>[];
  readonly deletionProtection: boolean;
  /** IPv4 alone where it is absent. */
  readonly ipAddressType?: "dualstack";
  readonly settings: ApplicationSettings | NetworkSettings;
  readonly accessLogs?: LogBucket;
  readonly connectionLogs?: LogBucket;
}

export interface LogBucket {
  readonly bucket: Value<string>;
  readonly prefix?: string;
}

export interface ApplicationSettings {
  readonly type: "application";
  readonly idleTimeoutSeconds: number;
  readonly dropInvalidHeaderFields: boolean;
  readonly desyncMitigationMode: "monitor" | "defensive" | "strictest";
  readonly http2?: boolean;
  readonly clientKeepAliveSeconds?: number;
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
      readonly body?: string;
    }
  | { readonly type: "redirect-to-https" }
  | RedirectAction
  | { readonly type: "forward"; readonly targetGroup: Value<string> }
  | {
      readonly type: "weighted-forward";
      /** At most 5; weights from 0 to 999. */
      readonly targets: readonly { readonly targetGroup: Value<string>; readonly weight: number }[];
      /** A caller stays with one of the groups for so long. */
      readonly stickySeconds?: number;
      /** ECS moves the weights with each deployment: these are only those of the first day. */
      readonly shiftedByEcs?: true;
    };

/** What is absent stays as it was asked for. */
export interface RedirectAction {
  readonly type: "redirect";
  readonly statusCode: 301 | 302;
  readonly protocol?: "HTTP" | "HTTPS";
  readonly host?: string;
  readonly port?: number;
  readonly path?: string;
  readonly query?: string;
}

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-authenticate-users.html */
export type AuthenticateAction = AuthenticateSession &
  (
    | {
        readonly type: "oidc";
        readonly issuer: string;
        readonly authorizationEndpoint: string;
        readonly tokenEndpoint: string;
        readonly userInfoEndpoint: string;
        readonly clientId: string;
        /** Name or ARN of a secret of Secrets Manager, read when the rule is deployed. */
        readonly clientSecret: { readonly secret: Value<string>; readonly jsonKey?: string };
      }
    | {
        readonly type: "cognito";
        readonly userPool: Value<string>;
        readonly client: Value<string>;
        readonly domain: Value<string>;
      }
  );

export interface AuthenticateSession {
  readonly scope?: string;
  readonly sessionSeconds?: number;
  readonly cookie?: string;
  readonly unauthenticated?: "authenticate" | "allow" | "deny";
}

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
  readonly headers?: readonly { readonly name: string; readonly values: readonly string[] }[];
  /** Any of the values of a key. */
  readonly queries?: readonly { readonly key: string; readonly values: readonly string[] }[];
  readonly methods?: readonly string[];
  /** CIDR blocks of callers. */
  readonly sources?: readonly string[];
  /** Comes before the action. */
  readonly authenticate?: AuthenticateAction;
  readonly action: ListenerAction;
}

/** Targets are task addresses, registered by ECS with the container's own port. */
export interface TargetGroup extends ResourceBase<"TargetGroup"> {
  readonly name: string;
  readonly vpc: Value<string>;
  readonly protocol: "HTTP" | "TCP" | "UDP";
  /** What HTTP targets speak, where it is not HTTP/1.1. */
  readonly protocolVersion?: "HTTP2" | "GRPC";
  /** Only a default for targets registered without a port; ECS always gives one. */
  readonly port: number;
  readonly deregistrationDelaySeconds: number;
  readonly sticky?: TargetStickiness;
  readonly slowStartSeconds?: number;
  /** Round-robin where it is absent. */
  readonly algorithm?: "least_outstanding_requests" | "weighted_random";
  /** Only of network load balancers. */
  readonly preserveClientIp?: boolean;
  readonly healthCheck: TargetHealthCheck;
}

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/application/sticky-sessions.html */
export type TargetStickiness =
  | { readonly type: "lb_cookie"; readonly seconds: number }
  | { readonly type: "app_cookie"; readonly cookie: string; readonly seconds: number }
  | { readonly type: "source_ip" };

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html */
export interface TargetHealthCheck {
  /** Absent: a connection that opens is health enough. Codes are those of gRPC where the targets speak it. */
  readonly http?: { readonly path: string; readonly codes: string };
  /** Where it differs from the port of the traffic. */
  readonly port?: number;
  readonly intervalSeconds: number;
  readonly timeoutSeconds: number;
  readonly healthyCount: number;
  readonly unhealthyCount: number;
}

/** A public certificate, validated by records in the zone that is given. */
export interface Certificate extends ResourceBase<"Certificate"> {
  readonly domainName: string;
  /** Further names; at most 9. */
  readonly alternativeNames?: readonly string[];
  /** Absent where another account adds the records: the certificate waits for them. */
  readonly hostedZone?: Value<string>;
}

/** https://docs.aws.amazon.com/waf/latest/developerguide/web-acl-associating-aws-resource.html */
export interface WebAclAssociation extends ResourceBase<"WebAclAssociation"> {
  readonly loadBalancer: Value<string>;
  readonly webAcl: Value<string>;
}

/** An alias record towards a load balancer. */
export interface DnsAlias extends ResourceBase<"DnsAlias"> {
  readonly name: string;
  /** An A record where it is absent. */
  readonly recordType?: "AAAA";
  readonly hostedZone: Value<string>;
  readonly target: { readonly dnsName: Value<string>; readonly hostedZone: Value<string> };
  /**
   * Of the same name in several regions, the nearest one that is well answers.
   * https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/routing-policy-latency.html
   */
  readonly latencyRegion?: string;
}
