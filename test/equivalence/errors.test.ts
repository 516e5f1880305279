import { expect, it } from "vitest";
import { blindSpots, templatesOfEveryKind } from "./errors.js";

it("sees every value that a template holds", () => {
  const templates = templatesOfEveryKind();
  expect(templates.leaves.length).toBeGreaterThan(700);
  expect(blindSpots(templates)).toEqual([]);
}, 120_000);
