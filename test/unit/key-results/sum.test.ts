import { describe, expect, it } from "vitest";
import { anAssessedGroup, anAssessedItem } from "../../builders/assessed.ts";
import { aGroup } from "../../builders/plan.ts";
import { measured, numberOf, sentences, valueOf } from "../../builders/measured.ts";
import { aCoverage, aRelease } from "../../builders/snapshot.ts";

/** The items of the October update. */
const groups = [
  anAssessedGroup([
    anAssessedItem("written", { title: "a", adds: 7 }),
    anAssessedItem("written", { title: "b", adds: 12 }),
    anAssessedItem("planned", { title: "c", adds: 4 }),
  ]),
  anAssessedGroup([
    anAssessedItem("written", { title: "d", adds: 4 }, "maybe"),
    anAssessedItem("written", { title: "e", adds: 6 }, "maybe"),
  ]),
  anAssessedGroup([anAssessedItem("blocked", { title: "f", adds: 7 })]),
  anAssessedGroup([
    anAssessedItem("blocked", { title: "g", adds: 7 }, "unlikely"),
    anAssessedItem("blocked", { title: "h", adds: 7 }, "unlikely"),
  ]),
];
const target = { unit: "endpoints", goal: 30, stretch: 40 };

describe("a sum", () => {
  const october = measured("sum", target, { groups });

  it.each([
    ["landed", 0],
    ["written", 19],
    ["planned", 4],
    ["maybe", 10],
    ["blocked", 7],
    ["unlikely", 14],
    ["soaking", 0],
    ["missing", 30],
    ["inHand", 19],
    ["reachable", 54],
  ])("%s is %d", (name, expected) => {
    expect(valueOf(october, name)).toBe(expected);
  });

  it("adds up what has landed, counted or not", () => {
    const { progress } = measured("sum", target, {
      groups: [
        anAssessedGroup([
          anAssessedItem("landed", { adds: 7 }),
          anAssessedItem("counted", { adds: 5 }),
          anAssessedItem("merged", { adds: 12 }),
        ]),
      ],
    });
    expect(progress).toMatchObject({ current: 12, currentName: "KR1.landed", score: 0.4 });
    expect(progress.subtotals).toEqual([
      { standing: "landed", value: 12 },
      { standing: "merged", value: 12 },
    ]);
  });

  it("goes from the surest word to the least and leaves empty ones out", () => {
    expect(october.progress.subtotals).toEqual([
      { standing: "written", value: 19 },
      { standing: "planned", value: 4 },
      { standing: "blocked", value: 7 },
      { standing: "maybe", value: 10 },
      { standing: "unlikely", value: 14 },
    ]);
  });

  it("says first what has landed and is in hand, then what else is listed", () => {
    expect(sentences(october)).toEqual([
      "0 of 30 endpoints landed, 19 written",
      "also listed: 4 planned, 7 blocked, 10 maybe, 14 unlikely",
    ]);
    expect(sentences(measured("sum", target))).toEqual(["0 of 30 endpoints landed"]);
  });

  it("misses nothing once the goal is passed", () => {
    const items = [anAssessedItem("landed", { adds: 45 })];
    const measurement = measured("sum", target, { groups: [anAssessedGroup(items)] });
    expect(valueOf(measurement, "missing")).toBe(0);
    expect(measurement.progress.score).toBe(1);
  });

  it("cannot reach with what was dropped, replaced or has slipped", () => {
    const gone = ["dropped", "replaced", "slipped"] as const;
    const items = [...gone.map((stage) => anAssessedItem(stage)), anAssessedItem("unknown")];
    const measurement = measured("sum", target, { groups: [anAssessedGroup(items)] });
    expect(valueOf(measurement, "reachable")).toBe(7);
  });

  it("traces each subtotal to its items and their sources", () => {
    const written = numberOf(october, "written");
    expect(written.inputs).toEqual([
      { label: "a", value: 7, url: "https://github.com/kubernetes/kubernetes/pull/1" },
      { label: "b", value: 12, url: "https://github.com/kubernetes/kubernetes/pull/1" },
    ]);
    expect(written.sources).toHaveLength(2);
    expect(written.formula).toBe('sum of what the items under "written" add');
  });

  it("takes an item that adds nothing for 0, and a goal of 0 for reached", () => {
    const nothing = anAssessedItem("written");
    const { adds: _, ...item } = nothing.item;
    const groupsOf = [anAssessedGroup([{ ...nothing, item }])];
    const measurement = measured("sum", { goal: 0 }, { groups: groupsOf });
    expect(measurement.progress).toMatchObject({ unit: "items", current: 0, score: 1 });
    expect(valueOf(measurement, "written")).toBe(0);
    expect(measured("sum", { goal: 0 }).progress.stretch).toBeUndefined();
  });

  it("may not hope for less than it promises", () => {
    expect(() => measured("sum", { goal: 30, stretch: 20 })).toThrow("below the goal");
  });
});

describe("a sum that the coverage counts as well", () => {
  const counting = { ...target, countedAs: "oldTested" };
  const landed = [anAssessedGroup([anAssessedItem("landed", { adds: 24 })])];

  function check(oldTested: number, expected: string): void {
    const coverage = aCoverage({ releases: [aRelease({ oldTested })] });
    const measurement = measured("sum", counting, { groups: landed, coverage });
    expect(valueOf(measurement, "counted")).toBe(oldTested);
    expect(sentences(measurement).at(-1)).toBe(expected);
  }

  it("agrees", () => {
    check(24, "the coverage shows the same +24");
  });

  it("differs", () => {
    check(5, "the coverage shows +5, the listed items add 24");
  });

  it("is not compared where the coverage does not say", () => {
    const coverage = aCoverage();
    const silent = measured("sum", counting, { groups: landed, coverage });
    expect(valueOf(silent, "counted")).toBeUndefined();
    expect(sentences(silent)).toEqual(["24 of 30 endpoints landed"]);
    const none = measured("sum", counting, { groups: landed });
    expect(none.numbers.map(({ name }) => name)).not.toContain("counted");
  });
});

describe("a sum of items of which some were not found out", () => {
  const from = { kind: "search", text: "is:pr" } as const;
  const unread = anAssessedItem("unknown", { id: "search is:pr" });
  const group = aGroup({ from, items: [unread.item] });
  const measurement = measured("sum", target, {
    groups: [...groups, anAssessedGroup([unread], { group })],
  });

  it("is not known, nor how far the goal is", () => {
    expect(measurement.progress).toMatchObject({ current: undefined, score: undefined });
    expect(measurement.progress.subtotals).toEqual([]);
    for (const name of ["landed", "written", "missing", "reachable"])
      expect(valueOf(measurement, name)).toBeUndefined();
  });
});
