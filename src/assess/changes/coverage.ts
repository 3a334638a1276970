/**
 * The difference between two coverage snapshots, split before anyone calls it progress: the source
 * rewrites its history, by whole columns of cumulative figures and by ones that come and go.
 */
import type { CoverageChange, RestatedRow } from "../../domain/changes.ts";
import type { CoverageSnapshot, ReleaseCoverage } from "../../domain/facts.ts";
import type { Release } from "../../domain/release.ts";
import { splitByCount, type Rows } from "./coverage-by-count.ts";
import { splitByName } from "./coverage-by-name.ts";
import type { CoverageSides, CoverageSplit, Declarations } from "./coverage-split.ts";
import { runsOf } from "./restated-runs.ts";

/** Undefined where one of the two has no row of the release. The exports are for the caller to name. */
export function coverageChange(release: Release, sides: CoverageSides): CoverageChange | undefined {
  const from = rowOf(sides.before, release);
  const to = rowOf(sides.now, release);
  if (from === undefined || to === undefined) return undefined;
  const isClosed = sides.now.releases.at(-1)?.release !== release;
  const changed = changedRows(sides).filter((row) => row.release !== release);
  const flaps = changed.filter((row) => isFlap(row, sides.older));
  const declared = declarations(sides);
  const rows = { from, to, older: rowOf(sides.older, release) };
  const split = isClosed
    ? wholeRestated
    : (splitByName(release, sides) ?? splitByCount(rows, declared));
  return {
    release,
    exports: {},
    isClosed,
    ...splitRow(rows, split),
    restated: runsOf(
      sides.now.releases.map((row) => row.release),
      changed.filter((row) => !flaps.includes(row)),
    ),
    flaps,
    ...(declared ?? undeclared),
    ...(split.names && { names: split.names }),
  };
}

/** Once the source has begun with the next release, a row tells of the past, and a past that changes was rewritten. */
const wholeRestated: CoverageSplit = {
  tested: { progress: 0, ineligible: 0 },
  total: { promoted: 0, ineligible: 0 },
};

const undeclared: Declarations = { newlyIneligible: [], newlyEligible: [] };

function rowOf(
  coverage: CoverageSnapshot | undefined,
  release: Release,
): ReleaseCoverage | undefined {
  return coverage?.releases.find((row) => row.release === release);
}

/** Whatever the split does not explain was restated. */
function splitRow(
  { from, to }: Rows,
  { tested, total }: CoverageSplit,
): Pick<CoverageChange, "tested" | "total"> {
  const { progress, ineligible = 0 } = tested;
  return {
    tested: {
      from: from.tested,
      to: to.tested,
      ...tested,
      restated:
        progress === undefined ? undefined : to.tested - from.tested - progress - ineligible,
    },
    total: {
      from: from.total,
      to: to.total,
      ...total,
      restated:
        total.promoted === undefined || total.ineligible === undefined
          ? undefined
          : to.total - from.total - total.promoted - total.ineligible,
    },
  };
}

function declarations({ before, now }: CoverageSides): Declarations | undefined {
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
