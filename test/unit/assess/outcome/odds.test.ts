/** What earlier reports said of items, against what came by the freeze. */
import { describe, expect, it } from "vitest";
import { judgeOdds } from "../../../../src/assess/assess.ts";
import type { WorkItem } from "../../../../src/domain/facts.ts";
import { aPlanOf } from "../../../builders/assessment.ts";
import { anItem, aRef } from "../../../builders/plan.ts";
import { aSnapshot, anEvent, aTimeline, aWorkItem } from "../../../builders/snapshot.ts";

const item = anItem({ id: "o/r#1", refs: [aRef("o/r#1")], title: "A", step: "promotion" });
const open = { state: "open", createdAt: "2020-10-10T00:00:00Z" } as const;
const merged = { state: "merged", mergedAt: "2020-11-20T00:00:00Z" } as const;

type Report = readonly [day: string, work: Partial<WorkItem>, items?: readonly (typeof item)[]];

/** Reports before a freeze that takes the evening of 23 November. */
function said(...reports: readonly Report[]) {
  const events = [anEvent({ id: "test-freeze", date: "2020-11-23" })];
  const series = reports.map(([day, work, items = [item]]) => ({
    plan: aPlanOf(items, { freeze: "test-freeze" }),
    snapshot: aSnapshot({
      asOf: `${day}T08:00:00Z`,
      workItems: [aWorkItem({ ...work, ref: "o/r#1" })],
      timeline: aTimeline({ events }),
    }),
  }));
  const now = series.at(-1);
  if (now === undefined) throw new Error("there is no report");
  return judgeOdds({ ...now, asOf: now.snapshot.asOf, past: series.slice(0, -1) });
}

function check(reports: readonly Report[], expected: readonly string[]): void {
  const found = said(...reports).map(
    ({ asOf, title, daysLeft, isInTime }) =>
      `${asOf.slice(0, 10)} ${title}: ${daysLeft} days, ${isInTime ? "in time" : "not in time"}`,
  );
  expect(found).toEqual(expected);
}

describe("a forecast is judged by the first report after its freeze", () => {
  it("as in time where the item had landed by then", () =>
    check(
      [
        ["2020-10-22", open],
        ["2020-11-20", open],
        ["2020-11-24", merged],
      ],
      ["2020-10-22 A: 32 days, in time", "2020-11-20 A: 3 days, in time"],
    ));
  it("as not in time where it had not, though it came later", () =>
    check(
      [
        ["2020-10-22", open],
        ["2020-11-24", open],
        ["2020-12-01", merged],
      ],
      ["2020-10-22 A: 32 days, not in time"],
    ));
  it("as not in time where it had left the plan", () =>
    check(
      [
        ["2020-10-22", open],
        ["2020-11-24", open, []],
      ],
      ["2020-10-22 A: 32 days, not in time"],
    ));
});

it("is not judged before that, on the last day of the freeze either", () => {
  check(
    [
      ["2020-10-22", open],
      ["2020-11-23", merged],
    ],
    [],
  );
});
it("tells the chance of that day, and none of what is a fact or not known", () => {
  const [first] = said(["2020-10-22", open], ["2020-11-24", merged]);
  expect(first?.p).toBeGreaterThan(0.01);
  expect(first?.p).toBeLessThan(0.99);
  check(
    [
      ["2020-11-20", merged],
      ["2020-11-24", merged],
    ],
    [],
  );
  check(
    [
      ["2020-11-20", { state: "open" }],
      ["2020-11-24", merged],
    ],
    [],
  );
});
