/** Real exports of APISnoop of five days, each figure against what was computed from them by hand-written formulas. */
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { checkSnapshot } from "../../../../../src/archive/schema.ts";
import { numberFamilies } from "../../../../../src/assess/numbers/registry.ts";
import { provenanceOf } from "../../../../../src/assess/provenance.ts";
import { apisnoop } from "../../../../../src/collect/coverage/apisnoop.ts";
import type { CoverageSnapshot, ReleaseDebt } from "../../../../../src/domain/facts.ts";
import { parseRelease } from "../../../../../src/domain/release.ts";
import type { Snapshot } from "../../../../../src/domain/snapshot.ts";
import { nodeFiles } from "../../../../../src/effects/files.ts";
import { cleanRun } from "../../../../../src/key-results/debt-runs.ts";
import { percentage } from "../../../../../src/key-results/percentage.ts";
import { collectedBy } from "../../../../builders/collecting.ts";
import { aPlan } from "../../../../builders/plan.ts";
import { aSnapshot } from "../../../../builders/snapshot.ts";

const corpus = new URL("../../../../../../shared/corpus/apisnoop/", import.meta.url).pathname;
const isThere = existsSync(corpus);

interface Expected {
  readonly progress: {
    readonly releases: number;
    readonly first: string;
    readonly last: string;
    readonly last_total: Readonly<Record<string, number>>;
    readonly coverage_pct_by_release: Readonly<Record<string, string>>;
    readonly new_conformant_in_last: number;
    readonly introduced_without_test_then_covered_in_last: number;
  };
  readonly coverage_per_release: {
    readonly last: string;
    readonly total_endpoints: number;
    readonly total_tested: number;
    readonly total_untested: number;
    readonly coverage_pct: string;
    readonly untested_by_release: Readonly<Record<string, number>>;
    readonly cleared_through_inclusive: string;
    readonly newest_release_with_debt: string | null;
  };
  readonly totals_agree: boolean;
  readonly ineligible: { readonly count: number; readonly keys: readonly string[] };
  readonly "conformance-endpoints.json"?: Readonly<Record<string, number>>;
  readonly "1.20.0.json"?: Readonly<Record<string, number | string>>;
}

function expectedOf(): Readonly<Record<string, Expected>> {
  if (!isThere) return {};
  const text = readFileSync(`${corpus}expected.json`, "utf8");
  return (JSON.parse(text) as { snapshots: Record<string, Expected> }).snapshots;
}

const minor = (text: string) => parseRelease(text) ?? text;
const byRelease = <Value>(values: Readonly<Record<string, Value>>) =>
  Object.fromEntries(Object.entries(values).map(([release, value]) => [minor(release), value]));

interface Export {
  readonly coverage: CoverageSnapshot;
  readonly snapshot: Snapshot;
  /** The value of a named number, as a deck or `explain` would show it. */
  readonly number: (name: string) => unknown;
}

async function load(name: string, last: string): Promise<Export> {
  const plan = aPlan({ release: last });
  const world = { files: nodeFiles, plan };
  const { facts, sources, notices } = await collectedBy(apisnoop, { folder: corpus + name }, world);
  const snapshot = aSnapshot({ ...facts, release: last, sources, notices });
  const { asOf } = snapshot;
  const outcome = { from: asOf, reports: 1, items: [], forecasts: [], schedule: [] };
  const context = { keyResults: [], snapshot, asOf, changes: undefined, outcome };
  const provenance = provenanceOf(sources);
  const numbers = numberFamilies.flatMap((family) => family.numbers({ ...context, provenance }));
  const values = new Map(numbers.map(({ name: key, value }) => [key, value]));
  if (facts.coverage === undefined) throw new Error("there is no coverage");
  return { coverage: facts.coverage, snapshot, number: (key) => values.get(key) };
}

/** What a file holds; undefined where the export has none of that name. */
function rawOf(name: string, file: string): unknown {
  const path = `${corpus}${name}/${file}`;
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : undefined;
}

const fixed = (value: unknown) => (typeof value === "number" ? value.toFixed(2) : value);
const sum = (rows: readonly ReleaseDebt[], key: "promoted" | "untested") =>
  rows.reduce((total, row) => total + row[key], 0);

/** The example of this repository was transcribed by hand from three of them. */
describe.skipIf(!isThere).each([
  ["2020-09-25T080000Z", "2020-09-25_f1c885bd"],
  ["2020-10-22T080000Z", "2020-10-22_dba3b92a"],
  ["2020-11-23T080000Z", "2020-11-23_15446c46"],
])("the example of %s", (snapshot, name) => {
  it("holds what is collected from its export", async () => {
    const file = new URL(`../../../../../data/snapshots/v1.20/${snapshot}.json`, import.meta.url);
    const { coverage } = JSON.parse(readFileSync(file, "utf8")) as Snapshot;
    expect((await load(name, "1.20")).coverage).toMatchObject({ ...coverage });
  });
});

describe.skipIf(!isThere).each(Object.entries(expectedOf()))("the export %s", (name, expected) => {
  const { progress, coverage_per_release: debt } = expected;
  const { "conformance-endpoints.json": listed, "1.20.0.json": audit } = expected;
  const last = minor(progress.last);
  const loading = isThere ? load(name, last) : undefined;
  const found = async () => (await loading) ?? expect.unreachable("the corpus is not here");

  it("makes a whole snapshot whose files agree", async () => {
    const { snapshot } = await found();
    expect(checkSnapshot(snapshot)).toHaveProperty("snapshot");
    const codes = snapshot.notices.map(({ code }) => code);
    expect(!codes.includes("coverage-disagrees")).toBe(expected.totals_agree);
    expect(new Set(codes)).toEqual(new Set(codes.length === 0 ? [] : ["coverage-part-missing"]));
  });

  it("has its releases, and the last one's figures", async () => {
    const { coverage, number } = await found();
    const releases = coverage.releases.map(({ release }) => release);
    const { first } = progress;
    expect([releases.length, releases[0], releases.at(-1)]).toEqual([
      progress.releases,
      minor(first),
      last,
    ]);
    const figure = (key: string) => number(`coverage.${last}.${key}`);
    expect({
      new: figure("promoted"),
      tested: figure("tested"),
      endpoints: figure("total"),
      new_tested: figure("newTested"),
      old_tested: figure("oldTested"),
      new_with_tests: figure("newWithTests"),
      still_untested: figure("stillUntested"),
    }).toEqual(progress.last_total);
    expect(figure("newConformant")).toBe(progress.new_conformant_in_last);
    expect(Number(figure("newTested")) - Number(figure("newWithTests"))).toBe(
      progress.introduced_without_test_then_covered_in_last,
    );
  });

  it("has the share of each release", async () => {
    const { coverage, number } = await found();
    const shares = coverage.releases.map(({ release }) => [
      release,
      fixed(number(`coverage.${release}.percent`)),
    ]);
    expect(Object.fromEntries(shares)).toEqual(byRelease(progress.coverage_pct_by_release));
  });

  it("has today's debt by release", async () => {
    const rows = (await found()).coverage.debt ?? [];
    const [total, untested] = [sum(rows, "promoted"), sum(rows, "untested")];
    const run = cleanRun(rows);
    expect(rows.at(-1)?.release).toBe(minor(debt.last));
    expect([total, total - untested, untested]).toEqual([
      debt.total_endpoints,
      debt.total_tested,
      debt.total_untested,
    ]);
    expect(fixed(percentage(total - untested, total))).toBe(debt.coverage_pct);
    const dirty = rows.filter((row) => row.untested > 0);
    expect(Object.fromEntries(dirty.map((row) => [row.release, row.untested]))).toEqual(
      byRelease(debt.untested_by_release),
    );
    expect(run.frontier).toBe(minor(debt.cleared_through_inclusive));
    const newest = debt.newest_release_with_debt;
    expect(run.firstDirty?.release).toBe(newest === null ? undefined : minor(newest));
  });

  it("has what is declared not to count", async () => {
    const { coverage, number } = await found();
    expect(number("coverage.ineligible")).toBe(expected.ineligible.count);
    expect(coverage.ineligible).toHaveLength(expected.ineligible.count);
    const [first = {}] =
      (rawOf(name, "ineligible_endpoints.json") as readonly object[] | undefined) ?? [];
    expect(Object.keys(first).toSorted()).toEqual(expected.ineligible.keys);
  });

  it("has its endpoints one by one, where it lists them", async () => {
    const { endpoints } = (await found()).coverage;
    const raw = rawOf(name, "conformance-endpoints.json") as
      readonly { tests: readonly unknown[] }[] | undefined;
    const figures = endpoints && {
      entries: endpoints.length,
      untested: endpoints.filter(({ tested }) => tested === undefined).length,
      tests_lists_holding_null: raw?.filter(({ tests }) => tests.includes(null)).length,
    };
    expect(figures).toEqual(listed);
  });

  it("has its categories, where it tells them", async () => {
    const { coverage, number } = await found();
    const { categories, releases } = coverage;
    const raw = rawOf(name, "1.20.0.json") as { endpoints: readonly unknown[] } | undefined;
    const figures = categories && {
      endpoints: raw?.endpoints.length,
      stable: categories.reduce((all, { total }) => all + total, 0),
      stable_conf_tested: categories.reduce((all, { tested }) => all + tested, 0),
      stable_eligible: releases.at(-1)?.total,
      stable_eligible_conf_tested: releases.at(-1)?.tested,
      stable_apps: number("coverage.category.apps.total"),
      stable_apps_conf_tested: number("coverage.category.apps.tested"),
      stable_apps_pct: fixed(number("coverage.category.apps.percent")),
    };
    expect(figures).toEqual(audit);
  });
});
