/** Laws of the forecast, for any history and any list of items. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { minutesPerDay, type PastPull } from "../../src/forecast/history.ts";
import { forecastKeyResult } from "../../src/forecast/key-result.ts";
import { keyResultLevel } from "../../src/forecast/level.ts";
import { leversOf } from "../../src/forecast/levers.ts";
import { forecastPull, type Pull } from "../../src/forecast/pull.ts";
import { references } from "../../src/forecast/reference.ts";
import { throughSteps, freshPull, issueOnly } from "../../src/forecast/steps.ts";
import { chanceOfAtLeast, totalOf, type Chance } from "../../src/forecast/total.ts";
import { aPast, today } from "../builders/past.ts";

const minutes = (maxDays: number) => fc.integer({ min: 1, max: maxDays * minutesPerDay });
const pastPull = fc
  .record({
    repo: fc.constantFrom("o/r", "o/s"),
    age: minutes(1000),
    merged: fc.option(minutes(120), { nil: undefined }),
    closed: fc.option(minutes(400), { nil: undefined }),
  })
  .map(({ repo, age, merged, closed }): PastPull => {
    const created = today - age;
    return {
      repo,
      created,
      ...(merged === undefined ? {} : { merged: created + merged }),
      ...(closed === undefined ? {} : { closed: created + (merged ?? closed) }),
    };
  });
const past = fc
  .record({
    pulls: fc.array(pastPull, { maxLength: 200 }),
    freezes: fc.array(minutes(900), { maxLength: 8 }),
  })
  .map(({ pulls, freezes }) => {
    const earlier = freezes.map((before) => today - before).toSorted((left, right) => left - right);
    return aPast(pulls, { freezes: { "hard-gate": earlier, "code-freeze": earlier } });
  });
const signs = fc.record(
  {
    approvedDaysAgo: fc.nat(60),
    isHeld: fc.boolean(),
    idleDays: fc.nat(200),
    isQueued: fc.boolean(),
  },
  { requiredKeys: [] },
);
const pull = fc.record({
  repo: fc.constant("o/r"),
  gate: fc.constantFrom("none", "code-freeze", "hard-gate" as const),
  now: fc.constant(today),
  created: minutes(500).map((age) => today - age),
  freeze: minutes(100).map((left) => today + left),
  signs,
});

function chanceOf(item: Pull, from: Parameters<typeof references>[0]): number {
  return forecastPull(item, references(from)(item)).p;
}

describe("an item", () => {
  test("more time never makes it less likely", () => {
    fc.assert(
      fc.property(past, pull, minutes(60), (from, item, more) => {
        const later = { ...item, freeze: item.freeze + more };
        expect(chanceOf(later, from)).toBeGreaterThanOrEqual(chanceOf(item, from) - 1e-12);
      }),
    );
  });
  test("stays within 1 and 99 % until something is a fact", () => {
    fc.assert(
      fc.property(past, pull, (from, item) => {
        const p = chanceOf(item, from);
        expect(p).toBeGreaterThanOrEqual(0.01);
        expect(p).toBeLessThanOrEqual(0.99);
      }),
    );
  });
  test("a blocker never makes it likelier", () => {
    fc.assert(
      fc.property(past, pull, (from, item) => {
        for (const blocker of [{ isBlocked: true }, { isHeld: true }]) {
          const blocked = { ...item, signs: { ...item.signs, ...blocker } };
          expect(chanceOf(blocked, from)).toBeLessThanOrEqual(chanceOf(item, from));
        }
      }),
    );
  });
  test("the order of the history changes nothing", () => {
    fc.assert(
      fc.property(fc.array(pastPull, { maxLength: 60 }), pull, (pulls, item) => {
        expect(chanceOf(item, aPast(pulls.toReversed()))).toBe(chanceOf(item, aPast(pulls)));
      }),
    );
  });
});

test("a path of steps is never likelier with less time, nor with another step", () => {
  const step = fc.record({ waitDays: fc.nat(20), reach: fc.constant(freshPull) });
  const days = fc.double({ min: 0, max: 90, noNaN: true });
  // Within a day and over many: a path is counted day by day.
  const longerBy = fc.oneof(days, fc.double({ min: 0, max: 1, noNaN: true }));
  fc.assert(
    fc.property(
      fc.array(step, { maxLength: 3 }),
      step,
      days,
      longerBy,
      (steps, more, fewer, by) => {
        const longer = fewer + by;
        const path = throughSteps(issueOnly, steps);
        expect(path(longer)).toBeGreaterThanOrEqual(path(fewer) - 1e-12);
        expect(throughSteps(issueOnly, [...steps, more])(longer)).toBeLessThanOrEqual(
          path(longer) + 1e-12,
        );
      },
    ),
  );
});

const weight = fc.oneof(
  fc.nat(20),
  fc.nat(200).map((tenths) => tenths / 10),
  fc.constantFrom(0, 1e6, 1e15),
);
const chance = fc.record({
  adds: weight,
  p: fc.oneof(fc.double({ min: 0.01, max: 0.99, noNaN: true }), fc.constantFrom(0, 1)),
});
const chances = fc.array(chance, { maxLength: 9 });

describe("a key result", () => {
  test("landing an item never makes a goal less likely", () => {
    fc.assert(
      fc.property(chances, chance, fc.nat(150), (items, item, goal) => {
        const before = pGoal(0, [...items, item], goal);
        expect(pGoal(0, [...items, { ...item, p: 1 }], goal)).toBeGreaterThanOrEqual(before - 1e-9);
        expect(pGoal(item.adds, items, goal)).toBeGreaterThanOrEqual(before - 1e-9);
      }),
    );
  });
  test("the order of its items changes nothing", () => {
    fc.assert(
      fc.property(chances, (items) => {
        expect(totalOf(0, items.toReversed())).toEqual(totalOf(0, items));
      }),
    );
  });
  test("an item that adds nothing changes nothing", () => {
    fc.assert(
      fc.property(chances, fc.nat(150), (items, goal) => {
        const more = [...items, { adds: 0, p: 0.3 }];
        expect(pGoal(0, more, goal)).toBeCloseTo(pGoal(0, items, goal), 10);
      }),
    );
  });
  test("its distribution is that of all ways in which items can land", () => {
    fc.assert(
      fc.property(chances, (items) => {
        const { values, chances: all, isExact } = totalOf(0, items);
        expect(isExact).toBe(true);
        expect(all.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 10);
        const mean = values.reduce((sum, value, index) => sum + value * (all[index] ?? 0), 0);
        const expected = items.reduce((sum, { adds, p }) => sum + adds * p, 0);
        expect(mean / Math.max(1, expected)).toBeCloseTo(expected / Math.max(1, expected), 8);
        const sure = items.filter(({ p }) => p === 1).reduce((sum, { adds }) => sum + adds, 0);
        expect(pGoal(0, items, sure)).toBeCloseTo(1, 10);
      }),
    );
  });
  test("its quantiles are in order, and its goal no likelier than less", () => {
    fc.assert(
      fc.property(chances, fc.nat(150), fc.nat(50), (items, goal, more) => {
        const targets = { goal, stretch: goal + more };
        const forecast = forecastKeyResult(0, items, targets);
        expect(forecast.low).toBeLessThanOrEqual(forecast.median);
        expect(forecast.median).toBeLessThanOrEqual(forecast.high);
        expect(forecast.high).toBeLessThanOrEqual(forecast.most * (1 + 1e-12));
        expect(forecast.stretch?.p ?? NaN).toBeLessThanOrEqual(forecast.goal.p + 1e-12);
      }),
    );
  });
  test("no lever lowers the chance, and settling a weak item is worth more than a step", () => {
    fc.assert(
      fc.property(chances, fc.nat(150), (items, goal) => {
        for (const { item, step, settled } of leversOf(0, items, goal)) {
          expect(step).toBeGreaterThanOrEqual(-1e-12);
          expect(settled).toBeGreaterThanOrEqual(item.p < 0.8 ? step - 1e-12 : -1e-12);
        }
      }),
    );
  });
});

test("the level that is shown never skips over the computed one", () => {
  const p = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(p, p, p, (first, second, third) => {
      const last = keyResultLevel(second, keyResultLevel(first));
      const { computed, shown } = keyResultLevel(third, last);
      expect([computed, last.shown]).toContain(shown);
    }),
  );
});

function pGoal(base: number, items: readonly Chance[], goal: number): number {
  return chanceOfAtLeast(totalOf(base, items), goal);
}
