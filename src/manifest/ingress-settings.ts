import type { External } from "./external-value.js";

/** A load balancer that services share. */
export interface IngressSettings {
  /** Absent for the only one, whose block stands under `ingress` itself. */
  readonly name?: string;
  /** Manifest path: `ingress`, or `ingress.<name>`. */
  readonly origin: string;
  readonly scheme?: "public" | "internal";
  readonly domains: readonly Domain[];
  readonly http?: "redirect" | "serve" | "off";
  /** CIDR blocks or prefix-list ids that may come in. */
  readonly sources?: readonly string[];
  /** Only CloudFront may come in: the id of its prefix list, or asked for when the stack is deployed. */
  readonly cdn?: "parameter" | External;
  readonly tlsPolicy?: string;
  /** Web ACL of AWS WAF. */
  readonly waf?: External;
  readonly accessLogs?: boolean | LogDestination;
  readonly connectionLogs?: boolean | LogDestination;
  readonly idleTimeoutSeconds?: number;
  readonly keepAliveSeconds?: number;
  readonly http2?: boolean;
  readonly dropInvalidHeaders?: boolean;
  readonly desync?: "monitor" | "defensive" | "strictest";
  readonly ipAddressType?: "ipv4" | "dualstack";
  readonly deletionProtection?: boolean;
  /** For requests that no route takes. A service that takes them has a route instead. */
  readonly default?: Answer;
  readonly rules: readonly IngressRule[];
  readonly import?: IngressImport;
}

export interface Domain {
  readonly name: string;
  /** Further names in the same zone and, where it is requested, in the same certificate. */
  readonly also?: readonly string[];
  /** Route 53 zone id; absent when another account owns the zone. */
  readonly zone?: External;
  readonly certificate: "request" | External;
}

/** A bucket that another owner keeps. */
export interface LogDestination {
  readonly bucket: External;
  readonly prefix?: string;
}

export interface IngressImport {
  readonly listener: External;
  readonly securityGroup: External;
  /** Full name `app/name/id`, for metrics and request scaling. */
  readonly loadBalancer?: External;
  readonly dnsName?: External;
}

/** What the load balancer answers by itself. */
export type Answer =
  | {
      readonly type: "fixed";
      readonly status: number;
      readonly body?: string;
      readonly contentType?: string;
    }
  | {
      readonly type: "redirect";
      readonly status: 301 | 302;
      readonly protocol?: "HTTP" | "HTTPS";
      readonly host?: string;
      readonly port?: number;
      readonly path?: string;
      readonly query?: string;
    };

/** All that are given must hold; of the values of one, any. */
export interface RouteConditions {
  readonly hosts: readonly string[];
  readonly paths: readonly string[];
  /** Values by header name. */
  readonly headers?: Readonly<Record<string, readonly string[]>>;
  /** Values by key. */
  readonly queries?: Readonly<Record<string, readonly string[]>>;
  readonly methods?: readonly string[];
  /** CIDR blocks. */
  readonly sources?: readonly string[];
}

export interface IngressRule extends RouteConditions {
  /** Manifest path, such as `ingress.rules[0]`. */
  readonly origin: string;
  readonly priority?: number;
  readonly answer: Answer;
}

export interface Route extends RouteConditions {
  /** Manifest path of this route, such as `services.api.route` or `services.api.routes[1]`. */
  readonly origin: string;
  /** Name of the load balancer; `public` or the only one when absent. */
  readonly ingress?: string;
  readonly priority?: number;
  /** Port of the container, the service's or the sidecar's own when absent. */
  readonly port?: number;
  /** A sidecar instead of the service's own container. */
  readonly container?: string;
  readonly protocol?: "http1" | "http2" | "grpc";
  readonly drainSeconds?: number;
  readonly sticky?: Stickiness;
  readonly slowStartSeconds?: number;
  readonly algorithm?: "round-robin" | "least-outstanding" | "weighted-random";
  /** What differs from the service's health check. */
  readonly health?: TargetHealth;
  /** Shares of the requests by service name, the route's own among them. */
  readonly weights?: Readonly<Record<string, number>>;
  readonly auth?: Authentication;
}

export interface Stickiness {
  /** Name of the application's cookie; the load balancer makes one of its own when absent. */
  readonly cookie?: string;
  readonly seconds: number;
}

/** A login that the load balancer asks for. */
export type Authentication = AuthenticationSession &
  (
    | {
        readonly type: "oidc";
        readonly issuer: string;
        readonly authorizationEndpoint: string;
        readonly tokenEndpoint: string;
        readonly userInfoEndpoint: string;
        readonly clientId: string;
        /** Name or ARN of a secret of Secrets Manager. */
        readonly clientSecret: { readonly secret: string; readonly jsonKey?: string };
      }
    | {
        readonly type: "cognito";
        readonly userPool: External;
        readonly client: External;
        readonly domain: External;
      }
  );

export interface AuthenticationSession {
  readonly scope?: string;
  readonly sessionSeconds?: number;
  readonly cookie?: string;
  readonly unauthenticated?: "authenticate" | "allow" | "deny";
}

/** How a load balancer checks a target. */
export interface TargetHealth {
  readonly path?: string;
  readonly port?: number;
  /** HTTP status codes that pass, such as `200-299`; of gRPC, such as `0`. */
  readonly codes?: string;
  readonly intervalSeconds?: number;
  readonly timeoutSeconds?: number;
  readonly healthyCount?: number;
  readonly unhealthyCount?: number;
}

export interface NetworkListener {
  readonly port: number;
  readonly protocol: "tcp" | "udp" | "tls";
  /** Port of the container; the listener's own when left out. */
  readonly target?: number;
  /** A sidecar instead of the service's own container. */
  readonly container?: string;
  /** For `tls`, which ends at the load balancer. */
  readonly certificate?: External;
  readonly tlsPolicy?: string;
  /** CIDR blocks or prefix-list ids that may connect; everyone when absent. */
  readonly sources?: readonly string[];
  /** All connections of one address go to one task. */
  readonly sticky?: boolean;
  readonly drainSeconds?: number;
}

/** The network load balancer of one service. */
export interface NetworkBalancerSettings {
  readonly scheme?: "public" | "internal";
  readonly crossZone?: boolean;
  readonly preserveClientIp?: boolean;
  readonly deletionProtection?: boolean;
  readonly domains: readonly { readonly name: string; readonly zone: External }[];
}
