import type { Service, ServiceConnectSettings, ServiceKind } from "../../manifest/index.js";
import type { ServicePort, Workload } from "./workload.js";

/** What the planner settles about each service before it plans any, since services refer to each other. */
export interface ServiceFacts extends Workload {
  readonly service: Service;
  readonly kind: ServiceKind;
  /** The first of the ports. */
  readonly port?: number;
  /** Found by others as `<name>.<namespace>`. */
  readonly discoverable: boolean;
  /** Present where a proxy of Service Connect runs beside the containers. */
  readonly connect?: ConnectFacts;
}

export type FactsByName = ReadonlyMap<string, ServiceFacts>;

/** A service's part in Service Connect; without a server it only calls. */
export interface ConnectFacts {
  readonly server?: {
    readonly alias: string;
    readonly port: ServicePort;
    readonly settings: ServiceConnectSettings;
  };
}
