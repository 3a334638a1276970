import { describe, expect, it } from "vitest";
import { compose } from "../../../../src/compose/compose.ts";
import type { Contribution } from "../../../../src/domain/plan.ts";
import type { Stage } from "../../../../src/domain/stage.ts";
import { aPlanOf, assessed } from "../../../builders/assessment.ts";
import { checkChanges as check, rows } from "../../../builders/changed-slides.ts";
import { linesOf } from "../../../builders/deck-text.ts";
import { anItem, aProse } from "../../../builders/plan.ts";
import { aCoverage, anEvent, aRelease, aSnapshot, aTimeline } from "../../../builders/snapshot.ts";

describe("changes of scope", () => {
  it("are told apart: calendar, plan, and what counts", () => {
    const two = anItem({ id: "b", title: "B", refs: [], adds: 5 });
    check(
      "changes-scope",
      {
        before: {
          items: [anItem(), two],
          snapshot: {
            timeline: aTimeline(),
            coverage: { ...rows(0, { total: 424 }), ineligible: [] },
          },
        },
        now: {
          items: [
            { ...anItem(), adds: 1 },
            { ...two, id: "c", title: "C" },
            { ...two, id: "d", title: "D" },
          ],
          snapshot: {
            timeline: aTimeline({ events: [anEvent({ date: "2020-11-19" })] }),
            coverage: {
              ...rows(0, { total: 430, promoted: 10 }),
              ineligible: ["a", "b", "c", "d"],
            },
          },
        },
      },
      "Plan and calendar changed: this is not progress",
      "Schedule",
      "- Code Freeze moved from 12 November 2020 to 19 November 2020",
      "Plan",
      "- KR1 ReplicationController: from +7 to +1",
      "- KR1 new: C +5, D +5",
      "- KR1 no longer in the plan: B +5",
      "What counts",
      "- Total from 424 to 430: +10 promoted, −4 by eligibility",
      "- 4 newly ineligible: a, b, c and 1 more",
    );
  });
});

it("says what people said otherwise, but for what stands with the item", () => {
  const override = (stage: Stage) => ({ override: { stage, who: "Ann", why: "so" } });
  const [a, b, c, d] = ["a", "b", "c", "d"].map((id) => anItem({ id, title: id, refs: [] })) as [
    Contribution,
    Contribution,
    Contribution,
    Contribution,
  ];
  check(
    "changes-scope",
    {
      before: { items: [a, b, { ...c, ...override("planned") }, d] },
      now: {
        items: [
          { ...a, outlook: "unlikely" },
          { ...b, ...override("planned") },
          c,
          { ...d, ...override("slipped") },
        ],
      },
    },
    "Plan and calendar changed: this is not progress",
    "What people say",
    "- KR1 a: outlook from none to unlikely",
    "- KR1 b: set to planned by hand: so (Ann)",
    "- KR1 c: no longer set to planned by hand",
  );
});

it("says to which instant an event moved that moved to another day", () => {
  const side = (date: string, instant: string) => ({
    snapshot: { timeline: aTimeline({ events: [anEvent({ date, instant })] }) },
  });
  check(
    "changes-scope",
    {
      before: side("2020-11-12", "2020-11-13T02:00:00Z"),
      now: side("2020-11-19", "2020-11-20T02:00:00Z"),
    },
    "Plan and calendar changed: this is not progress",
    "Schedule",
    "- Code Freeze moved from 12 November 2020 to 19 November 2020 (20 November 2020, 02:00 UTC)",
  );
});

it("lists texts that were not updated by the report since which they were not", () => {
  const plan = { ...aPlanOf([]), intro: aProse("3 flakes are open.") };
  const reports = ["2020-09-25", "2020-10-22"].map((day) => ({
    plan,
    snapshot: aSnapshot({ asOf: `${day}T08:00:00Z` }),
  }));
  const [first, since] = reports as [(typeof reports)[0], (typeof reports)[0]];
  const snapshot = aSnapshot({ asOf: "2020-11-23T08:00:00Z" });
  const { slides } = compose(assessed({ plan, snapshot, since, past: [first, since] }));
  const slide = slides.find(({ id }) => id === "changes-scope");
  expect(slide && linesOf(slide)).toEqual([
    "Plan and calendar changed: this is not progress",
    "Texts that were not updated",
    "- Since 25 September 2020: the intro",
  ]);
});

it("says to the minute where an event moved on its day", () => {
  const side = (hour: string) => ({
    snapshot: {
      timeline: aTimeline({ events: [anEvent({ instant: `2020-11-13T${hour}:00:00Z` })] }),
    },
  });
  check(
    "changes-scope",
    { before: side("01"), now: side("02") },
    "Plan and calendar changed: this is not progress",
    "Schedule",
    "- Code Freeze moved from 13 November 2020, 01:00 UTC to 13 November 2020, 02:00 UTC",
  );
});

it("does not split what a source does not tell the parts of", () => {
  const side = (total: number) => ({
    snapshot: { coverage: aCoverage({ releases: [aRelease({ total })] }) },
  });
  const title = "Plan and calendar changed: this is not progress";
  const lines = [title, "What counts", "- Total from 300 to 400"];
  check("changes-scope", { before: side(300), now: side(400) }, ...lines);
});
