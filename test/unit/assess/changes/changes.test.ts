import { describe, expect, it } from "vitest";
import type { Changes } from "../../../../src/domain/changes.ts";
import type { KeyResult } from "../../../../src/domain/plan.ts";
import type { Snapshot } from "../../../../src/domain/snapshot.ts";
import { aPlanOf, assessed, namedValue } from "../../../builders/assessment.ts";
import { aKeyResult, anItem, anObjective, aPlan } from "../../../builders/plan.ts";
import { aJob, anEvent, aSnapshot, aTimeline, aWorkItem } from "../../../builders/snapshot.ts";

const then = "2020-10-22T08:00:00Z";
const today = "2020-11-23T08:00:00Z";

/** The changes between two snapshots under one plan. */
function between(before: Partial<Snapshot>, now: Partial<Snapshot>, plan = aPlanOf([])): Changes {
  const since = { plan, snapshot: aSnapshot({ ...before, asOf: then }) };
  return changesOf(assessed({ plan, snapshot: aSnapshot({ ...now, asOf: today }), since }));
}

/** The changes between two plans of key results. */
function betweenPlans(before: readonly KeyResult[], now: readonly KeyResult[]): Changes {
  const planOf = (keyResults: readonly KeyResult[]) =>
    aPlan({ objectives: [anObjective({ keyResults })] });
  const since = { plan: planOf(before), snapshot: aSnapshot({ asOf: then }) };
  const snapshot = aSnapshot({ asOf: today });
  return changesOf(assessed({ plan: planOf(now), snapshot, since }));
}

function changesOf({ changes }: { readonly changes?: Changes }): Changes {
  if (changes === undefined) throw new Error("there are no changes");
  return changes;
}

it("has no changes without an earlier report", () => {
  expect(assessed()).not.toHaveProperty("changes");
});

describe("key results", () => {
  it("that moved say from what to what", () => {
    const item = anItem();
    const merged = { workItems: [aWorkItem({ state: "merged" })] };
    const changes = between({ workItems: [aWorkItem()] }, merged, aPlanOf([item]));
    expect(changes.keyResults).toEqual([
      { keyResult: "KR1", from: 0, to: 7, causes: [{ kind: "landed", by: 7 }] },
    ]);
    expect(changes.since).toBe(then);
  });

  it("that are of another kind now are not compared, and the kind is a change of scope", () => {
    const guard = aKeyResult({ kind: "guard", settings: { goal: 30, watch: "debt" } });
    const changes = betweenPlans([aKeyResult({ settings: { goal: 30 } })], [guard]);
    expect(changes.keyResults).toEqual([]);
    expect(changes.scope).toEqual([
      { keyResult: "KR1", kind: "target", what: "kind", from: "sum", to: "guard" },
    ]);
  });
});

describe("scope", () => {
  const scopeOf = (before: readonly KeyResult[], now: readonly KeyResult[]) =>
    betweenPlans(before, now).scope;

  it("has goals that were lowered, and moved nothing", () => {
    const lowered = aKeyResult({ settings: { goal: 20, stretch: 30 } });
    const changes = betweenPlans([aKeyResult()], [lowered]);
    expect(changes.scope).toEqual([
      { keyResult: "KR1", kind: "target", what: "goal", from: "30", to: "20" },
      { keyResult: "KR1", kind: "target", what: "stretch goal", from: "40", to: "30" },
    ]);
    expect(changes.keyResults).toEqual([]);
  });

  it("has stretch goals that came or went, and other freezes", () => {
    const plain = aKeyResult({ settings: { goal: 30 }, freeze: "code-freeze" });
    const hoping = aKeyResult({ freeze: "test-freeze" });
    expect(scopeOf([plain], [hoping])).toEqual([
      { keyResult: "KR1", kind: "target", what: "stretch goal", to: "40" },
      { keyResult: "KR1", kind: "target", what: "freeze", from: "code-freeze", to: "test-freeze" },
    ]);
    expect(scopeOf([hoping], [plain])[0]).toEqual({
      keyResult: "KR1",
      kind: "target",
      what: "stretch goal",
      from: "40",
    });
  });

  it("has key results that came or went", () => {
    const other = aKeyResult({ id: "KR2", title: "fewer flakes" });
    expect(scopeOf([aKeyResult()], [aKeyResult(), other])).toEqual([
      { keyResult: "KR2", kind: "added", what: "key result", to: "fewer flakes" },
    ]);
    expect(scopeOf([other], [])).toEqual([
      { keyResult: "KR2", kind: "removed", what: "key result", from: "fewer flakes" },
    ]);
  });
});

describe("the schedule", () => {
  it("has events whose day moved; new ones and ones that are gone are none", () => {
    const before = [
      anEvent(),
      anEvent({ id: "old" }),
      anEvent({ id: "release", date: "2020-12-08" }),
    ];
    const now = [anEvent({ date: "2020-11-19" }), anEvent({ id: "new" }), before[2] ?? anEvent()];
    const changes = between(
      { timeline: aTimeline({ events: before }) },
      { timeline: aTimeline({ events: now }) },
    );
    expect(changes.schedule).toEqual([
      { event: "code-freeze", title: "Code Freeze", from: "2020-11-12", to: "2020-11-19" },
    ]);
  });

  it("has instants that moved on their day; one that was not known before is none", () => {
    const at = (hour: string) => ({ instant: `2020-11-13T${hour}:00:00Z` });
    const before = [anEvent(at("01")), anEvent({ id: "test-freeze" })];
    const now = [anEvent(at("02")), anEvent({ id: "test-freeze", ...at("02") })];
    const changes = between(
      { timeline: aTimeline({ events: before }) },
      { timeline: aTimeline({ events: now }) },
    );
    expect(changes.schedule).toEqual([
      {
        event: "code-freeze",
        title: "Code Freeze",
        from: "2020-11-13T01:00:00Z",
        to: "2020-11-13T02:00:00Z",
      },
    ]);
  });

  it("is compared only where both reports have one", () => {
    expect(between({}, { timeline: aTimeline() }).schedule).toEqual([]);
    expect(between({ timeline: aTimeline() }, {}).schedule).toEqual([]);
  });
});

describe("the schedule, where an event moved to another day,", () => {
  it("says from which instant it holds now", () => {
    const instant = "2020-11-20T02:00:00Z";
    const before = aTimeline({ events: [anEvent({ instant: "2020-11-13T02:00:00Z" })] });
    const now = aTimeline({ events: [anEvent({ date: "2020-11-19", instant })] });
    expect(between({ timeline: before }, { timeline: now }).schedule).toMatchObject([
      { from: "2020-11-12", to: "2020-11-19", instant },
    ]);
  });
});

describe("jobs", () => {
  it("that stand otherwise, each on its own instance", () => {
    const failing = aJob({ state: "failing" });
    const elsewhere = aJob({ instance: "prow.cncf.io" });
    expect(between({ jobs: [aJob(), elsewhere] }, { jobs: [failing, elsewhere] }).jobs).toEqual([
      { job: failing, from: "passing" },
    ]);
    expect(between({}, { jobs: [failing] }).jobs).toEqual([]);
  });
});

it("counts what became of items", () => {
  const plan = aPlanOf([anItem(), anItem({ id: "b", title: "B", refs: [] })]);
  const since = { plan: aPlanOf([anItem()]), snapshot: aSnapshot({ workItems: [aWorkItem()] }) };
  const workItems = [aWorkItem({ state: "merged" })];
  const assessment = assessed({ plan, snapshot: aSnapshot({ workItems, asOf: today }), since });
  expect(namedValue(assessment, "changes.landed")).toBe(1);
  expect(namedValue(assessment, "changes.new")).toBe(1);
  expect(namedValue(assessment, "changes.slipped")).toBe(0);
});
