/** Where the key results stood at an earlier report, in few figures. */
import type { AssessedKeyResult, HistoryKeyResult, HistoryPoint } from "../domain/assessment.ts";
import { isDone } from "../domain/stage.ts";
import { findKind } from "../key-results/registry.ts";
import type { Side } from "./changes/changes.ts";
import { keyResultsOf } from "./changes/scope.ts";

export function historyPoint({ snapshot, objectives }: Side): HistoryPoint {
  return { asOf: snapshot.asOf, keyResults: keyResultsOf(objectives).map(pointOf) };
}

function pointOf(assessed: AssessedKeyResult): HistoryKeyResult {
  const { keyResult, progress, forecast } = assessed;
  const { unit, current, goal, stretch, subtotals } = progress;
  return {
    id: keyResult.id,
    kind: keyResult.kind,
    unit,
    current,
    goal,
    ...(stretch === undefined ? {} : { stretch }),
    subtotals,
    landed: landedOf(assessed),
    ...(forecast === undefined ? {} : { forecast: oddsOf(forecast) }),
  };
}

function landedOf({ keyResult, groups }: AssessedKeyResult): number | undefined {
  const adds = findKind(keyResult.kind)?.adds;
  if (adds === undefined) return undefined;
  return groups
    .flatMap(({ items }) => items)
    .filter(({ stage }) => isDone(stage))
    .reduce((sum, item) => sum + adds(item), 0);
}

function oddsOf({ p10, p50, p90, goal }: NonNullable<AssessedKeyResult["forecast"]>) {
  return { p10, p50, p90, goal };
}
