import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { neverFalling } from "../../../src/forecast/monotone.ts";

describe("neverFalling", () => {
  function check(
    values: readonly number[],
    weights: readonly number[],
    expected: readonly number[],
  ) {
    expect(neverFalling(values, weights)).toEqual(expected);
  }
  it("leaves what rises alone", () => check([1, 2, 2, 5], [1, 1, 1, 1], [1, 2, 2, 5]));
  it("pools two that fall by their weights", () => check([4, 1], [1, 2], [2, 2]));
  it("pools backwards as far as it must", () => check([2, 3, 1], [1, 1, 1], [2, 2, 2]));
  it("gives nothing for nothing", () => check([], [], []));

  it("never falls, keeps the weighted mean, and changes nothing the second time", () => {
    const pair = fc.tuple(
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.integer({ min: 1, max: 99 }),
    );
    fc.assert(
      fc.property(fc.array(pair, { minLength: 1 }), (pairs) => {
        const [values, weights] = [
          pairs.map(([value]) => value),
          pairs.map(([, weight]) => weight),
        ];
        const pooled = neverFalling(values, weights);
        for (const [index, value] of pooled.slice(1).entries())
          expect(value).toBeGreaterThanOrEqual(pooled[index] ?? NaN);
        const mean = (all: readonly number[]) =>
          all.reduce((sum, value, index) => sum + value * (weights[index] ?? 0), 0);
        expect(mean(pooled)).toBeCloseTo(mean(values), 8);
        expect(neverFalling(pooled, weights)).toEqual(pooled);
      }),
    );
  });
});
