export type CapacityProvider = "FARGATE" | "FARGATE_SPOT";
export interface CapacityShare {
  readonly weight: number;
  readonly base?: number;
}
export type CapacityStrategy = Readonly<Partial<Record<CapacityProvider, CapacityShare>>>;
