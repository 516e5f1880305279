/** A size of a task in Fargate's units. */
export interface FargatePair {
  readonly cpu: number;
  readonly memory: number;
}

/** CPU units with their least and most memory in MiB, and the step. The plan checks the pair against its own table. */
const memories: readonly (readonly [cpu: number, least: number, most: number, step: number])[] = [
  [256, 512, 1024, 512],
  [256, 2048, 2048, 1024],
  [512, 1024, 4096, 1024],
  [1024, 2048, 8192, 1024],
  [2048, 4096, 16384, 1024],
  [4096, 8192, 30720, 1024],
  [8192, 16384, 61440, 4096],
  [16384, 32768, 122880, 8192],
  [32768, 61440, 61440, 1024],
  [32768, 122880, 122880, 1024],
  [32768, 249856, 249856, 1024],
];

/** The smallest pair with at least the wanted CPU and memory; undefined when none is large enough. */
export function nearestPair(cpuUnits: number, memoryMiB: number): FargatePair | undefined {
  for (const [cpu, least, most, step] of memories) {
    if (cpu < cpuUnits || most < memoryMiB) continue;
    return { cpu, memory: Math.max(least, Math.ceil((memoryMiB - least) / step) * step + least) };
  }
  return undefined;
}

export const largestPair: FargatePair = { cpu: 32768, memory: 249856 };
