export interface PortText {
  readonly hostIp?: string;
  /** `8080` or `8080-8090`. */
  readonly published?: string;
  readonly target: string;
  readonly protocol: string;
}

const form =
  /^(?:(?<ip>\[[0-9a-fA-F:]+\]|\d+\.\d+\.\d+\.\d+):)?(?:(?<published>\d*(?:-\d+)?):)?(?<target>\d+(?:-\d+)?)(?:\/(?<protocol>[A-Za-z]+))?$/;

/** `[ip:][published:]target[/protocol]`, where each port may be a range. */
export function parsePort(text: string): PortText | undefined {
  const found = form.exec(text.trim())?.groups;
  if (found === undefined) return undefined;
  const { ip, published, target = "", protocol = "tcp" } = found;
  return {
    target,
    protocol: protocol.toLowerCase(),
    ...(ip === undefined ? {} : { hostIp: ip.replace(/^\[|\]$/g, "") }),
    ...(published === undefined || published === "" ? {} : { published }),
  };
}
