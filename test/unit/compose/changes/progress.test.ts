import { describe, it } from "vitest";
import type { Stage } from "../../../../src/domain/stage.ts";
import { checkChanges as check, rows } from "../../../builders/changed-slides.ts";
import { anItem, aRef } from "../../../builders/plan.ts";
import { aCoverage, aJob, aRelease, aWorkItem } from "../../../builders/snapshot.ts";

const merged = { workItems: [aWorkItem({ state: "merged" })] };
const open = { workItems: [aWorkItem()] };
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
      "- KR1 endpoints: from 0 to 7",
      "- Coverage: +2 tested in 1.20 (from 200 to 203, +1 of it restated)",
      "- conformance-gate on prow.k8s.io: from passing to failing",
      "Items",
      "- landed KR1 ReplicationController +7",
      "- slipped KR1 S +7: so",
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

  it("says to which step an item went on, and what it need not wait for any more", () => {
    const needs = [aRef("o/r#9")];
    const at = (step: string, fields = {}) => ({ ...anItem(), step, ...fields });
    const needed = aWorkItem({ ref: "o/r#9" });
    check(
      "changes",
      {
        before: {
          items: [at("test", { needs })],
          snapshot: { workItems: [aWorkItem(), needed] },
        },
        now: {
          items: [at("promotion", { needs })],
          snapshot: { workItems: [aWorkItem(), { ...needed, state: "merged" }] },
        },
      },
      "1 item moved",
      "Items",
      "- moved KR1 ReplicationController +7 from test blocked to promotion written",
      "- unblocked KR1 ReplicationController: r#9 (merged)",
    );
  });

  it("says how the sums moved where more than one item did and none landed", () => {
    const items = ["a", "b", "c"].map((id) => anItem({ id, title: id, refs: [], adds: 2 }));
    const set = (index: number, stage: Stage) => ({
      ...(items[index] ?? anItem()),
      override: { stage, who: "Ann", why: "so" },
    });
    check(
      "changes",
      {
        before: { items },
        now: { items: [set(0, "ready"), set(1, "blocked"), set(2, "planned")] },
      },
      "2 items moved",
      "- KR1 endpoints: ready from 0 to 2, planned from 6 to 2, blocked from 0 to 2",
      "Items",
      "- moved KR1 a +2 from planned to ready",
      "- moved KR1 b +2 from planned to blocked",
    );
  });

  it("says of a job that turned since when, and of one that is not known that it is not", () => {
    const since = "2020-11-20";
    const elsewhere = aJob({ instance: "prow.cncf.io" });
    check(
      "changes",
      {
        before: { snapshot: { jobs: [aJob(), elsewhere] } },
        now: {
          snapshot: {
            jobs: [aJob({ state: "failing", since }), { ...elsewhere, state: "unknown" }],
          },
        },
      },
      "No item has moved",
      "- conformance-gate on prow.k8s.io: from passing to failing since 20 November 2020",
      "- conformance-gate on prow.cncf.io: was passing, not known now",
    );
  });

  it("says what a sum changed by where that is not only what landed", () => {
    const added = anItem({ id: "o/r#2", refs: [aRef("o/r#2")], title: "B", adds: 5 });
    const done = [aWorkItem({ state: "merged" }), aWorkItem({ ref: "o/r#2", state: "merged" })];
    check(
      "changes",
      {
        before: { items: [anItem()], snapshot: open },
        now: { items: [anItem(), added], snapshot: { workItems: done } },
      },
      "2 items landed",
      "- KR1 endpoints: from 0 to 12 (+7 landed, +5 landed and new in the plan)",
      "Items",
      "- landed KR1 ReplicationController +7",
      "- landed KR1 B +5 (new in the plan)",
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
