/**
 * Every pair of CPU units and memory that Fargate runs on Linux: 77 in all.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html#fargate-tasks-size
 */
export interface FargateSize {
  readonly cpuUnits: number;
  readonly memoryMiB: number;
}

const memoryMiBByCpuUnits: ReadonlyMap<number, readonly number[]> = new Map([
  [256, [512, 1024, 2048]],
  [512, steps(1024, 4096, 1024)],
  [1024, steps(2048, 8192, 1024)],
  [2048, steps(4096, 16384, 1024)],
  [4096, steps(8192, 30720, 1024)],
  [8192, steps(16384, 61440, 4096)],
  [16384, steps(32768, 122880, 8192)],
  [32768, [61440, 122880, 249856]],
]);

export const fargateSizes: readonly FargateSize[] = [...memoryMiBByCpuUnits].flatMap(([cpuUnits, memories]) =>
  memories.map((memoryMiB) => ({ cpuUnits, memoryMiB })),
);

/** What containers of Windows run on. */
const windowsCpuUnits: readonly number[] = [1024, 2048, 4096];

export function isFargateSize(size: FargateSize, isWindows = false): boolean {
  if (isWindows && !windowsCpuUnits.includes(size.cpuUnits)) return false;
  return memoryMiBByCpuUnits.get(size.cpuUnits)?.includes(size.memoryMiB) ?? false;
}

/** Smallest size that has at least the given CPU units and memory; what is left out is free to be anything. */
export function smallestFargateSize(
  wanted: Partial<FargateSize>,
  isWindows = false,
): FargateSize | undefined {
  return sizesOf(isWindows).find(
    (size) =>
      (wanted.cpuUnits === undefined || size.cpuUnits === wanted.cpuUnits) &&
      size.memoryMiB >= (wanted.memoryMiB ?? 0),
  );
}

/**
 * The nearest valid sizes to one that is not: the closest memory for this CPU, and the closest CPU for this memory.
 * At most three, none smaller than wanted where a larger one exists.
 */
export function nearestFargateSizes(wanted: FargateSize, isWindows = false): readonly FargateSize[] {
  const distance = (size: FargateSize): number =>
    Math.abs(Math.log2(size.cpuUnits / wanted.cpuUnits)) +
    Math.abs(Math.log2(size.memoryMiB / wanted.memoryMiB));
  const byDistance = [...sizesOf(isWindows)].sort((a, b) => distance(a) - distance(b));
  const enough = byDistance.find((s) => s.cpuUnits >= wanted.cpuUnits && s.memoryMiB >= wanted.memoryMiB);
  const sameCpu = byDistance.find((size) => size.cpuUnits === wanted.cpuUnits);
  const sameMemory = byDistance.find((size) => size.memoryMiB === wanted.memoryMiB);
  return [...new Set([sameCpu, sameMemory, enough].filter((size) => size !== undefined))];
}

function sizesOf(isWindows: boolean): readonly FargateSize[] {
  return fargateSizes.filter((size) => isFargateSize(size, isWindows));
}

/** Such as `512 CPU units (0.5 vCPU) with 1024 MiB`. */
export function describeFargateSize(size: FargateSize): string {
  return `${size.cpuUnits} CPU units (${size.cpuUnits / 1024} vCPU) with ${size.memoryMiB} MiB`;
}

function steps(from: number, to: number, step: number): number[] {
  return Array.from({ length: (to - from) / step + 1 }, (_, index) => from + index * step);
}
