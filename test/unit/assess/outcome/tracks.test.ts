import { describe, expect, it } from "vitest";
import { tracksOf } from "../../../../src/assess/outcome/tracks.ts";
import type { Side } from "../../../../src/assess/changes/changes.ts";
import type { Contribution } from "../../../../src/domain/plan.ts";
import { anAssessedGroup, anAssessedItem } from "../../../builders/assessed.ts";
import { aKeyResult, anItem, anObjective, aPlan } from "../../../builders/plan.ts";
import { aSnapshot } from "../../../builders/snapshot.ts";

const days = ["2020-09-25", "2020-10-08", "2020-10-22", "2020-11-23"];
const score = { value: 0, computed: 0, formula: "" };

/** An item that is known by its id only. */
function item(id: string, replaces: readonly string[] = []): Contribution {
  return { ...anItem({ id, title: id, refs: [] }), replaces };
}

function report(items: readonly Contribution[], index: number): Side {
  const group = anAssessedGroup(items.map((one) => anAssessedItem("written", one)));
  const keyResult = aKeyResult();
  const progress = {
    unit: "endpoints",
    current: 0,
    currentName: "KR1.landed",
    goal: 30,
    score: 0,
    scoreFormula: "",
    subtotals: [],
    statements: [],
  };
  return {
    plan: aPlan(),
    snapshot: aSnapshot({ asOf: `${days[index]}T08:00:00Z` }),
    objectives: [
      {
        objective: anObjective(),
        score,
        keyResults: [{ keyResult, score, progress, groups: [group] }],
      },
    ],
  };
}

/** The items of each report; of each promise when it came, and what it is at last, with the day it was last seen. */
function check(reports: readonly (readonly Contribution[])[], expected: readonly string[]): void {
  const { tracks } = tracksOf(reports.map(report));
  const found = tracks.map(({ first, since, ends }) => {
    const last = ends.map(({ entry, seen, heir = "" }) =>
      `${entry.assessed.item.id} ${seen.slice(0, 10)} ${heir}`.trim(),
    );
    return `${first.assessed.item.id} ${since.slice(0, 10)}: ${last.join(", ")}`;
  });
  expect(found).toEqual(expected);
}

const [a, b] = [item("a"), item("b")];

describe("a promise", () => {
  it("is followed from the report that first has it", () => {
    check([[a], [a, b]], ["a 2020-09-25: a 2020-10-08", "b 2020-10-08: b 2020-10-08"]);
  });

  it("may become several, and these others again", () => {
    const [c, d] = [item("c", ["a"]), item("d", ["a"])];
    check([[a], [c, d]], ["a 2020-09-25: c 2020-10-08, d 2020-10-08"]);
    check([[a], [c, d], [c, item("e", ["d"])]], ["a 2020-09-25: c 2020-10-22, e 2020-10-22"]);
  });

  it("ends where it was seen last, as one of several too", () => {
    check([[a, b], [a]], ["a 2020-09-25: a 2020-10-08", "b 2020-09-25: b 2020-09-25"]);
    const [c, d] = [item("c", ["a"]), item("d", ["a"])];
    check([[a], [c, d], [c]], ["a 2020-09-25: c 2020-10-22, d 2020-10-08"]);
  });

  it("may come back", () => {
    check([[a], [], [a]], ["a 2020-09-25: a 2020-10-22"]);
  });

  it("may go on in an item that stands for others too", () => {
    const c = item("c", ["a", "b"]);
    check([[a, b], [c]], ["a 2020-09-25: c 2020-10-08", "b 2020-09-25: b 2020-09-25 c"]);
  });
});

it("finds the ends of an item of any report", () => {
  const { reports, endsOf } = tracksOf([[a], [item("c", ["a"])], [item("d", ["c"])]].map(report));
  const ends = reports.map(({ entries }) =>
    entries.flatMap(endsOf).map(({ entry }) => entry.assessed.item.id),
  );
  expect(ends).toEqual([["d"], ["d"], ["d"]]);
});
