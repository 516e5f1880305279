import { describe, expect, it } from "vitest";
import { read, said, service } from "../../../test/compose/reading.js";

function mounts(item: string, key = "volumes") {
  const { services, diagnostics } = read(service(`image: a\n${key}: [${item}]`));
  return {
    said: said(diagnostics),
    list: (services[0]?.mounts ?? []).map(({ span: _span, ...mount }) => mount),
  };
}

describe("volumes", () => {
  it.each([
    ["data:/var/lib/x", { type: "volume", source: "data", target: "/var/lib/x", readOnly: false }],
    ["data:/x:ro", { type: "volume", source: "data", target: "/x", readOnly: true }],
    ["/x", { type: "volume", target: "/x", readOnly: false }],
    ["./src:/app", { type: "bind", source: "./src", target: "/app", readOnly: false }],
    [".:/app", { type: "bind", source: ".", target: "/app", readOnly: false }],
    ["'../up:/app:ro,z'", { type: "bind", source: "../up", target: "/app", readOnly: true }],
    ["~/x:/app", { type: "bind", source: "~/x", target: "/app", readOnly: false }],
    ["/host:/app:rw", { type: "bind", source: "/host", target: "/app", readOnly: false }],
    ["'C:\\x:/app'", { type: "bind", source: "C:\\x", target: "/app", readOnly: false }],
    [
      "{ type: volume, source: data, target: /x, read_only: true }",
      { type: "volume", source: "data", target: "/x", readOnly: true },
    ],
    [
      "{ type: bind, source: ./x, target: /x }",
      { type: "bind", source: "./x", target: "/x", readOnly: false },
    ],
    ["{ type: tmpfs, target: /x, tmpfs: { size: 10 } }", { type: "tmpfs", target: "/x", readOnly: false }],
    ["{ type: image, source: a, target: /x }", { type: "other", source: "a", target: "/x", readOnly: false }],
  ])("%s", (item, expected) => {
    expect(mounts(item)).toEqual({ said: [], list: [expected] });
  });

  it("tmpfs", () => {
    expect(mounts("/run, '/tmp:mode=755'", "tmpfs").list.map(({ type, target }) => [type, target])).toEqual([
      ["tmpfs", "/run"],
      ["tmpfs", "/tmp"],
    ]);
  });

  it.each(["'a:b:c:d'", "':/x'", "{ type: volume }", "''", "[]"])("%s is an error", (item) => {
    expect(mounts(item)).toMatchObject({
      said: [expect.stringMatching(/^error: a volume is written/)],
      list: [],
    });
  });
});
