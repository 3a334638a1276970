/** How far back a series of releases is free of debt, in both senses that people use. */
import type { ReleaseDebt } from "../domain/facts.ts";
import { compareReleases, type Release } from "../domain/release.ts";

export interface CleanRun {
  /** The oldest release of the unbroken clean run from the newest down; undefined: the newest has debt. */
  readonly frontier: Release | undefined;
  /** The newest release that has debt, with how much; undefined: none has. */
  readonly firstDirty: ReleaseDebt | undefined;
  /** How many releases the clean run holds. */
  readonly length: number;
}

/** Rows newest first. */
export function newestFirst(debt: readonly ReleaseDebt[]): readonly ReleaseDebt[] {
  return debt.toSorted((left, right) => compareReleases(right.release, left.release));
}

export function cleanRun(debt: readonly ReleaseDebt[]): CleanRun {
  const rows = newestFirst(debt);
  const dirty = rows.findIndex((row) => row.untested > 0);
  const length = dirty === -1 ? rows.length : dirty;
  return { frontier: rows[length - 1]?.release, firstDirty: rows[length], length };
}

/** Share of the releases from the newest down to the goal that the clean run holds; undefined: there are none. */
export function cleanShare(debt: readonly ReleaseDebt[], goal: Release): number | undefined {
  const needed = debt.filter(({ release }) => compareReleases(release, goal) >= 0).length;
  return needed === 0 ? undefined : Math.min(1, cleanRun(debt).length / needed);
}

/** What clears debt, by release. */
export type Clears = Readonly<Record<Release, number>>;

/** The debt that is left after all of `clears`; never below zero. */
export function afterClearing(
  debt: readonly ReleaseDebt[],
  clears: readonly Clears[],
): readonly ReleaseDebt[] {
  return debt.map((row) => {
    const cleared = clears.reduce((sum, one) => sum + (one[row.release] ?? 0), 0);
    return { ...row, untested: Math.max(0, row.untested - cleared) };
  });
}
