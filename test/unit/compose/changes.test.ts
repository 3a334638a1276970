import { describe, expect, it } from "vitest";
import { compose } from "../../../src/compose/compose.ts";
import type { Contribution } from "../../../src/domain/plan.ts";
import type { Snapshot } from "../../../src/domain/snapshot.ts";
import { aPlanOf, assessed } from "../../builders/assessment.ts";
import { linesOf } from "../../builders/deck-text.ts";
import { anItem, aRef } from "../../builders/plan.ts";
import {
  aCoverage,
  aJob,
  anEvent,
  aRelease,
  aSnapshot,
  aTimeline,
  aWorkItem,
} from "../../builders/snapshot.ts";

interface Side {
  readonly items?: readonly Contribution[];
  readonly snapshot?: Partial<Snapshot>;
}

/** The slide of that id of a report that is compared with an earlier one, line by line. */
function check(
  id: string,
  { before = {}, now = {}, older }: { before?: Side; now?: Side; older?: Partial<Snapshot> },
  ...expected: readonly string[]
): void {
  const since = {
    plan: aPlanOf(before.items ?? []),
    snapshot: aSnapshot({ ...before.snapshot, asOf: "2020-10-22T08:00:00Z" }),
  };
  const assessment = assessed({
    plan: aPlanOf(now.items ?? []),
    snapshot: aSnapshot({ ...now.snapshot, asOf: "2020-11-23T08:00:00Z" }),
    since,
    ...(older === undefined ? {} : { older: aSnapshot(older) }),
  });
  const slide = compose(assessment).slides.find((candidate) => candidate.id === id);
  expect(slide === undefined ? [] : linesOf(slide)).toEqual(expected);
}

const merged = { workItems: [aWorkItem({ state: "merged" })] };
const open = { workItems: [aWorkItem()] };
const rows = (tested: number, fields = {}) =>
  aCoverage({
    releases: [
      ...[14, 15, 16].map((minor) =>
        aRelease({ release: `1.${minor}`, total: 300, tested: minor * 5 + tested }),
      ),
      aRelease({ tested: 200 + tested, promoted: 0, oldTested: 5, newTested: 0, ...fields }),
    ],
  });

describe("progress since the last report", () => {
  it("is none where nothing has moved", () => {
    check("changes", {}, "No item has moved", "Nothing has moved.");
    check("changes-scope", {});
    check("changes-history", {});
  });

  it("says first what landed, then key results, coverage, jobs and items", () => {
    const slipped = anItem({
      id: "s",
      title: "S",
      refs: [],
      override: { stage: "slipped", who: "Ann", why: "so" },
    });
    const { override: _, ...planned } = slipped;
    check(
      "changes",
      {
        before: {
          items: [planned, anItem()],
          snapshot: { ...open, coverage: rows(0), jobs: [aJob()] },
        },
        now: {
          items: [slipped, anItem()],
          snapshot: {
            ...merged,
            coverage: rows(3, { oldTested: 7 }),
            jobs: [aJob({ state: "failing" })],
          },
        },
      },
      "1 item landed, 1 slipped",
      "- KR1: from 0 to 7 endpoints",
      "- Coverage: +2 tested in 1.20 (from 200 to 203, +1 of it restated)",
      "- conformance-gate on prow.k8s.io: from passing to failing",
      "Items",
      "- landed KR1 ReplicationController +7",
      "- slipped KR1 S +7",
    );
  });

  it("says from where to where an item moved, and what it stands for", () => {
    const heir = anItem({
      id: "o/r#2",
      refs: [aRef("o/r#2")],
      title: "Heir",
      replaces: ["kubernetes/kubernetes#95713"],
    });
    check(
      "changes",
      {
        before: {
          items: [anItem()],
          snapshot: { workItems: [aWorkItem({ labels: ["lgtm", "approved"] })] },
        },
        now: { items: [heir], snapshot: { workItems: [aWorkItem({ ref: "o/r#2" })] } },
      },
      "1 item moved",
      "Items",
      "- moved KR1 Heir +7 from ready to written (in the place of ReplicationController)",
    );
  });

  it("names what is newly tested where both exports list it", () => {
    const old = ["a", "b", "c", "d", "e"].map((name) => ({ name, promoted: "1.9" }));
    const before = aCoverage({
      releases: [aRelease({ total: 6, tested: 1 })],
      endpoints: [...old, { name: "out", promoted: "1.9", tested: "1.9" }],
      ineligible: [],
    });
    const now = aCoverage({
      releases: [aRelease({ total: 6, tested: 5 })],
      endpoints: [
        ...old.map((one, index) => (index < 4 ? { ...one, tested: "1.20" } : one)),
        { name: "new", promoted: "1.20", tested: "1.20" },
      ],
      ineligible: ["out"],
      pages: { oldTested: "https://example.org/old" },
    });
    check(
      "changes",
      { before: { snapshot: { coverage: before } }, now: { snapshot: { coverage: now } } },
      "No item has moved",
      "- Coverage: +5 tested in 1.20 (from 1 to 5, −1 of it by eligibility)",
      "Newly tested, by name",
      "- 1 promoted in 1.20 with a test: new",
      "- 4 promoted earlier: a, b, c and 1 more",
    );
  });

  it("does not call progress what it cannot split", () => {
    const silent = { snapshot: { coverage: aCoverage({ releases: [aRelease({ tested: 230 })] }) } };
    const title = "No item has moved";
    check(
      "changes",
      { before: silent, now: { snapshot: { coverage: rows(63) } } },
      title,
      "- Coverage of 1.20: from 230 to 263 tested, unknown why",
    );
    const line = "- Coverage of 1.20: from 230 to 263 tested";
    check("changes", { before: silent, now: { snapshot: { coverage: aCoverage() } } }, title, line);
  });
});

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
      "Changes of scope and schedule: no progress",
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

it("says to the minute where an event moved on its day", () => {
  const side = (hour: string) => ({
    snapshot: {
      timeline: aTimeline({ events: [anEvent({ instant: `2020-11-13T${hour}:00:00Z` })] }),
    },
  });
  check(
    "changes-scope",
    { before: side("01"), now: side("02") },
    "Changes of scope and schedule: no progress",
    "Schedule",
    "- Code Freeze moved from 13 November 2020, 01:00 UTC to 13 November 2020, 02:00 UTC",
  );
});

it("does not split what a source does not tell the parts of", () => {
  const side = (total: number) => ({
    snapshot: { coverage: aCoverage({ releases: [aRelease({ total })] }) },
  });
  const title = "Changes of scope and schedule: no progress";
  const lines = [title, "What counts", "- Total from 300 to 400"];
  check("changes-scope", { before: side(300), now: side(400) }, ...lines);
});

describe("restated history", () => {
  const before = { snapshot: { coverage: rows(0) } };

  it("tells rows that changed alike as one", () => {
    check(
      "changes-history",
      { before, now: { snapshot: { coverage: rows(1) } } },
      "3 figures were restated after the fact: no progress",
      "- 1.14 to 1.16: tested +1 each, 70 to 71 … 80 to 81",
      "- 1.20: tested +1 of the step from 200 to 201, not by its own tests",
    );
  });

  it("tells a row that changed alone by itself", () => {
    const now = rows(0);
    const [first, ...others] = now.releases;
    const changed = { ...now, releases: [{ ...first, tested: 60 }, ...others] } as typeof now;
    check(
      "changes-history",
      { before, now: { snapshot: { coverage: changed } } },
      "1 figure was restated after the fact: no progress",
      "- 1.14: tested −10, 70 to 60",
    );
  });

  it("tells flaps apart", () => {
    check(
      "changes-history",
      { before, now: { snapshot: { coverage: rows(1) } }, older: { coverage: rows(1) } },
      "Figures that flap: off by one and back",
      "- 1.20: tested +1 of the step from 200 to 201, not by its own tests",
      "Off by one and back",
      "- 1.14: tested +1, 70 to 71",
      "- 1.15: tested +1, 75 to 76",
      "- 1.16: tested +1, 80 to 81",
    );
  });
});
