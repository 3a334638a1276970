/**
 * The difference between two coverage snapshots, split before anyone calls it progress.
 * The history is rewritten by its source: see sources, "History is rewritten".
 */
import type { CoverageChange, RestatedRow } from "../../domain/assessment.ts";
import type { CoverageSnapshot, ReleaseCoverage } from "../../domain/facts.ts";
import type { Release } from "../../domain/release.ts";

/** `older` are the coverage snapshots before `before`, newest first: only they can show a flap. */
export function coverageChange(
  release: Release,
  before: CoverageSnapshot,
  now: CoverageSnapshot,
  older: readonly CoverageSnapshot[],
): CoverageChange | undefined {
  const from = rowOf(before, release);
  const to = rowOf(now, release);
  if (from === undefined || to === undefined) return undefined;
  const changed = restatedRows(release, before, now);
  const flaps = changed.filter((row) => isFlap(row, older[0]));
  const names = ineligibleChange(before, now);
  return {
    release,
    tested: testedChange(from, to),
    total: totalChange(from, to, names),
    restatedRows: changed.filter((row) => !flaps.includes(row)),
    flaps,
    ...names,
  };
}

function rowOf(coverage: CoverageSnapshot, release: Release): ReleaseCoverage | undefined {
  return coverage.releases.find((row) => row.release === release);
}

/** What the release itself tested is progress; what is left over was changed in earlier rows. */
function testedChange(from: ReleaseCoverage, to: ReleaseCoverage): CoverageChange["tested"] {
  const own = (row: ReleaseCoverage) => (row.oldTested ?? 0) + (row.newTested ?? 0);
  const progress = own(to) - own(from);
  return {
    from: from.tested,
    to: to.tested,
    progress,
    restated: to.tested - from.tested - progress,
  };
}

interface Names {
  readonly newlyIneligible: readonly string[];
  readonly newlyEligible: readonly string[];
}

function totalChange(
  from: ReleaseCoverage,
  to: ReleaseCoverage,
  names: Names,
): CoverageChange["total"] {
  const promoted = (to.promoted ?? 0) - (from.promoted ?? 0);
  const ineligible = names.newlyEligible.length - names.newlyIneligible.length;
  const restated = to.total - from.total - promoted - ineligible;
  return { from: from.total, to: to.total, promoted, ineligible, restated };
}

function ineligibleChange(before: CoverageSnapshot, now: CoverageSnapshot): Names {
  if (before.ineligible === undefined || now.ineligible === undefined) {
    return { newlyIneligible: [], newlyEligible: [] };
  }
  const old = new Set(before.ineligible);
  const current = new Set(now.ineligible);
  return {
    newlyIneligible: now.ineligible.filter((name) => !old.has(name)),
    newlyEligible: before.ineligible.filter((name) => !current.has(name)),
  };
}

/** Rows of releases before this one that say something else now. */
function restatedRows(
  release: Release,
  before: CoverageSnapshot,
  now: CoverageSnapshot,
): readonly RestatedRow[] {
  return now.releases.flatMap((row) => {
    const old = rowOf(before, row.release);
    if (old === undefined || row.release === release) return [];
    return (["tested", "total"] as const)
      .filter((field) => old[field] !== row[field])
      .map((field) => ({ release: row.release, field, from: old[field], to: row[field] }));
  });
}

/** A change by one that only undoes the change before it. */
function isFlap(
  { release, field, from, to }: RestatedRow,
  older: CoverageSnapshot | undefined,
): boolean {
  if (older === undefined || field === "untested" || Math.abs(to - from) !== 1) return false;
  return rowOf(older, release)?.[field] === to;
}
