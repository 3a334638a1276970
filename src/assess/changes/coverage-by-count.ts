/** The split of a row's difference by what the rows count: all there is where exports list no endpoints. */
import type { ReleaseCoverage } from "../../domain/facts.ts";
import type { CoverageSplit, Declarations } from "./coverage-split.ts";

export interface Rows {
  readonly from: ReleaseCoverage;
  readonly to: ReleaseCoverage;
  readonly older: ReleaseCoverage | undefined;
}

/** As if every name that is newly declared had counted before, and none of them had been tested. */
export function splitByCount(rows: Rows, declared: Declarations | undefined): CoverageSplit {
  const { from, to } = rows;
  const promoted =
    from.promoted === undefined || to.promoted === undefined
      ? undefined
      : to.promoted - from.promoted;
  const ineligible = declared && declared.newlyEligible.length - declared.newlyIneligible.length;
  return {
    tested: { progress: progressOf(rows), ineligible: undefined },
    total: { promoted, ineligible },
  };
}

/** What the release itself tested. A change by one that only undoes the one before is none. */
function progressOf({ from, to, older }: Rows): number | undefined {
  const before = ownTested(from);
  const now = ownTested(to);
  if (before === undefined || now === undefined) return undefined;
  const cameBack = Math.abs(now - before) === 1 && older !== undefined && ownTested(older) === now;
  return cameBack ? 0 : now - before;
}

function ownTested({ oldTested, newTested }: ReleaseCoverage): number | undefined {
  return oldTested === undefined || newTested === undefined ? undefined : oldTested + newTested;
}
