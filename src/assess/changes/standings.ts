/** How the sums of a key result's items by standing differ from the last report. */
import type { AssessedKeyResult } from "../../domain/assessment.ts";
import type { StandingsChange } from "../../domain/changes.ts";
import { standings } from "../../domain/stage.ts";

/** In the order of `standings`; of key results that are of the same kind still. */
export function standingsChanges(
  before: readonly AssessedKeyResult[],
  now: readonly AssessedKeyResult[],
): readonly StandingsChange[] {
  const old = new Map(before.map((one) => [one.keyResult.id, one]));
  return now.flatMap((to) => {
    const { id, kind } = to.keyResult;
    const from = old.get(id);
    if (from?.keyResult.kind !== kind) return [];
    const parts = partsOf(from, to);
    return parts.length === 0 ? [] : [{ keyResult: id, unit: to.progress.unit, parts }];
  });
}

function partsOf(before: AssessedKeyResult, now: AssessedKeyResult): StandingsChange["parts"] {
  return standings.flatMap((standing) => {
    const valueIn = ({ progress }: AssessedKeyResult) =>
      progress.subtotals.find((one) => one.standing === standing)?.value ?? 0;
    const from = valueIn(before);
    const to = valueIn(now);
    return from === to ? [] : [{ standing, from, to }];
  });
}
