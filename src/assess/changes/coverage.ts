/**
 * The difference between two coverage snapshots, split before anyone calls it progress: the source
 * rewrites its history, by whole columns of cumulative figures and by ones that come and go.
 */
import type { CoverageChange, RestatedRow } from "../../domain/assessment.ts";
import type { CoverageSnapshot, ReleaseCoverage } from "../../domain/facts.ts";
import type { Release } from "../../domain/release.ts";
import { runsOf } from "./restated-runs.ts";

/** The coverage snapshots that are compared. */
export interface CoverageSides {
  readonly before: CoverageSnapshot;
  readonly now: CoverageSnapshot;
  /** The one before `before`: only it can show that a change came back. */
  readonly older: CoverageSnapshot | undefined;
}

/** Undefined where one of the two has no row of the release. */
export function coverageChange(release: Release, sides: CoverageSides): CoverageChange | undefined {
  const from = rowOf(sides.before, release);
  const to = rowOf(sides.now, release);
  if (from === undefined || to === undefined) return undefined;
  const changed = changedRows(sides).filter((row) => row.release !== release);
  const flaps = changed.filter((row) => isFlap(row, sides.older));
  const names = ineligibleChange(sides);
  return {
    release,
    tested: testedChange(from, to, rowOf(sides.older, release)),
    total: totalChange(from, to, names),
    restated: runsOf(
      sides.now.releases.map((row) => row.release),
      changed.filter((row) => !flaps.includes(row)),
    ),
    flaps,
    newlyIneligible: names?.newlyIneligible ?? [],
    newlyEligible: names?.newlyEligible ?? [],
  };
}

function rowOf(
  coverage: CoverageSnapshot | undefined,
  release: Release,
): ReleaseCoverage | undefined {
  return coverage?.releases.find((row) => row.release === release);
}

/** What the release itself tested is progress; what is left over was changed in earlier rows. */
function testedChange(
  from: ReleaseCoverage,
  to: ReleaseCoverage,
  older: ReleaseCoverage | undefined,
): CoverageChange["tested"] {
  const change = { from: from.tested, to: to.tested };
  const before = ownTested(from);
  const now = ownTested(to);
  if (before === undefined || now === undefined)
    return { ...change, progress: undefined, restated: undefined };
  const cameBack = Math.abs(now - before) === 1 && older !== undefined && ownTested(older) === now;
  const progress = cameBack ? 0 : now - before;
  return { ...change, progress, restated: to.tested - from.tested - progress };
}

function ownTested({ oldTested, newTested }: ReleaseCoverage): number | undefined {
  return oldTested === undefined || newTested === undefined ? undefined : oldTested + newTested;
}

interface Names {
  readonly newlyIneligible: readonly string[];
  readonly newlyEligible: readonly string[];
}

function totalChange(
  from: ReleaseCoverage,
  to: ReleaseCoverage,
  names: Names | undefined,
): CoverageChange["total"] {
  const promoted =
    from.promoted === undefined || to.promoted === undefined
      ? undefined
      : to.promoted - from.promoted;
  const ineligible = names && names.newlyEligible.length - names.newlyIneligible.length;
  const restated =
    promoted === undefined || ineligible === undefined
      ? undefined
      : to.total - from.total - promoted - ineligible;
  return { from: from.total, to: to.total, promoted, ineligible, restated };
}

function ineligibleChange({ before, now }: CoverageSides): Names | undefined {
  if (before.ineligible === undefined || now.ineligible === undefined) return undefined;
  const old = new Set(before.ineligible);
  const current = new Set(now.ineligible);
  return {
    newlyIneligible: now.ineligible.filter((name) => !old.has(name)),
    newlyEligible: before.ineligible.filter((name) => !current.has(name)),
  };
}

/** All figures that say something else now, release by release. */
function changedRows({ before, now }: CoverageSides): readonly RestatedRow[] {
  return now.releases.flatMap((row) => {
    const old = rowOf(before, row.release);
    if (old === undefined) return [];
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
  return Math.abs(to - from) === 1 && rowOf(older, release)?.[field] === to;
}
