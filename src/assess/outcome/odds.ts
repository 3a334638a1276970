/** What earlier reports said of each item, against what came by the freeze that they named. */
import { dayOf, daysBetween } from "../../calendar.ts";
import { isDone } from "../../domain/stage.ts";
import type { CalendarDate, Instant } from "../../domain/time.ts";
import type { Side } from "../changes/changes.ts";
import { entriesOf, type Entry } from "../changes/pairs.ts";
import { tracksOf, type End } from "./tracks.ts";

/** One item of one report. */
export interface OddsOutcome {
  readonly asOf: Instant;
  readonly title: string;
  /** To the last whole day before the freeze. */
  readonly daysLeft: number;
  readonly p: number;
  readonly isInTime: boolean;
}

/**
 * `series` is every report, the oldest first. The first one after the day that a forecast was made for
 * judges it, so that what landed late is not in time. What was a fact already, or not known, is left out.
 */
export function oddsOutcomes(series: readonly Side[]): readonly OddsOutcome[] {
  const said = series.flatMap((side) => entriesOf(side.objectives).flatMap(forecastIn));
  const days = [...new Set(said.map(({ lastDay }) => lastDay))].toSorted();
  return days.flatMap((lastDay) => outcomesBy(lastDay, series));
}

function outcomesBy(lastDay: CalendarDate, series: readonly Side[]): readonly OddsOutcome[] {
  const judge = series.findIndex(({ snapshot }) => dayOf(snapshot.asOf) > lastDay);
  if (judge === -1) return [];
  const { reports, endsOf } = tracksOf(series.slice(0, judge + 1));
  return reports.slice(0, -1).flatMap(({ side: { snapshot }, entries }) =>
    entries.flatMap((entry) => {
      const [said] = forecastIn(entry);
      if (said?.lastDay !== lastDay) return [];
      return {
        asOf: snapshot.asOf,
        title: entry.assessed.item.title,
        daysLeft: daysBetween(dayOf(snapshot.asOf), lastDay),
        p: said.p,
        isInTime: isDoneIn(endsOf(entry)),
      };
    }),
  );
}

/** All that an item became must be done. */
function isDoneIn(ends: readonly End[]): boolean {
  return ends.length > 0 && ends.every(({ entry }) => isDone(entry.assessed.stage));
}

function forecastIn({ assessed: { risk } }: Entry) {
  if (risk?.odds.p === undefined || risk.odds.basis === "fact") return [];
  return [{ lastDay: risk.lastDay, p: risk.odds.p }];
}
