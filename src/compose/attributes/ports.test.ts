import { describe, expect, it } from "vitest";
import { read, said, service } from "../../../test/compose/reading.js";

function ports(item: string) {
  const { services, diagnostics } = read(service(`image: a\nports: [${item}]`));
  const list = services[0]?.ports ?? [];
  return { said: said(diagnostics), list: list.map(({ span: _span, ...port }) => port) };
}

const tcp = { protocol: "tcp", isLoopback: false };

describe("ports", () => {
  it.each([
    ["3000", [{ target: 3000, ...tcp }]],
    ["'3000'", [{ target: 3000, ...tcp }]],
    ["'8080:80'", [{ target: 80, published: 8080, ...tcp }]],
    ["'53:53/udp'", [{ target: 53, published: 53, protocol: "udp", isLoopback: false }]],
    ["'127.0.0.1:8080:80'", [{ target: 80, published: 8080, protocol: "tcp", isLoopback: true }]],
    ["'0.0.0.0:8080:80'", [{ target: 80, published: 8080, ...tcp }]],
    ["'[::1]:8080:80'", [{ target: 80, published: 8080, protocol: "tcp", isLoopback: true }]],
    ["'127.0.0.1::80'", [{ target: 80, protocol: "tcp", isLoopback: true }]],
    ["{ target: 80 }", [{ target: 80, ...tcp }]],
    [
      "{ target: 80, published: '8080', protocol: tcp, app_protocol: http, mode: host, name: web }",
      [{ target: 80, published: 8080, ...tcp, appProtocol: "http" }],
    ],
    [
      "{ target: 80, published: 8080, host_ip: 127.0.0.1 }",
      [{ target: 80, published: 8080, protocol: "tcp", isLoopback: true }],
    ],
    ["'${P:-8080}:80'", [{ target: 80, published: 8080, ...tcp }]],
  ])("%s", (item, expected) => {
    expect(ports(item)).toEqual({ said: [], list: expected });
  });

  it.each([
    ["'3000-3002'", [3000, 3001, 3002], [undefined, undefined, undefined]],
    ["'9090-9091:8080-8081'", [8080, 8081], [9090, 9091]],
    ["'12400-12500:1240'", [1240], [12400]],
    ["{ target: 8080-8081, published: 9090-9091 }", [8080, 8081], [9090, 9091]],
  ])("the range %s", (item, targets, published) => {
    const { list } = ports(item);
    expect(list.map(({ target }) => target)).toEqual(targets);
    expect(list.map((port) => port.published)).toEqual(published);
  });

  it.each([
    ["http", /^error: a port is written/],
    ["''", /^error: a port is written/],
    ["{ published: 80 }", /^error: a port is written/],
    ["[80]", /^error: a port is written .*, not a list/],
    ["70000", /^error: a port is not within 1 to 65535/],
    ["'0:80'", /^error: a port is not within 1 to 65535/],
    ["'8000-9000:8000-9000'", /^warning: the range of 1001 ports is left out/],
    ["'8000-8001:9000-9005'", /^error: the two ranges of ports are not of the same length/],
    ["'$NONE:80'", /^warning: ports needs a value for NONE/],
  ])("%s is said, with its place", (item, message) => {
    const { services, diagnostics } = read(service(`image: a\nports: [${item}, 9]`));
    expect(said(diagnostics)).toEqual([expect.stringMatching(message)]);
    expect(diagnostics[0]?.span?.start.line).toBe(4);
    expect(services[0]?.ports.map(({ target }) => target)).toEqual([9]);
  });
});
