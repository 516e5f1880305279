/** AWS makes a name of the logical id, whose first word is the area: `access-logs` of `PlatformAccessLogs`. */
export function nameOfLogicalId(logicalId: string): string {
  const [, ...words] = logicalId.replaceAll(/([a-z0-9])([A-Z])/g, "$1 $2").split(" ");
  return words.join("-").toLowerCase();
}
