/** The total of a key result: the list of 20 October 2020 worked through, and small ones by hand. */
import { describe, expect, it } from "vitest";
import { forecastKeyResult } from "../../../src/forecast/key-result.ts";
import { keyResultLevel } from "../../../src/forecast/level.ts";
import { leversOf } from "../../../src/forecast/levers.ts";
import { decideNow, keyResultSentence, leverSentence } from "../../../src/forecast/sentences.ts";
import { chanceOfAtLeast, fallingCurve, totalOf } from "../../../src/forecast/total.ts";

/**
 * New conformant endpoints as listed on 20 October 2020, 34 days before Test Freeze: what each item adds
 * and its odds by the method. The two that wait for one upstream fix come together or not at all.
 */
const october = [
  { name: "a promotion", adds: 7, p: 0.8 },
  { name: "a written test", adds: 12, p: 0.38 },
  { name: "an issue", adds: 4, p: 0.14 },
  { name: "a reworked flake", adds: 4, p: 0.06 },
  { name: "another reworked flake", adds: 6, p: 0.06 },
  { name: "a policy issue", adds: 7, p: 0.36 },
  { name: "two blocked ones", adds: 14, p: 0.05 },
];

describe("20 October 2020", () => {
  const forecast = forecastKeyResult(0, october, { goal: 30, stretch: 40 });

  it("most likely 14, with 7 to 26 in eight of ten cases", () => {
    expect([forecast.median, forecast.low, forecast.high]).toEqual([14, 7, 26]);
  });
  it("holds what came: 24, of which 19 from this list", () => {
    expect(24).toBeLessThanOrEqual(forecast.high);
    expect(19).toBeGreaterThanOrEqual(forecast.low);
  });
  it("gives the goal 6 % and the stretch 1 %", () => {
    expect(Math.round(forecast.goal.p * 100)).toBe(6);
    expect(Math.round((forecast.stretch?.p ?? NaN) * 100)).toBe(1);
  });
  it("says so in words", () => {
    const { shown } = keyResultLevel(forecast.goal.p);
    const words = { unit: "endpoints", deadline: "Test Freeze" };
    expect(keyResultSentence(forecast, words, shown)).toBe(
      "0 of 30 endpoints are in. Most likely 14 by Test Freeze (8 in 10 chance: 7 to 26). Goal 30: about 1 in 16. Off track.",
    );
  });
  it("finds the test that is written as the best lever", () => {
    const open = leversOf(0, october, 30).filter(({ item }) => !item.name.includes("blocked"));
    expect(open[0]?.item.name).toBe("a written test");
  });
});

describe("targets", () => {
  function check(base: number, goal: number, expected: { p: number; canBeReached: boolean }) {
    const { goal: odds } = forecastKeyResult(base, [{ adds: 5, p: 0.5 }], { goal });
    expect(odds).toEqual({ value: goal, ...expected });
  }
  it("that are reached are sure", () => check(7, 7, { p: 1, canBeReached: true }));
  it("that are out of reach are 0", () => check(7, 13, { p: 0, canBeReached: false }));
  it("that all items just reach are open", () => check(7, 12, { p: 0.5, canBeReached: true }));
});

describe("sums", () => {
  it("are told apart by decimals, and joined where they are equal", () => {
    const items = [0.1, 0.2, 0.3].map((adds) => ({ adds, p: 0.5 }));
    expect(totalOf(0, items).values).toEqual([0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6]);
    expect(chanceOfAtLeast(totalOf(0, items), 0.6)).toBeGreaterThan(0.1);
  });
  it("hold for nothing, for weights of 0 and for huge ones", () => {
    expect(totalOf(3, []).values).toEqual([3]);
    expect(totalOf(3, []).chances[0]).toBeCloseTo(1, 12);
    expect(totalOf(3, [{ adds: 0, p: 0.4 }]).values).toEqual([3]);
    const huge = totalOf(
      0,
      [1e15, 1, 0].map((adds) => ({ adds, p: 0.5 })),
    );
    expect(huge.values).toEqual([0, 1, 1e15, 1e15 + 1]);
  });
  it("are put together where there are too many, and say so", () => {
    const items = Array.from({ length: 40 }, (_, index) => ({
      adds: Math.sqrt(index + 2),
      p: 0.5,
    }));
    const total = totalOf(0, items);
    expect(total.isExact).toBe(false);
    expect(total.values.length).toBeLessThanOrEqual(10_000);
    const all = items.reduce((sum, { adds }) => sum + adds, 0);
    expect(total.values.at(-1)).toBeCloseTo(all, 4);
    expect(chanceOfAtLeast(total, all / 2)).toBeCloseTo(0.5, 2);
  });
  it("fall along the curve from certainty", () => {
    const [first, second] = fallingCurve(totalOf(0, [{ adds: 5, p: 0.25 }]));
    expect(first).toEqual([0, 1]);
    expect(second?.[0]).toBe(5);
    expect(second?.[1]).toBeCloseTo(0.25, 10);
  });
});

describe("levers", () => {
  const before = forecastKeyResult(0, october, { goal: 30 }).goal.p;
  it("are what the forecast says when it is made anew", () => {
    for (const { item, step, settled } of leversOf(0, october, 30)) {
      const rivals = october.filter((other) => other !== item);
      const odds = (3 * item.p) / (1 - item.p);
      const withP = (p: number) =>
        forecastKeyResult(0, [...rivals, { ...item, p }], { goal: 30 }).goal.p - before;
      expect(step).toBeCloseTo(withP(odds / (1 + odds)), 12);
      expect(settled).toBeCloseTo(withP(Math.max(item.p, 0.95)), 12);
    }
  });
  it("are none for what is certain", () => {
    expect(
      leversOf(
        0,
        [1, 0].map((p) => ({ adds: 5, p })),
        5,
      ),
    ).toEqual([]);
  });
  it("are told with what they would bring", () => {
    expect(
      leverSentence({
        action: "an approval on #95503",
        note: "+12",
        goal: 30,
        pGoal: before,
        step: 0.03,
        settled: 0.06,
      }),
    ).toBe(
      "Next: an approval on #95503 (+12), which would lift the chance for goal 30 from 6 % to 9 %; settled: 12 %.",
    );
  });
});

describe("words of a key result", () => {
  const words = { unit: "endpoints", deadline: "Test Freeze" };
  function check(base: number, goal: number, expected: string) {
    const forecast = forecastKeyResult(base, [{ adds: 4, p: 0.5 }], { goal });
    expect(keyResultSentence(forecast, words, "on track")).toContain(expected);
  }
  it("say what cannot be reached", () =>
    check(20, 30, "It cannot reach the goal with the listed items (max 24 of 30)."));
  it("say what is reached", () => check(30, 30, "Goal 30 is reached. On track."));
  it("say what must be decided", () => expect(decideNow).toContain("next release"));
});
