/** The forecast of an open pull request: what it rests on and how far. */
import { describe, expect, it } from "vitest";
import { minutesPerDay } from "../../../src/forecast/history.ts";
import { forecastItem, type OpenPull } from "../../../src/forecast/item.ts";
import { merged, mergedBeforeGate, type Gate } from "../../../src/forecast/prior.ts";
import { references, type Past } from "../../../src/forecast/reference.ts";
import { aPast, pullsOf, today } from "../../builders/past.ts";

function anItem(ageDays: number, daysLeft: number, gate: Gate = "none"): OpenPull {
  return {
    repo: "o/r",
    gate,
    now: today,
    created: today - ageDays * minutesPerDay,
    freeze: today + daysLeft * minutesPerDay,
  };
}

function forecast(past: Past, item: OpenPull) {
  return forecastItem(item, references(past)(item));
}

describe("without a history", () => {
  it("is the shipped table, and says so", () => {
    // 9.9 days is where the class of 7 to 14 days stands, 14 days a row of the table.
    const { p, basis } = forecast(aPast([]), anItem(9.9, 14));
    expect(p).toBeCloseTo(merged[6]?.[2] ?? NaN, 10);
    expect(basis).toMatchObject({ kind: "reference projects", open: 0, days: 14 });
  });
  it("is lifted by a code freeze", () => {
    const { p } = forecast(aPast([]), anItem(9.9, 14, "code-freeze"));
    expect(p).toBeCloseTo(1 - (1 - 0.228) ** 2, 10);
  });
  it("is what was seen before gates where merging is the gate", () => {
    const { p } = forecast(aPast([]), anItem(9.9, 7, "hard-gate"));
    expect(p).toBeCloseTo(mergedBeforeGate[4]?.[2] ?? NaN, 10);
  });
});

describe("with a history of its own", () => {
  // Open and ten days old at the start of each of the 26 windows; one in four merged six days later.
  const starts = Array.from({ length: 26 }, (_, back) => 1000 - (back + 1) * 28);
  const days = starts.map((day) => day - 9.9);
  const own = pullsOf({ days, count: 4, merged: 1, after: 15.9 });

  it("counts itself, shrunk to the table by ten pull requests", () => {
    const { p, basis } = forecast(aPast(own), anItem(9.9, 7));
    expect(basis).toMatchObject({ kind: "own history", open: 104, merged: 26, days: 7 });
    expect(p).toBeCloseTo((26 + 10 * 0.149) / (104 + 10), 10);
  });
  it("is thin below 30", () => {
    const { basis } = forecast(aPast(own.slice(0, 20)), anItem(9.9, 7));
    expect(basis.kind).toBe("thin");
  });
  it("serves other repositories as a reference, but not as their own", () => {
    const others = own.map((pull) => ({ ...pull, repo: "o/other" }));
    const { p, basis } = forecast(aPast(others), anItem(9.9, 7));
    expect(basis.kind).toBe("reference projects");
    expect(p).toBeCloseTo((26 + 10 * 0.149) / (104 + 10), 10);
  });
  it("is no reference where it has a gate", () => {
    const others = own.map((pull) => ({ ...pull, repo: "o/other" }));
    const { p } = forecast(aPast(others, { gated: new Set(["o/other"]) }), anItem(9.9, 7));
    expect(p).toBeCloseTo(0.149, 10);
  });
  it("knows nothing of what came after the question", () => {
    const later = pullsOf({ days: [995, 1001], count: 50, merged: 50, after: 1 });
    const question = anItem(9.9, 7);
    expect(forecast(aPast([...own, ...later]), question).p).toBe(forecast(aPast(own), question).p);
  });
});

describe("with freezes of its own", () => {
  const freezes = { "hard-gate": [400, 520, 640, 760, 880], "code-freeze": [] };
  const inMinutes = {
    ...freezes,
    "hard-gate": freezes["hard-gate"].map((day) => day * minutesPerDay),
  };
  const days = freezes["hard-gate"].map((day) => day - 7 - 9.9);
  const own = pullsOf({ days, count: 20, merged: 10, after: 15 });

  it("counts before its own freezes", () => {
    const { basis } = forecast(aPast(own, { freezes: inMinutes }), anItem(9.9, 7, "hard-gate"));
    expect(basis).toMatchObject({ kind: "own history", open: 100, merged: 50, deadlines: 5 });
  });
  it("looks at no freeze that is still to come", () => {
    const coming = { ...inMinutes, "hard-gate": [...inMinutes["hard-gate"], 1007 * minutesPerDay] };
    const { basis } = forecast(aPast(own, { freezes: coming }), anItem(9.9, 7, "hard-gate"));
    expect(basis.deadlines).toBe(5);
  });
});

describe("at the edges", () => {
  it("is at least 1 % and at most 99 % while it is open", () => {
    expect(forecast(aPast([]), anItem(390, 0.01)).p).toBe(0.01);
    expect(
      forecast(aPast([]), {
        ...anItem(0.1, 60, "code-freeze"),
        signs: { approvedDaysAgo: 0, idleDays: 0, isQueued: true },
      }).p,
    ).toBeLessThanOrEqual(0.99);
  });
  it("is at most 99 % where everything was merged in time, and it is approved", () => {
    const days = Array.from({ length: 26 }, (_, back) => 1000 - (back + 1) * 28 - 9.9);
    const all = aPast(pullsOf({ days, count: 200, merged: 200, after: 10.9 }));
    const signs = { approvedDaysAgo: 0, idleDays: 0, isQueued: true };
    expect(forecast(all, { ...anItem(9.9, 14), signs }).p).toBe(0.99);
  });
  it("is 0 once the deadline has passed", () => {
    expect(forecast(aPast([]), anItem(5, 0)).p).toBe(0);
  });
  it("changes little on the day that it changes its age class", () => {
    const before = forecast(aPast([]), anItem(6.99, 14)).p;
    const after = forecast(aPast([]), anItem(7.01, 14)).p;
    expect(Math.abs(before - after)).toBeLessThan(0.001);
  });
});
