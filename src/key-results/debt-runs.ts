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

/** The debt that is left after some of it is cleared; never below zero. */
export function afterClearing(
  debt: readonly ReleaseDebt[],
  clears: Readonly<Record<Release, number>>,
): readonly ReleaseDebt[] {
  return debt.map((row) => ({
    ...row,
    untested: Math.max(
      0,
      row.untested - (Object.hasOwn(clears, row.release) ? (clears[row.release] ?? 0) : 0),
    ),
  }));
}
