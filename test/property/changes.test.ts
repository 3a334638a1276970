/** Laws of what changed: work that lands is never lost, what was restated is never progress, parts add up. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { assess, type AssessInput } from "../../src/assess/assess.ts";
import { coverageChange } from "../../src/assess/changes/coverage.ts";
import { compose } from "../../src/compose/compose.ts";
import type { Assessment } from "../../src/domain/assessment.ts";
import type { ChangeCause } from "../../src/domain/changes.ts";
import type { CoverageSnapshot, WorkItem } from "../../src/domain/facts.ts";
import type { Contribution, Plan } from "../../src/domain/plan.ts";
import { refKey } from "../../src/domain/ref.ts";
import { anyItem, anyPlan, someRefs } from "../builders/any-plan.ts";
import { aPlanOf } from "../builders/assessment.ts";
import { inlinesOf } from "../builders/deck-text.ts";
import { aSnapshot } from "../builders/snapshot.ts";

type Report = NonNullable<AssessInput["since"]>;

const days = ["2020-09-25", "2020-10-08", "2020-10-22", "2020-11-23"];
const states = fc.array(fc.constantFrom("open", "closed", "merged"), {
  maxLength: someRefs.length,
});

function reportOf(plan: Plan, index: number, work: readonly WorkItem["state"][]): Report {
  const workItems = work.map((state, at): WorkItem => {
    const ref = refKey(someRefs[at] ?? { repo: "o/r", number: 9 });
    const url = `https://github.com/${ref.replace("#", "/pull/")}`;
    return { ref, kind: "pull-request", url, source: "deck", ...(state && { state }) };
  });
  const asOf = `${days[index]}T08:00:00Z`;
  return { plan, snapshot: aSnapshot({ asOf, release: plan.release, workItems }) };
}

function assessed(series: readonly Report[]): Assessment {
  const [now] = series.slice(-1);
  const past = series.slice(0, -1);
  const since = past.at(-1);
  if (now === undefined) throw new Error("there is no report");
  return assess({ ...now, asOf: now.snapshot.asOf, past, ...(since && { since }) });
}

/** The item as the facts alone have it, at its last step. */
function byFacts(one: Contribution): Contribution {
  const { override: _, ...item } = one;
  return {
    ...item,
    refs: item.refs.length === 0 ? someRefs.slice(0, 1) : item.refs,
    step: "promotion",
  };
}

/** The same item as another one that stands for it, or as two parts of it. */
function heirsOf(item: Contribution, parts: number): readonly Contribution[] {
  if (parts === 0) return [item];
  return Array.from({ length: parts }, (_, part) => ({
    ...item,
    id: `heir ${part} of ${item.id}`,
    title: `heir ${part} of ${item.title}`,
    replaces: [item.id],
  }));
}

const someItems = fc.uniqueArray(anyItem.map(byFacts), {
  minLength: 1,
  maxLength: 6,
  selector: ({ id }) => id,
});
const sums = { kind: "sum", settings: { goal: 10 } };
const allMerged = someRefs.map(() => "merged" as const);

test("work that lands is told as landed, and nothing of it as lost, whatever stands for what", () => {
  const given = fc.tuple(someItems, fc.array(fc.nat(2), { minLength: 6, maxLength: 6 }), states);
  fc.assert(
    fc.property(given, ([items, parts, before]) => {
      const heirs = items.flatMap((item, index) => heirsOf(item, parts[index] ?? 0));
      const then = reportOf(aPlanOf(items, sums), 0, before);
      const now = reportOf(aPlanOf(heirs, sums), 1, allMerged);
      const assessment = assessed([then, now]);
      const changes = known(assessment.changes);
      const kinds = new Set(changes.items.map(({ kind }) => kind));
      expect([...kinds].filter((kind) => kind !== "landed")).toEqual([]);
      const causes = changes.keyResults.flatMap((change) => change.causes);
      expect(causes.filter(({ kind }) => kind === "moved" || kind === "removed")).toEqual([]);
      expect(assessment.outcome.items.filter(({ missing = 0 }) => missing > 0)).toEqual([]);
    }),
  );
});

test("the causes of a sum's change add up to it, whatever people did to the plan", () => {
  const kinds = fc.constantFrom(sums, { kind: "checklist", settings: { goal: "all" } });
  const side = fc.tuple(fc.array(anyItem, { maxLength: 6 }), states);
  fc.assert(
    fc.property(side, side, kinds, ([items, then], [others, now], kind) => {
      const reports = [
        reportOf(aPlanOf(items, kind), 0, then),
        reportOf(aPlanOf(others, kind), 1, now),
      ];
      for (const { from, to, causes } of known(assessed(reports).changes).keyResults) {
        const sum = causes.reduce((total, { by }) => total + by, 0);
        expect(sum).toBeCloseTo(Number(to) - Number(from), 6);
      }
    }),
    { numRuns: 300 },
  );
});

const names = fc.subarray(["a", "b", "c", "d", "e", "f"]);
const count = fc.nat(500);
const row = fc.record({
  total: fc.integer({ min: 500, max: 1000 }),
  tested: count,
  promoted: count,
  newTested: count,
  oldTested: count,
});

/** An export whose last release is given; with or without what it counts by name. */
function exportUntil(...releases: readonly string[]): fc.Arbitrary<CoverageSnapshot> {
  const rows = fc.tuple(...releases.map((release) => row.map((one) => ({ release, ...one }))));
  const endpoint = fc.record({
    promoted: fc.constantFrom("1.9", ...releases),
    tested: fc.constantFrom("1.9", ...releases),
  });
  const listed = fc
    .tuple(names, fc.array(endpoint, { minLength: 6, maxLength: 6 }))
    .map(([all, ends]) => all.map((name, index) => ({ name, promoted: "1.9", ...ends[index] })));
  return fc
    .tuple(rows, names, fc.option(listed, { nil: undefined }))
    .map(([all, ineligible, endpoints]) => ({
      source: "deck",
      unit: "endpoints",
      releases: all,
      ineligible,
      ...(endpoints && { endpoints }),
    }));
}

function known<Change>(change: Change | undefined): Change {
  if (change === undefined) throw new Error("both exports have the row");
  return change;
}

test("a step of coverage is the sum of its parts, by names and by counts", () => {
  const until = exportUntil("1.19", "1.20");
  fc.assert(
    fc.property(until, until, fc.option(until, { nil: undefined }), (before, now, older) => {
      const change = coverageChange("1.20", { before, now, older });
      const { tested, total } = known(change);
      const { progress = 0, ineligible = 0, restated = 0 } = tested;
      expect(tested.from + progress + ineligible + restated).toBe(tested.to);
      const { promoted = 0 } = total;
      const rest = (total.ineligible ?? 0) + (total.restated ?? 0);
      expect(total.from + promoted + rest).toBe(total.to);
    }),
  );
});

test("a row of the past that was restated is never progress, and never work that was lost", () => {
  const plan = aPlanOf([], { kind: "share", settings: { goal: 60 } });
  const later = exportUntil("1.19", "1.20", "1.21");
  fc.assert(
    fc.property(exportUntil("1.19", "1.20"), later, (before, now) => {
      const [then, today] = [reportOf(plan, 0, []), reportOf(plan, 1, [])];
      const { changes, numbers } = assessed([
        { plan, snapshot: { ...then.snapshot, coverage: before } },
        { plan, snapshot: { ...today.snapshot, coverage: now } },
      ]);
      const { tested, total } = known(changes?.coverage);
      const none = { progress: 0, ineligible: 0 };
      expect(tested).toMatchObject({ ...none, restated: tested.to - tested.from });
      expect(total).toMatchObject({ promoted: 0, ineligible: 0, restated: total.to - total.from });
      const causes = changes?.keyResults.flatMap((one): readonly ChangeCause[] => one.causes) ?? [];
      expect(causes.filter(({ kind }) => kind !== "restated")).toEqual([]);
      expect(numbers.find(({ name }) => name === "coverage.newlyTested")?.value).toBe(0);
    }),
  );
});

test("any series of reports gives a retrospective that names only numbers that there are", () => {
  const report = fc.tuple(anyPlan, states);
  fc.assert(
    fc.property(fc.array(report, { minLength: 1, maxLength: 4 }), (reports) => {
      const series = reports.map(([plan, work], index) => reportOf(plan, index, work));
      const assessment = assessed(series);
      const { slides } = compose(assessment, { cut: "final" });
      expect(compose(assessed(structuredClone(series)), { cut: "final" }).slides).toEqual(slides);
      const known = new Set(assessment.numbers.map(({ name }) => name));
      const shown = slides.flatMap(inlinesOf).filter((inline) => inline.kind === "number");
      expect(shown.filter(({ name }) => !known.has(name))).toEqual([]);
      expect(assessment.outcome.reports).toBe(series.length);
    }),
    { numRuns: 60 },
  );
});
