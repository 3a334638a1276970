/** What earlier reports said would come, against what came. */
import type { AssessedKeyResult } from "../../domain/assessment.ts";
import type { ForecastOutcome, StandingOutcome } from "../../domain/outcome.ts";
import { standings } from "../../domain/stage.ts";
import { findKind } from "../../key-results/registry.ts";
import type { Entry } from "../changes/pairs.ts";
import { keyResultsOf } from "../changes/scope.ts";
import { amountOf, landedOf } from "./items.ts";
import type { Tracks } from "./tracks.ts";

/** By report, then by key result; of key results that still are of the same kind, and whose items add up. */
export function forecastOutcomes({ reports, endsOf }: Tracks): readonly ForecastOutcome[] {
  const now = reports.at(-1);
  const today = new Map(
    keyResultsOf(now?.side.objectives ?? []).map((one) => [one.keyResult.id, one]),
  );
  return reports.slice(0, -1).flatMap(({ side, entries }) =>
    keyResultsOf(side.objectives).flatMap((then) => {
      const { id } = then.keyResult;
      const own = entries.filter(({ keyResult }) => keyResult === id);
      const met = metOf(then, today.get(id));
      return met === undefined
        ? []
        : [{ asOf: side.snapshot.asOf, ...met, standings: standingsOf(own, endsOf) }];
    }),
  );
}

/** Undefined where there is nothing to compare. */
function metOf(
  then: AssessedKeyResult,
  now: AssessedKeyResult | undefined,
): Omit<ForecastOutcome, "asOf" | "standings"> | undefined {
  const { id, kind } = then.keyResult;
  if (now?.keyResult.kind !== kind || findKind(kind)?.adds === undefined) return undefined;
  const { current, unit } = now.progress;
  if (typeof current !== "number") return undefined;
  return { keyResult: id, unit, outcome: current, ...forecastIn(then) };
}

/** Not where too little was known for one. */
function forecastIn({ forecast }: AssessedKeyResult): Pick<ForecastOutcome, "forecast"> {
  if (forecast?.p50 === undefined) return {};
  const { p10, p50, p90, goal } = forecast;
  return { forecast: { p10, p50, p90, goal } };
}

function standingsOf(
  entries: readonly Entry[],
  endsOf: Tracks["endsOf"],
): readonly StandingOutcome[] {
  const under = Map.groupBy(entries, ({ assessed }) => assessed.standing);
  return standings.flatMap((standing) => {
    const found = under.get(standing);
    if (found === undefined) return [];
    const listed = found.reduce((sum, entry) => sum + (amountOf(entry) ?? 0), 0);
    return [{ standing, listed, landed: landedOf(found.flatMap(endsOf)) }];
  });
}
