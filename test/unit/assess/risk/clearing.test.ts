/** The odds of a key result that clears debt. */
import { describe, expect, it } from "vitest";
import type { WorkItem } from "../../../../src/domain/facts.ts";
import { aPlanOf, assessed, namedValue } from "../../../builders/assessment.ts";
import { anItem, aRef } from "../../../builders/plan.ts";
import { aCoverage, anEvent, aSnapshot, aTimeline, aWorkItem } from "../../../builders/snapshot.ts";

const rows = [
  { release: "1.20", promoted: 9, untested: 0 },
  { release: "1.19", promoted: 9, untested: 2 },
  { release: "1.18", promoted: 9, untested: 5 },
];
const asOf = "2020-10-22T08:00:00Z";

/** One item that clears the debt of 1.19, one that clears that of 1.18. */
function keyResult(works: readonly Partial<WorkItem>[], { isFrozen = true, goal = "1.19" } = {}) {
  const items = works.map((_, index) =>
    anItem({
      id: `o/r#${index + 1}`,
      refs: [aRef(`o/r#${index + 1}`)],
      title: `item ${index + 1}`,
      clears: index === 0 ? { "1.19": 2 } : { "1.18": 5 },
    }),
  );
  const settings = { goal, stretch: "1.18" };
  const plan = aPlanOf(items, { kind: "debt", settings, freeze: "test-freeze" });
  const snapshot = aSnapshot({
    asOf,
    workItems: works.map((work, index) => aWorkItem({ ...work, ref: `o/r#${index + 1}` })),
    coverage: aCoverage({ debt: rows }),
    ...(isFrozen
      ? { timeline: aTimeline({ events: [anEvent({ id: "test-freeze", date: "2020-11-23" })] }) }
      : {}),
  });
  const found = assessed({ plan, snapshot });
  const [one] = found.objectives[0]?.keyResults ?? [];
  const chances = ["KR1.pGoal", "KR1.pStretch"].map((name) => namedValue(found, name));
  return { found, chances, said: one?.progress.statements.slice(2) };
}

const young = { createdAt: "2020-10-20T00:00:00Z" };

describe("debt", () => {
  it("is as likely cleared as its items land", () => {
    const { found, chances, said } = keyResult([young, young]);
    const [goal, stretch] = chances as [number, number];
    const p = found.objectives[0]?.keyResults[0]?.groups[0]?.items[0]?.risk?.odds.p ?? NaN;
    expect(goal).toBeCloseTo(p, 2);
    expect(stretch).toBeGreaterThan(p * p);
    expect(stretch).toBeLessThan(goal);
    expect(said?.[0]).toEqual([
      "chance of no debt back to ",
      { number: "KR1.goal" },
      " by Code Freeze: ",
      { number: "KR1.pGoal" },
      ", little history",
    ]);
    expect(said).toHaveLength(2);
  });
  it("is out of reach where no item clears it", () =>
    expect(keyResult([young]).chances).toEqual([expect.any(Number) as number, 0]));
  it("is nothing to speak of where it is settled", () => {
    const { chances, said } = keyResult([young], { goal: "1.20" });
    expect(chances).toEqual([1, 0]);
    expect(said).toEqual([]);
  });
  it("is not known without a freeze, or without the facts", () => {
    expect(keyResult([young], { isFrozen: false }).chances).toEqual([undefined, undefined]);
    expect(keyResult([{}, young]).chances).toEqual([undefined, undefined]);
  });
});
