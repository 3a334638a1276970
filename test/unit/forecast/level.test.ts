import { describe, expect, it } from "vitest";
import { itemLevel, keyResultLevel, type KeyResultLevel } from "../../../src/forecast/level.ts";

describe("the level of a key result", () => {
  const last = (shown: KeyResultLevel, computed: KeyResultLevel = shown) => ({ shown, computed });
  function check(p: number, before: ReturnType<typeof last> | undefined, expected: KeyResultLevel) {
    expect(keyResultLevel(p, before).shown).toBe(expected);
  }
  it.each([
    [0.75, "on track"],
    [0.749, "at risk"],
    [0.35, "at risk"],
    [0.349, "off track"],
    [1, "on track"],
    [0, "off track"],
  ] as const)("%d is %s", (p, expected) => check(p, undefined, expected));

  it("stays where it is a little past the line", () => check(0.7, last("on track"), "on track"));
  it("changes where it is clearly past the line", () => check(0.64, last("on track"), "at risk"));
  it("changes where it was past the line in the last report already", () =>
    check(0.7, last("on track", "at risk"), "at risk"));
  it("changes upwards by the same rule", () => {
    check(0.8, last("at risk"), "at risk");
    check(0.86, last("at risk"), "on track");
    check(0.8, last("at risk", "on track"), "on track");
  });
  it("does not take two reports on different sides as one", () =>
    check(0.34, last("at risk", "on track"), "at risk"));
  it("changes at once by two levels", () => check(0.1, last("on track"), "off track"));
});

it.each([
  [0.7, "likely"],
  [0.69, "open"],
  [0.3, "open"],
  [0.29, "unlikely"],
])("an item of %d is %s", (p, expected) => expect(itemLevel(p)).toBe(expected));
