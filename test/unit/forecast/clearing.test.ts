/** The chance that debts are cleared: by one item, by several, and for several debts at once. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chanceOfClearing, type Amounts, type Clearing } from "../../../src/forecast/clearing.ts";
import { chanceOfAtLeast, totalOf } from "../../../src/forecast/total.ts";

const item = (p: number, clears: Amounts): Clearing => ({ p, clears });

function check(debts: Amounts, items: readonly Clearing[], expected: number | undefined): void {
  const found = chanceOfClearing(debts, items);
  expect(found === undefined ? undefined : Number(found.toFixed(10))).toBe(expected);
}

describe("the chance that debts are cleared", () => {
  it("is that of the one item that does it", () => check({ a: 5 }, [item(0.3, { a: 5 })], 0.3));
  it("is 1 where there is none", () => check({ a: 0 }, [item(0.3, { a: 5 })], 1));
  it("is 0 where all together would not do", () =>
    check({ a: 5, b: 1 }, [item(0.9, { a: 5 }), item(0.9, { a: 3 })], 0));
  it("is that of one item for two debts that it clears both", () =>
    check({ a: 5, b: 2 }, [item(0.3, { a: 5, b: 9 })], 0.3));
  it("is not less than if two items had nothing to do with each other", () => {
    const both = chanceOfClearing({ a: 1, b: 1 }, [item(0.3, { a: 1 }), item(0.4, { b: 1 })]);
    expect(both).toBeGreaterThan(0.3 * 0.4);
    expect(both).toBeLessThan(0.3);
  });
  it("is not known where debts are many and large", () =>
    check(Object.fromEntries(["a", "b", "c", "d"].map((name) => [name, 60])), [], undefined));
});

const chance = fc.double({ min: 0.01, max: 0.99, noNaN: true });

it("of one debt is that of a sum that reaches it", () => {
  const parts = fc.array(fc.record({ p: chance, adds: fc.nat(9) }), { maxLength: 6 });
  fc.assert(
    fc.property(parts, fc.integer({ min: 1, max: 30 }), (all, debt) => {
      const items = all.map(({ p, adds }) => item(p, { a: adds }));
      const expected = chanceOfAtLeast(totalOf(0, all), debt);
      expect(chanceOfClearing({ a: debt }, items)).toBeCloseTo(expected, 10);
    }),
  );
});
it("never falls when an item lands or another debt is dropped, and order changes nothing", () => {
  const clears = fc.record({ a: fc.nat(4), b: fc.nat(4) });
  const items = fc.array(fc.record({ p: chance, clears }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(items, fc.nat(6), fc.nat(6), (all, a, b) => {
      const p = chanceOfClearing({ a, b }, all) ?? NaN;
      const landed = all.map((one, index) => (index === 0 ? { ...one, p: 1 } : one));
      expect(chanceOfClearing({ a, b }, landed)).toBeGreaterThanOrEqual(p - 1e-12);
      expect(chanceOfClearing({ a }, all)).toBeGreaterThanOrEqual(p - 1e-12);
      expect(chanceOfClearing({ b, a }, all.toReversed())).toBeCloseTo(p, 10);
    }),
  );
});
