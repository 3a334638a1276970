/** The committed example: whole in itself, and the same figures as the public files that it was taken from. */
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { snapshotSchema } from "../../../src/archive/schema.ts";
import { assess } from "../../../src/assess/assess.ts";
import { refKey } from "../../../src/domain/ref.ts";
import type { Snapshot } from "../../../src/domain/snapshot.ts";
import { parsePlan } from "../../../src/plan/parse-plan.ts";

const folder = new URL("../../../data/", import.meta.url);
const corpus = new URL("../../../../shared/corpus/", import.meta.url);
const names = readdirSync(new URL("snapshots/v1.20/", folder)).toSorted();

/** Each snapshot with the folder of the coverage export that it transcribes. */
const exports = [
  ["2020-09-25T080000Z.json", "2020-09-25_f1c885bd"],
  ["2020-10-22T080000Z.json", "2020-10-22_dba3b92a"],
  ["2020-11-23T080000Z.json", "2020-11-23_15446c46"],
] as const;

const october = "2020-10-22T080000Z.json";
const november = "2020-11-23T080000Z.json";

/** What the team's updates say, each statement that follows from data. */
const figures = [
  ["2020-09-25T080000Z.json", "KR1.written", 7],
  ["2020-09-25T080000Z.json", "KR1.maybe", 17],
  [october, "KR1.goal", 30],
  [october, "KR1.stretch", 40],
  [october, "KR1.landed", 0],
  [october, "KR1.written", 19],
  [october, "KR1.planned", 4],
  [october, "KR1.maybe", 10],
  [october, "KR1.blocked", 7],
  [october, "KR1.unlikely", 14],
  [october, "KR2.frontier", "1.15"],
  [october, "KR2.remaining.1.14", 5],
  [october, "KR2.ifLanded.frontier", "1.12"],
  [october, "KR2.ifLanded.firstDirty", "1.11"],
  [october, "release.codeFreeze", "2020-11-12"],
  [october, "release.testFreeze", "2020-11-23"],
  [october, "release.date", "2020-12-08"],
  [october, "jobs.failing", 1],
  [october, "jobs.passing", 1],
  [november, "KR1.landed", 24],
  [november, "KR1.counted", 24],
  [november, "KR2.frontier", "1.12"],
  [november, "KR2.remaining.1.11", 2],
  [november, "KR2.remaining.1.10", 5],
  [november, "KR4.current", 0],
  [november, "coverage.1.20.newConformant", 32],
  [november, "coverage.1.20.promoted", 8],
  [november, "coverage.1.20.percent", 62.92],
  [november, "coverage.newlyIneligible", 14],
] as const;

function readSnapshot(name: string): Snapshot {
  const text = readFileSync(new URL(`snapshots/v1.20/${name}`, folder), "utf8");
  return JSON.parse(text) as Snapshot;
}

function readSide(name: string) {
  const snapshot = readSnapshot(name);
  return { snapshot, plan: parsePlan(snapshot.plan.file, snapshot.plan.text) };
}

/** As `build` does it: each day since the one before. */
function assessOf(name: string) {
  const { plan, snapshot } = readSide(name);
  const before = names[names.indexOf(name) - 1];
  const since = before === undefined ? {} : { since: readSide(before) };
  return assess({ plan, snapshot, asOf: snapshot.asOf, ...since });
}

/**
 * Two items stand on one issue, and one pull request serves two key results: so do the updates. The
 * first two ask the room no question; what the second says of the calendar, the first said, too.
 */
const expectedNotices = [
  ["not-filled-in", "reconstructed"],
  ["not-filled-in", "not-updated", "reconstructed", "reference-shared"],
  ["reconstructed", "reference-shared"],
];

describe("the example", () => {
  it("holds the three snapshots that its documentation names", () => {
    expect(names).toEqual(exports.map(([name]) => name));
  });

  it("offers the plan that the newest snapshot was collected under", () => {
    const plan = readFileSync(new URL("plans/v1.20.yaml", folder), "utf8");
    expect(readSnapshot(names.at(-1) ?? "").plan).toEqual({ file: "v1.20.yaml", text: plan });
  });

  it.each(names)("%s: is named by its instant and each fact names a source it holds", (name) => {
    const snapshot = readSnapshot(name);
    const facts = [...snapshot.workItems, ...snapshot.jobs].map(({ source }) => source);
    const { coverage, timeline } = snapshot;
    const named = [
      ...facts,
      coverage?.source,
      coverage?.debtSource,
      coverage?.ineligibleSource,
      timeline?.source,
    ];
    expect(name).toBe(`${snapshot.asOf.replaceAll(":", "")}.json`);
    expect(new Set(named)).toEqual(new Set(snapshot.sources.map(({ id }) => id)));
  });

  it.each(names)("%s: passes its schema", (name) => {
    expect(snapshotSchema.parse(readSnapshot(name))).toEqual(readSnapshot(name));
  });

  it.each(names)("%s: has facts about every reference of its plan", (name) => {
    const { plan, snapshot } = readSide(name);
    const items = plan.objectives.flatMap(({ keyResults }) =>
      keyResults.flatMap(({ groups }) => groups.flatMap((group) => group.items)),
    );
    const refs = new Set(items.flatMap(({ refs, needs }) => [...refs, ...needs].map(refKey)));
    expect([...refs].toSorted()).toEqual(snapshot.workItems.map(({ ref }) => ref).toSorted());
  });

  it.each(figures)("%s: %s is %s", (name, number, expected) => {
    const { numbers } = assessOf(name);
    expect(numbers.find((candidate) => candidate.name === number)?.value).toBe(expected);
  });

  it.each(names)("%s: the narrative agrees with the data", (name) => {
    const { notices } = assessOf(name);
    const codes = new Set(notices.map(({ code }) => code));
    expect([...codes].toSorted()).toEqual(expectedNotices[names.indexOf(name)]);
  });
});

interface ProgressRow {
  readonly release: string;
  readonly total: Readonly<Record<string, number>>;
}

function readExport(source: string, file: string): unknown {
  return JSON.parse(readFileSync(new URL(`apisnoop/${source}/${file}`, corpus), "utf8"));
}

describe.skipIf(!existsSync(corpus))("the example against the public files", () => {
  it.each(exports)("%s: coverage is that of %s", (name, source) => {
    const rows = readExport(source, "conformance-progress.json") as readonly ProgressRow[];
    const expected = rows.map(({ release, total }) => ({
      release,
      endpoints: total["endpoints"],
      tested: total["tested"],
      new: total["new"],
      new_tested: total["new_tested"],
      new_with_tests: total["new_with_tests"],
      old_tested: total["old_tested"],
      still_untested: total["still_untested"],
    }));
    const found = readSnapshot(name).coverage?.releases.map((row) => ({
      release: `${row.release}.0`,
      endpoints: row.total,
      tested: row.tested,
      new: row.promoted,
      new_tested: row.newTested,
      new_with_tests: row.newWithTests,
      old_tested: row.oldTested,
      still_untested: row.stillUntested,
    }));
    expect(found).toEqual(expected);
  });

  it.each(exports)("%s: debt is that of %s", (name, source) => {
    const rows = readExport(source, "conformance-coverage-per-release.json") as readonly Record<
      string,
      unknown
    >[];
    const expected = rows.map((row) => [row["release"], row["new endpoints"], row["untested"]]);
    const debt = readSnapshot(name).coverage?.debt ?? [];
    const found = debt.map((row) => [`${row.release}.0`, row.promoted, row.untested]);
    expect(found).toEqual(expected);
  });

  it.each(exports)("%s: ineligible endpoints are those of %s", (name, source) => {
    const rows = readExport(source, "ineligible_endpoints.json") as readonly {
      readonly endpoint: string;
    }[];
    const expected = rows.map(({ endpoint }) => endpoint).toSorted();
    expect(readSnapshot(name).coverage?.ineligible).toEqual(expected);
  });

  it.each([
    ["2020-09-25T080000Z.json", "1.20@2020-09-25.md"],
    ["2020-10-22T080000Z.json", "1.20@2020-09-25.md"],
    ["2020-11-23T080000Z.json", "1.20@2020-11-16.md"],
  ])("%s: every date stands in the calendar %s", (name, revision) => {
    const document = readFileSync(new URL(`timelines/revisions/${revision}`, corpus), "utf8");
    const rows = document.replaceAll("**", "").split("\n");
    const missing = readSnapshot(name).timeline?.events.filter(
      ({ date, text = "" }) => !rows.some((row) => statesDate(row, text, date)),
    );
    expect(missing).toEqual([]);
  });
});

/** The row has the words and the day that the event quotes, and that day is the event's date. */
function statesDate(row: string, text: string, date: string): boolean {
  const [what = "", when = ""] = (text.split(";")[0] ?? "").split(": ");
  const day = new Date(`${when.replace(/^\w+,? /, "")} 2020 UTC`).toISOString().slice(0, 10);
  return row.startsWith(`| ${what} |`) && row.includes(`| ${when}`) && day === date;
}
