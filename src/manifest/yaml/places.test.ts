import { describe, expect, it } from "vitest";
import { parseManifest } from "../parse.js";

const text = `application: shop
environments:
  dev:
    services:
      api: { scale: 3 }
      web: { routes: [/x, /y] }
x-base: &base { port: 8080, size: { cpu: 256 } }
services:
  api:
    <<: *base
    image: nginx
    scale: { min: 1, max: 2 }
    region:
  web: &web
    image: { build: web }
    routes:
      - /a
      - path: [/b, "/c"]
  copy: *web
`;
const parsed = parseManifest({ file: "longshore.yaml", text }, { environment: "dev" });
const base = parseManifest({ file: "longshore.yaml", text: text.replace("environments", "x-overlays") });

function shown(path: string, locate = parsed.locate): string {
  const span = locate(path);
  return `${span?.start.line}: ${sourceOf(locate).slice(span?.start.offset, span?.end.offset)}`;
}
const sourceOf = (locate: unknown): string =>
  locate === parsed.locate ? text : text.replace("environments", "x-overlays");

describe("locate", () => {
  it.each([
    ["the value of a scalar", "application", "1: shop"],
    ["the key of a map", "services.copy", "19: copy"],
    ["the overlay's part of a map that both wrote", "services.web", "6: web"],
    ["the overlay before the document", "services.api.scale", "5: 3"],
    ["the overlay where it replaced a map", "services.api.scale.min", "5: 3"],
    ["the overlay where it replaced a list", "services.web.routes[1]", "6: /y"],
    ["the overlay's list for an item it has not", "services.web.routes[7]", "6: routes"],
    ["the document where the overlay says nothing", "services.api.image", "11: nginx"],
    ["a merged key", "services.api.port", "7: 8080"],
    ["below a merged key", "services.api.size.cpu", "7: 256"],
    ["a key without a value", "services.api.region", "13: region"],
    ["behind an alias", "services.copy.image.build", "15: web"],
    ["the nearest that is written", "services.api.health.path", "9: api"],
    ["the nearest of a missing service", "services.nope.image", "8: services"],
    ["the first key for the whole document", "", "1: application"],
    ["the first key for a missing key of it", "region", "1: application"],
  ])("finds %s", (_, path, expected) => {
    expect(shown(path)).toBe(expected);
  });

  it("without an environment finds the document's own", () => {
    expect(shown("services.api.scale", base.locate)).toBe("12: scale");
    expect(shown("services.web.routes[1].path[1]", base.locate)).toBe('18: "/c"');
    expect(shown("services.web.routes[1]", base.locate)).toBe('18: path: [/b, "/c"]\n');
  });
});
