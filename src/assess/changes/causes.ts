/** Why the figure of a key result changed, in parts that add up to the change. */
import type { AssessedKeyResult } from "../../domain/assessment.ts";
import type { ChangeCause, CoverageChange, KeyResultChange } from "../../domain/changes.ts";
import type { CoverageSnapshot } from "../../domain/facts.ts";
import { findKind } from "../../key-results/registry.ts";
import { itemCauses } from "./item-causes.ts";
import type { Tied } from "./pairs.ts";

export interface Sides {
  readonly before: readonly AssessedKeyResult[];
  readonly now: readonly AssessedKeyResult[];
  readonly tied: Tied;
  readonly coverage: CoverageChange | undefined;
  /** The newer export. */
  readonly export: CoverageSnapshot | undefined;
}

/** Of every key result whose figure differs. One of another kind is another one: its figures do not compare. */
export function keyResultChanges(sides: Sides): readonly KeyResultChange[] {
  const old = new Map(sides.before.map((one) => [one.keyResult.id, one]));
  return sides.now.flatMap((now) => {
    const { id, kind } = now.keyResult;
    const before = old.get(id);
    if (before?.keyResult.kind !== kind) return [];
    const from = before.progress.current;
    const to = now.progress.current;
    if (from === to) return [];
    return [{ keyResult: id, from, to, causes: causesOf(sides, from, now) }];
  });
}

function causesOf(
  { tied, coverage, export: newer }: Sides,
  from: number | string | undefined,
  { keyResult }: AssessedKeyResult,
): readonly ChangeCause[] {
  const kind = findKind(keyResult.kind);
  if (kind?.adds !== undefined) return itemCauses(keyResult.id, kind.adds, tied);
  if (kind?.kind !== "share" || typeof from !== "number") return [];
  if (coverage === undefined || newer === undefined) return [];
  const currentOn = (tested: number, total: number) => {
    const releases = newer.releases.map((row) =>
      row.release === coverage.release ? { ...row, tested, total } : row,
    );
    const facts = { asOf: "", groups: [], jobs: [], provenance: () => [] };
    const hypothetical = { ...facts, release: coverage.release, coverage: { ...newer, releases } };
    return kind.measure(keyResult, hypothetical).progress.current;
  };
  return shareCauses(from, coverage, currentOn);
}

/**
 * The share is measured on the older row with one cause after the other put in: first what was
 * restated, then what counts, then what was promoted, then what was tested. A share has no other way
 * to be split, as each part changes what the next is a part of.
 */
function shareCauses(
  from: number,
  { tested, total }: CoverageChange,
  currentOn: (tested: number, total: number) => number | string | undefined,
): readonly ChangeCause[] {
  if (tested.progress === undefined || total.promoted === undefined) return [];
  const older = { tested: tested.to - tested.progress, total: total.to - total.promoted };
  const { ineligible: lost = 0 } = total;
  const steps = [
    ["restated", older.tested - (tested.ineligible ?? 0), older.total - lost],
    ["eligibility", older.tested, older.total],
    ["promoted", older.tested, total.to],
    ["tested", tested.to, total.to],
  ] as const;
  const causes: ChangeCause[] = [];
  let last = from;
  for (const [kind, ...row] of steps) {
    const current = currentOn(...row);
    if (typeof current !== "number") return [];
    if (current !== last) causes.push({ kind, by: rounded(current - last) });
    last = current;
  }
  return causes;
}

/** Shares have two places; binary fractions leave dust. */
function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
