import { describe, expect, it } from "vitest";
import type { Contribution, KeyResult } from "../../../../src/domain/plan.ts";
import type { Snapshot } from "../../../../src/domain/snapshot.ts";
import { aPlanOf, assessed } from "../../../builders/assessment.ts";
import { aGroup, aKeyResult, anItem, anObjective, aPlan, aRef } from "../../../builders/plan.ts";
import { aCoverage, aRelease, aSnapshot, aWorkItem } from "../../../builders/snapshot.ts";

const a = anItem({ id: "o/r#1", refs: [aRef("o/r#1")], title: "A" });
const b = anItem({ id: "o/r#2", refs: [aRef("o/r#2")], title: "B", adds: 5 });
const refs = ["o/r#1", "o/r#2", "o/r#3", "o/r#4"];

function side(day: string, keyResults: readonly KeyResult[], merged: readonly string[]) {
  const workItems = refs.map((ref) =>
    aWorkItem({ ref, state: merged.includes(ref) ? "merged" : "open" }),
  );
  const snapshot = aSnapshot({ asOf: `${day}T08:00:00Z`, workItems });
  return { plan: aPlan({ objectives: [anObjective({ keyResults })] }), snapshot };
}

type Given = readonly [items: readonly Contribution[], merged: readonly string[]];

/** `KR1 +7: landed +7` for each key result whose sum changed. */
function check(before: Given, now: Given, expected: readonly string[]): void {
  const keyResultsOf = (items: readonly Contribution[]) => [
    aKeyResult({ groups: [aGroup({ items })] }),
  ];
  checkKeyResults([keyResultsOf(before[0]), before[1]], [keyResultsOf(now[0]), now[1]], expected);
}

type Side = readonly [keyResults: readonly KeyResult[], merged: readonly string[]];

function checkKeyResults(before: Side, now: Side, expected: readonly string[]): void {
  const since = side("2020-10-22", ...before);
  const { changes } = assessed({ ...side("2020-11-23", ...now), since });
  const found = changes?.keyResults.map(({ keyResult, from, to, causes }) => {
    const whole = Number(to) - Number(from);
    expect(causes.reduce((sum, { by }) => sum + by, 0)).toBe(whole);
    return `${keyResult} ${whole}: ${causes.map(({ kind, by }) => `${kind} ${by}`).join(", ")}`;
  });
  expect(found).toEqual(expected);
}

describe("a sum of items changed", () => {
  it("by what landed, at the size that it has now", () => {
    check([[a, b], []], [[a, b], ["o/r#1"]], ["KR1 7: landed 7"]);
    check([[a], []], [[{ ...a, adds: 1 }], ["o/r#1"]], ["KR1 1: landed 1"]);
  });

  it("by what came into the plan with its work done, or left it", () => {
    check([[a], []], [[a, b], ["o/r#2"]], ["KR1 5: added 5"]);
    check([[a, b], ["o/r#2"]], [[a], ["o/r#2"]], ["KR1 -5: removed -5"]);
  });

  it("by another size of what had landed", () => {
    check([[a], ["o/r#1"]], [[{ ...a, adds: 4 }], ["o/r#1"]], ["KR1 -3: resized -3"]);
  });

  it("by what had landed and was taken back", () => {
    check([[a], ["o/r#1"]], [[a], []], ["KR1 -7: moved -7"]);
  });

  it("by parts of an item that became two", () => {
    const part = (ref: string, adds: number) =>
      anItem({ id: ref, refs: [aRef(ref)], title: ref, adds, replaces: ["o/r#1"] });
    const parts = [part("o/r#3", 1), part("o/r#4", 5)];
    check([[a], []], [parts, ["o/r#3"]], ["KR1 1: landed 1"]);
    check([[a], ["o/r#1"]], [parts, ["o/r#3"]], ["KR1 -6: moved -5, resized -1"]);
  });

  it("by several of these, each by itself", () => {
    const c = anItem({ id: "o/r#3", refs: [aRef("o/r#3")], title: "C", adds: 2 });
    check(
      [[a, b], ["o/r#2"]],
      [
        [a, { ...b, adds: 6 }, c],
        ["o/r#1", "o/r#2", "o/r#3"],
      ],
      ["KR1 10: landed 7, added 2, resized 1"],
    );
  });

  it("by what went to another key result", () => {
    const of = (id: string, items: readonly Contribution[]) =>
      aKeyResult({ id, groups: [aGroup({ items })] });
    checkKeyResults(
      [[of("KR1", [a, b]), of("KR2", [])], refs],
      [[of("KR1", [a]), of("KR2", [b])], refs],
      ["KR1 -5: removed -5", "KR2 5: added 5"],
    );
  });
});

describe("a share changed", () => {
  const plan = aPlanOf([], { kind: "share", settings: { goal: 70 } });
  const row = { promoted: 0, newTested: 0, oldTested: 5 };

  function causes(before: Partial<Snapshot>, now: Partial<Snapshot>) {
    const since = { plan, snapshot: aSnapshot({ ...before, asOf: "2020-10-22T08:00:00Z" }) };
    const snapshot = aSnapshot({ ...now, asOf: "2020-11-23T08:00:00Z" });
    const [change] = assessed({ plan, snapshot, since }).changes?.keyResults ?? [];
    return change?.causes.map(({ kind, by }) => `${kind} ${by}`);
  }

  const october = {
    coverage: aCoverage({
      releases: [aRelease({ ...row, tested: 235, total: 424 })],
      ineligible: [],
    }),
  };

  it("by what was restated, what counts, what was promoted and what was tested, which add up", () => {
    const now = { promoted: 8, newTested: 8, oldTested: 24, tested: 263, total: 418 };
    const ineligible = Array.from({ length: 14 }, (_, index) => `node${index}`);
    const coverage = aCoverage({ releases: [aRelease(now)], ineligible });
    // 235/424, 236/424, 236/410, 236/418, 263/418.
    expect(causes(october, { coverage })).toEqual([
      "restated 0.24",
      "eligibility 1.9",
      "promoted -1.1",
      "tested 6.46",
    ]);
  });

  it("is all restated once the row is history", () => {
    const releases = [
      aRelease({ ...row, oldTested: 1, tested: 200 }),
      aRelease({ release: "1.21" }),
    ];
    expect(causes(october, { coverage: aCoverage({ releases }) })).toEqual(["restated -7.57"]);
  });

  it("is not split where the source does not tell", () => {
    expect(causes(october, { coverage: aCoverage() })).toEqual([]);
  });
});
