/** One sentence for each number of a forecast: what it is and on what it rests. */
import type { Basis, ItemForecast } from "./item.ts";
import type { KeyResultForecast } from "./key-result.ts";
import type { KeyResultLevel } from "./level.ts";
import { priorWeight } from "./prior.ts";
import { inPercent } from "../domain/chance.ts";
import { capitalized, inTens, inTensRange, inUnits } from "./words.ts";

/** `About 6 in 10: of 112 pull requests as old as this one, open 14 days before the last 6 freezes, 65 merged in time.` */
export function itemSentence(forecast: ItemForecast): string {
  return `${capitalized(chanceIn(forecast))}${reasonFor(forecast.basis)}${stateIn(forecast)}.`;
}

/** Where little is known a range: a single number would be a false one. */
function chanceIn({ p, basis }: ItemForecast): string {
  return basis.kind === "own history"
    ? `about ${inTens(p)}`
    : inTensRange(p, basis.open + priorWeight);
}

function reasonFor(basis: Basis): string {
  const { kind, open, merged } = basis;
  switch (kind) {
    case "own history":
      return `: of ${open} pull requests as old as this one, ${whereCounted(basis)}, ${merged} merged in time`;
    case "thin":
      return `, little history: mostly from reference projects (only ${open} similar ${open === 1 ? "case" : "cases"} here)`;
    case "reference projects":
      return ", little history: from reference projects only (no similar case here)";
  }
}

function whereCounted({ gate, days, deadlines }: Basis): string {
  const length = `${days} ${days === 1 ? "day" : "days"}`;
  if (gate === "none") return `watched for ${length} within the last two years`;
  return `open ${length} before the last ${deadlines === 1 ? "freeze" : `${deadlines} freezes`}`;
}

function stateIn({ p, unseen }: ItemForecast): string {
  if (Math.abs(p - unseen) < 0.05) return "";
  return p > unseen ? "; its state makes it likelier" : "; its state makes it less likely";
}

/** What a key result is called in its sentences. */
export interface KeyResultWords {
  readonly unit: string;
  /** The freeze that binds it: `Test Freeze`. */
  readonly deadline: string;
}

/** `7 of 30 endpoints are in. Most likely 14 by Test Freeze (8 in 10 chance: 7 to 26). Goal 30: about 1 in 16. Off track.` */
export function keyResultSentence(
  forecast: KeyResultForecast,
  { unit, deadline }: KeyResultWords,
  level: KeyResultLevel,
): string {
  const { base, median, low, high, goal } = forecast;
  const [now, likely, from, to] = [base, median, low, high].map(inUnits);
  return [
    `${now} of ${inUnits(goal.value)} ${unit} are in.`,
    `Most likely ${likely} by ${deadline} (8 in 10 chance: ${from} to ${to}).`,
    goalSentence(forecast),
    `${capitalized(level)}.`,
  ].join(" ");
}

function goalSentence({ goal, most }: KeyResultForecast): string {
  const value = inUnits(goal.value);
  if (goal.p === 1) return `Goal ${value} is reached.`;
  if (goal.canBeReached) return `Goal ${value}: about ${inTens(goal.p)}.`;
  return `It cannot reach the goal with the listed items (max ${inUnits(most)} of ${value}).`;
}

/** What to decide when the goal is off track with less than three days left and nothing waits in the queue. */
export const decideNow = "Decide now: exception or next release.";

/** What a lever would do, in the words of whoever would pull it. */
export interface LeverWords {
  /** `an approval on #95503`. */
  readonly action: string;
  /** `+12, needs 14 days' soak after merging`. */
  readonly note: string;
  readonly goal: number;
  readonly pGoal: number;
  readonly step: number;
  readonly settled: number;
}

/** `Next: an approval on #95503 (+12), which would lift the chance for goal 30 from 6 % to 9 %; settled: 12 %.` */
export function leverSentence(words: LeverWords): string {
  const { action, note, goal, pGoal, step, settled } = words;
  const [from, to, most] = [pGoal, pGoal + step, pGoal + settled].map(inPercent);
  return `Next: ${action} (${note}), which would lift the chance for goal ${inUnits(goal)} from ${from} to ${to}; settled: ${most}.`;
}

/** `was 1 in 5 in the last report; #95713 merged, #95503 idle for 9 days`; undefined where nothing moved. */
export function changeSentence(
  before: number,
  now: number,
  reasons: readonly string[],
): string | undefined {
  if (Math.abs(now - before) < 0.05 && reasons.length === 0) return undefined;
  return [`was ${inTens(before)} in the last report`, reasons.join(", ")]
    .filter((part) => part !== "")
    .join("; ");
}
