/** Ports on which something else than HTTP is spoken. https://www.iana.org/assignments/service-names-port-numbers */
const otherProtocols: ReadonlySet<number> = new Set([
  21, 22, 23, 25, 53, 110, 143, 161, 162, 389, 465, 514, 587, 636, 873, 993, 995, 1433, 1521, 1883, 2181,
  2379, 2380, 2775, 3306, 3389, 4222, 4369, 5060, 5061, 5222, 5432, 5433, 5671, 5672, 5683, 6222, 6379, 6380,
  6432, 7687, 8883, 9042, 9092, 9093, 9094, 9300, 11211, 25672, 26257, 27017, 27018, 33060, 50000, 61613,
  61616,
]);

export function speaksHttp(port: {
  readonly target: number;
  readonly protocol: string;
  readonly appProtocol?: string;
}): boolean {
  if (port.protocol === "udp") return false;
  if (port.appProtocol !== undefined) return /^(?:https?|http2|grpc|h2c|ws|wss)$/i.test(port.appProtocol);
  return !otherProtocols.has(port.target);
}

/** Published on the port that a browser asks without being told. */
export function isFrontPort(port: number | undefined): boolean {
  return port === 80 || port === 443;
}
