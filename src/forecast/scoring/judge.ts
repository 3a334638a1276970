/** What the forecast and the simple rules said of the items of one table, and what came of them. */
import { known, numberIn, readCsv, type CsvText } from "../csv.ts";
import { curvesFrom, probabilityAt, type Curves } from "../curves.ts";
import type { RepoHistory } from "../history.ts";
import { bounded, forecastItem, nearestHorizon } from "../item.ts";
import { noCounts } from "../landmarks.ts";
import type { Gate } from "../prior.ts";
import { forecastPull } from "../pull.ts";
import { references, type Reference } from "../reference.ts";
import { nameOf, readTask, type ListedPull, type Tables } from "../tables.ts";
import { baseRate, conditionalCycleTime, cycleTimePercentile, cycleTimes } from "./rules.ts";
import type { Verdict } from "./verdict.ts";

/** Tables of one day before a release's freeze, with what came of the items. */
export interface PastTables extends Tables {
  /** repo, number, y: 1 for what was in time, else 0. Items that it lacks are not judged. */
  readonly answers: CsvText;
}

/** Throws a PlanError for tables that cannot be read. */
export function judge({ answers, ...tables }: PastTables): readonly Verdict[] {
  const { release, past, items } = readTask(tables);
  const came = new Map(
    readCsv(answers, ["repo", "number", "y"]).map((row) => [
      nameOf(row),
      known(numberIn(row, "y"), row, "y"),
    ]),
  );
  const referenceFor = references(past);
  const ask = rivalsOf(past.history);
  return items.flatMap((item) => {
    const outcome = came.get(`${item.repo}#${item.number}`);
    if (outcome === undefined) return [];
    const { daysLeft, chances } = ask(item, referenceFor(item));
    const facts = { release, isGated: item.gate !== "none", happened: outcome > 0 };
    return [{ ...facts, days: Math.round(daysLeft), chances }];
  });
}

/** Asks every rival about an item; what each needs of the history is looked up once. */
function rivalsOf(history: ReadonlyMap<string, RepoHistory>) {
  const known = new Map<string, Float64Array>();
  return (item: ListedPull, reference: Reference) => {
    const { repo, gate, now } = item;
    const { ageDays, daysLeft } = forecastItem(item, reference);
    const times = known.get(`${repo} ${now}`) ?? cycleTimes(history.get(repo), now);
    known.set(`${repo} ${now}`, times);
    const chances = {
      forecast: bounded(forecastPull(item, reference).p),
      "own base rate": bounded(baseRate(reference.own, nearestHorizon(daysLeft))),
      "conditional cycle time": bounded(conditionalCycleTime(times, ageDays, daysLeft)),
      "cycle-time percentile": bounded(cycleTimePercentile(times, ageDays, daysLeft)),
      "shipped tables only": bounded(probabilityAt(shippedCurves[gate], ageDays, daysLeft)),
    } satisfies Verdict["chances"];
    return { daysLeft, chances };
  };
}

/** What would be said of a repository of which nothing is known. */
const shippedCurves: Readonly<Record<Gate, Curves>> = {
  none: shippedFor("none"),
  "code-freeze": shippedFor("code-freeze"),
  "hard-gate": shippedFor("hard-gate"),
};

function shippedFor(gate: Gate): Curves {
  return curvesFrom({ gate, deadlines: 0, own: noCounts(), others: noCounts() });
}
