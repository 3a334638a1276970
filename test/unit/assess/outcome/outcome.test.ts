import { describe, expect, it } from "vitest";
import type { Outcome } from "../../../../src/domain/outcome.ts";
import type { Contribution, KeyResult } from "../../../../src/domain/plan.ts";
import type { Snapshot } from "../../../../src/domain/snapshot.ts";
import type { Stage } from "../../../../src/domain/stage.ts";
import { aPlanOf, assessed, namedValue } from "../../../builders/assessment.ts";
import { anItem, aRef } from "../../../builders/plan.ts";
import {
  aCoverage,
  anEvent,
  aRelease,
  aSnapshot,
  aSource,
  aTimeline,
  aWorkItem,
} from "../../../builders/snapshot.ts";

const days = ["2020-09-25", "2020-10-22", "2020-11-23"];

interface Given {
  readonly items?: readonly Contribution[];
  readonly keyResult?: Partial<KeyResult>;
  readonly snapshot?: Partial<Snapshot>;
}

/** A release of one, two or three reports, the last of them now. */
function release(...reports: readonly Given[]) {
  const series = reports.map(({ items = [], keyResult = {}, snapshot }, index) => ({
    plan: aPlanOf(items, keyResult),
    snapshot: aSnapshot({ ...snapshot, asOf: `${days[index]}T08:00:00Z` }),
  }));
  const [now] = series.slice(-1);
  if (now === undefined) throw new Error("there is no report");
  return assessed({ ...now, past: series.slice(0, -1) });
}

function outcomeOf(...reports: readonly Given[]): Outcome {
  return release(...reports).outcome;
}

/** What became of the items: `A: 1 of 7 missing, slipped, why`. */
function check(reports: readonly Given[], expected: readonly string[]): void {
  const found = outcomeOf(...reports).items.map(
    ({ title, missing, promised, fate, why, to }) =>
      `${title}: ${missing} of ${promised} missing, ${fate}, ${why}${to === undefined ? "" : `, to ${to}`}`,
  );
  expect(found).toEqual(expected);
}

const a = anItem({ id: "o/r#1", refs: [aRef("o/r#1")], title: "A", step: "promotion" });
const open = { workItems: [aWorkItem({ ref: "o/r#1" })] };
const merged = { workItems: [aWorkItem({ ref: "o/r#1", state: "merged" })] };
const set = (stage: Stage, fields = {}) => ({
  ...a,
  override: { stage, who: "Ann", why: "so", ...fields },
});

describe("an item of the release", () => {
  it("landed", () => {
    check(
      [
        { items: [a], snapshot: open },
        { items: [a], snapshot: merged },
      ],
      ["A: 0 of 7 missing, landed, o/r#1 merged"],
    );
  });

  it("landed in part, smaller than it was promised or as several of which one is missing", () => {
    const small = { ...a, adds: 1, note: "the rest is policy" };
    check(
      [
        { items: [a], snapshot: open },
        { items: [small], snapshot: merged },
      ],
      ["A: 6 of 7 missing, in part, landed smaller than promised: the rest is policy"],
    );
    const part = (ref: string, adds: number) =>
      anItem({ id: ref, refs: [aRef(ref)], title: ref, adds, replaces: ["o/r#1"] });
    const parts = [part("o/r#2", 3), part("o/r#3", 4)];
    const workItems = ["merged", "open"].map((state, index) =>
      aWorkItem({ ref: `o/r#${index + 2}`, state: state as "merged" | "open" }),
    );
    check(
      [{ items: [a] }, { items: parts, snapshot: { workItems } }],
      ["A: 4 of 7 missing, in part, o/r#3 open"],
    );
  });

  it("landed whole where it grew", () => {
    check(
      [
        { items: [a], snapshot: open },
        { items: [{ ...a, adds: 9 }], snapshot: merged },
      ],
      ["A: 0 of 7 missing, landed, o/r#1 merged"],
    );
  });

  it("slipped or was dropped, as people say and why", () => {
    check([{ items: [a] }, { items: [set("slipped")] }], ["A: 7 of 7 missing, slipped, so"]);
    check([{ items: [a] }, { items: [set("dropped")] }], ["A: 7 of 7 missing, dropped, so"]);
  });

  it("left the plan, whether or not a later report says so", () => {
    check(
      [{ items: [a] }, { items: [a] }, {}],
      ["A: 7 of 7 missing, left the plan, not in the plan after 22 October 2020"],
    );
  });

  it("is another one's now", () => {
    const b = anItem({ id: "o/r#2", refs: [aRef("o/r#2")], title: "B" });
    const both = anItem({ id: "c", refs: [], title: "C", replaces: ["o/r#1", "o/r#2"] });
    check(
      [{ items: [a, b] }, { items: [both] }],
      [
        "A: 7 of 7 missing, open, no pull request is named yet",
        "B: 7 of 7 missing, replaced, C came in its place",
      ],
    );
  });

  it("is open where nobody has said anything else", () => {
    check([{ items: [a], snapshot: open }], ["A: 7 of 7 missing, open, o/r#1 open"]);
  });

  it("goes to the release that people name, else to its milestone's", () => {
    check(
      [{ items: [set("slipped", { to: "1.21" })] }],
      ["A: 7 of 7 missing, slipped, so, to 1.21"],
    );
    const milestone = (name: string) => ({
      workItems: [aWorkItem({ ref: "o/r#1", milestone: name })],
    });
    const words = "A: 7 of 7 missing, open, o/r#1 open";
    check([{ items: [a], snapshot: milestone("v1.21") }], [`${words}, to 1.21`]);
    check([{ items: [a], snapshot: milestone("v1.20") }], [words]);
    check([{ items: [a], snapshot: milestone("someday") }], [words]);
  });

  it("without an amount misses none", () => {
    const { adds: _, ...bare } = a;
    check(
      [{ items: [bare] }],
      ["A: undefined of undefined missing, open, no source says how its references stand"],
    );
    const { items } = outcomeOf({ items: [{ ...bare, clears: { "1.14": 5, "1.11": 2 } }] });
    expect(items).toMatchObject([{ promised: 7, landed: 0, missing: 7 }]);
  });
});

it("counts what became of the items", () => {
  const found = release({ items: [a], snapshot: open }, { items: [a], snapshot: merged });
  expect(namedValue(found, "outcome.promised")).toBe(1);
  expect(namedValue(found, "outcome.landed")).toBe(1);
  expect(namedValue(found, "outcome.slipped")).toBe(0);
});

describe("what earlier reports said", () => {
  it("stands beside what came: by forecast, and by the word under which it stood", () => {
    const b = anItem({ id: "o/r#2", refs: [aRef("o/r#2")], title: "B", adds: 5, outlook: "maybe" });
    const both = (state: "open" | "merged") => ({
      workItems: ["o/r#1", "o/r#2"].map((ref) => aWorkItem({ ref, state })),
    });
    const { forecasts } = outcomeOf(
      { items: [a, b], snapshot: both("open") },
      { items: [a, { ...b, adds: 4 }], snapshot: both("merged") },
    );
    expect(forecasts).toEqual([
      {
        asOf: "2020-09-25T08:00:00Z",
        keyResult: "KR1",
        unit: "endpoints",
        outcome: 11,
        standings: [
          { standing: "written", listed: 7, landed: 7 },
          { standing: "maybe", listed: 5, landed: 4 },
        ],
      },
    ]);
  });

  it("has the forecast where there was one", () => {
    const timeline = aTimeline({ events: [anEvent()] });
    const work = aWorkItem({ ref: "o/r#1", createdAt: "2020-09-01T00:00:00Z" });
    const keyResult = { freeze: "code-freeze" };
    const { forecasts } = outcomeOf(
      { items: [a], keyResult, snapshot: { timeline, workItems: [work] } },
      { items: [a], keyResult, snapshot: { timeline, ...merged } },
    );
    const [{ forecast } = {}] = forecasts;
    expect(Object.keys(forecast ?? {})).toEqual(["p10", "p50", "p90", "goal"]);
  });

  it("is told of key results that are of the same kind still, and add up", () => {
    const share = { kind: "share", settings: { goal: 60 } };
    expect(outcomeOf({ keyResult: share }, { keyResult: share }).forecasts).toEqual([]);
    expect(outcomeOf({}, { keyResult: share }).forecasts).toEqual([]);
    expect(outcomeOf({ keyResult: { id: "KR9" } }, {}).forecasts).toEqual([]);
    expect(outcomeOf({}).forecasts).toEqual([]);
  });
});

describe("the coverage", () => {
  const row = (tested: number, oldTested: number) => ({
    coverage: aCoverage({ releases: [aRelease({ tested, oldTested, newTested: 0, promoted: 0 })] }),
  });

  it("is compared from the first report that has one, with both exports", () => {
    const sources = [aSource({ commit: "f1c885bd" })];
    const { coverage, from, reports } = outcomeOf(
      {},
      { snapshot: { ...row(229, 0), sources } },
      { snapshot: row(263, 32) },
    );
    expect([from, reports]).toEqual(["2020-09-25T08:00:00Z", 3]);
    expect(coverage?.tested).toMatchObject({ from: 229, to: 263, progress: 32, restated: 2 });
    expect(coverage?.exports.from?.commit).toBe("f1c885bd");
  });

  it("is not compared with itself", () => {
    expect(outcomeOf({ snapshot: row(229, 0) })).not.toHaveProperty("coverage");
    expect(outcomeOf({ snapshot: row(229, 0) }, {})).not.toHaveProperty("coverage");
  });
});
