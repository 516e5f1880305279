import type { CapacityStrategy } from "./capacity-settings.js";
import type { External, ExternalList } from "./external-value.js";

export interface NetworkSettings {
  readonly cidr?: string;
  /** A number of zones, or zone names such as `eu-west-1a`. */
  readonly zones?: number | readonly string[];
  readonly subnets?: {
    readonly public: readonly SubnetBlock[];
    readonly private?: readonly SubnetBlock[];
  };
  readonly nat?: "none" | "single" | "per-zone";
  /** The endpoint of S3 alone when left out. */
  readonly endpoints?: "none" | "auto" | readonly string[];
  /** Prefix lists of S3 and DynamoDB for a network that is made here. */
  readonly endpointPrefixLists?: readonly External[];
  readonly flowLogs?: { readonly retentionDays?: number };
  readonly import?: NetworkImport;
}

/** One in each zone. */
export interface SubnetBlock {
  readonly cidr: string;
  /** Zone name; by their order where it is left out. */
  readonly zone?: string;
}

export interface NetworkImport {
  readonly vpc: External;
  readonly publicSubnets?: ExternalList;
  readonly privateSubnets?: ExternalList;
  /** Further subnet groups by name, for `services.<name>.subnets`. */
  readonly subnets: Readonly<Record<string, ExternalList>>;
  readonly endpointSecurityGroup?: External;
  /** Prefix lists of gateway endpoints (S3, DynamoDB), such as `pl-6da54004`. */
  readonly endpointPrefixLists: readonly External[];
}

export interface ClusterSettings {
  readonly capacity?: CapacityStrategy;
  readonly insights?: "off" | "on" | "enhanced";
  /** Name of the private DNS namespace, such as `shop.local`. */
  readonly namespace?: string;
  /** Present: every service that others reach takes part in Service Connect. */
  readonly serviceConnect?: { readonly namespace: "dns" | "http" };
  readonly import?: {
    readonly cluster: External;
    readonly namespace?: { readonly id: External; readonly name: string };
  };
}

export interface EgressRule {
  readonly to:
    | { readonly kind: "cidr"; readonly cidr: string }
    | { readonly kind: "prefix-list"; readonly id: External }
    | { readonly kind: "security-group"; readonly id: External };
  /** Every protocol and port, or a protocol with the first and the last port. */
  readonly traffic:
    | "all"
    | { readonly protocol: "tcp" | "udp"; readonly fromPort: number; readonly toPort: number };
}

export type ApplicationProtocol = "http" | "http2" | "grpc" | "tcp";

/** A port of a service beside its `port`. */
export interface PortSettings {
  readonly port: number;
  readonly name?: string;
  readonly protocol?: ApplicationProtocol;
}

/** The only port of a callee that a connection opens. */
export interface ConnectedPort {
  readonly to: string;
  readonly port: number | string;
  /** Manifest path, such as `services.web.connects[1]`. */
  readonly origin: string;
}

/** What a service offers through Service Connect. */
export interface ServiceConnectSettings {
  readonly alias?: string;
  readonly port?: number | string;
  readonly idleTimeoutSeconds?: number;
  readonly requestTimeoutSeconds?: number;
  readonly tls?: { readonly authority: External; readonly role: External; readonly key?: External };
}
