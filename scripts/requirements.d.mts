export declare function readRequirements(): readonly {
  readonly id: string;
  readonly what: string;
  readonly where: string;
}[];
export declare function findProofs(): ReadonlyMap<string, readonly string[]>;
