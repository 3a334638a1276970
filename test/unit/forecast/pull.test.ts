/** Facts before odds: what is merged, late, closed or missed is no forecast. */
import { describe, expect, it } from "vitest";
import { minutesPerDay } from "../../../src/forecast/history.ts";
import { forecastPull, type Pull } from "../../../src/forecast/pull.ts";
import { references } from "../../../src/forecast/reference.ts";
import { aPast, today } from "../../builders/past.ts";

const day = minutesPerDay;
const open: Pull = {
  repo: "o/r",
  gate: "code-freeze",
  now: today,
  created: today - 10 * day,
  freeze: today + 7 * day,
};

function forecast(some: Partial<Pull>) {
  const pull = { ...open, ...some };
  return forecastPull(pull, references(aPast([]))(pull));
}

function check(some: Partial<Pull>, expected: { readonly kind: string; readonly p: number }) {
  expect(forecast(some)).toEqual(expected);
}

describe("what is known", () => {
  it("merged in time counts whole", () => check({ merged: today - day }, { kind: "merged", p: 1 }));
  it("merged after the freeze is late", () =>
    check({ freeze: today - 2 * day, merged: today - day }, { kind: "late", p: 0 }));
  it("still open at the freeze is missed", () =>
    check({ freeze: today }, { kind: "missed", p: 0 }));
  it("closed hardly comes back", () => check({ closed: today - day }, { kind: "closed", p: 0.02 }));
  it("closed after the freeze is missed", () =>
    check({ freeze: today - day, closed: today - 2 * day }, { kind: "missed", p: 0 }));
});

describe("an exception", () => {
  const until = today + 10 * day;
  it("that is granted moves the deadline", () => {
    const exception = { until, isGranted: true };
    expect(forecast({ freeze: today - day, exception }).p).toBe(forecast({ freeze: until }).p);
    check({ freeze: today - 2 * day, merged: today - day, exception }, { kind: "merged", p: 1 });
  });
  it("that is asked for counts as often as they are granted", () => {
    const exception = { until, isGranted: false };
    const later = forecast({ freeze: until }).p;
    expect(forecast({ freeze: today - day, exception }).p).toBeCloseTo(0.77 * later, 10);
    expect(forecast({ exception }).p).toBeCloseTo(0.23 * forecast({}).p + 0.77 * later, 10);
  });
});

describe("signs", () => {
  const plain = forecast({}).p;
  it.each([
    ["a fresh approval", { approvedDaysAgo: 1 }, 1.6],
    ["an old approval", { approvedDaysAgo: 8 }, 1.5],
    ["a draft", { isHeld: true }, 0.39],
    ["work yesterday", { idleDays: 1 }, 1.3],
    ["a week's rest", { idleDays: 7 }, 1],
    ["two months' rest", { idleDays: 60 }, 0.75],
    ["a forgotten one", { idleDays: 91 }, 0.5],
    ["approved, then forgotten", { approvedDaysAgo: 100, idleDays: 95 }, 0.75],
  ])("%s changes the odds by its factor", (_, signs, factor) => {
    const odds = (p: number) => p / (1 - p);
    expect(odds(forecast({ signs }).p)).toBeCloseTo(odds(plain) * factor, 10);
  });
  it("what waits in the queue is nearly sure, less so on the last day", () => {
    expect(forecast({ signs: { isQueued: true } }).p).toBe(0.95);
    expect(forecast({ signs: { isQueued: true }, freeze: today + day }).p).toBe(0.9);
    expect(forecast({ signs: { isQueued: true, isHeld: true } }).p).toBeLessThan(plain);
  });
  it("what is blocked is nearly out, whatever else is so", () => {
    expect(forecast({ signs: { isBlocked: true, isQueued: true } }).p).toBe(0.05);
  });
});
