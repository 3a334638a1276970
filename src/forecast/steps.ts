/**
 * Work that passes several steps, each followed by a soak: done in time only if all of it fits. Day by
 * day: a step that is merged on a day leaves the rest of the days to those after it.
 */
import { valueAt } from "./points.ts";
import { freshlyOpened, issueStage } from "./prior.ts";

/** P(done within so many days from now); never falls, 0 before now. */
export type Reach = (days: number) => number;

/** A step that begins `waitDays` after the one before is done. */
export interface LaterStep {
  readonly waitDays: number;
  /** Counted from its beginning. */
  readonly reach: Reach;
}

/** A step whose pull request is opened when it begins. */
export const freshPull: Reach = (days) => (days < 0 ? 0 : valueAt(freshlyOpened, days));

/** Work of which there is only an issue: until a first pull request is merged. */
export const issueOnly: Reach = (days) =>
  issueStage.merged * Math.min(1, Math.max(0, days / issueStage.days));

/** What is done already: a merged step that soaks, or the end of a last soak. */
export const done: Reach = (days) => (days < 0 ? 0 : 1);

/** From then on no step's probability rises any more: see `prior.ts`. */
const flatDays = 60;

/** The whole path: `begin`, then each of `later` in their order. */
export function throughSteps(begin: Reach, later: readonly LaterStep[]): Reach {
  // Waits are fixed: what is left without them is all that chance has to do with.
  const waitDays = later.reduce((sum, step) => sum + step.waitDays, 0);
  const reaches = later.map(({ reach }) => reach);
  return (days) => {
    const spare = Math.min(days - waitDays, flatDays * (later.length + 1));
    if (spare < 0) return 0;
    const whole = Math.floor(spare);
    const first = Array.from({ length: whole + 2 }, (_, day) => begin(day));
    const byDay = reaches.reduce<readonly number[]>(afterStep, first);
    const [low = 0, high = 0] = byDay.slice(whole);
    return low + (high - low) * (spare - whole);
  };
}

/** From P(step before done by day) to P(this step done by day). */
function afterStep(before: readonly number[], reach: Reach): readonly number[] {
  const onDay = before.map((p, day) => p - (before[day - 1] ?? 0));
  const byDays = before.map((_, days) => reach(days));
  return before.map((_, day) => {
    let sum = 0;
    for (let start = 0; start <= day; start += 1)
      sum += (onDay[start] ?? 0) * (byDays[day - start] ?? 0);
    return sum;
  });
}

/**
 * The last whole day from now on which the step before may still be done with even odds for the rest;
 * undefined where that has passed.
 */
export function lastEvenDay(daysLeft: number, later: readonly LaterStep[]): number | undefined {
  const rest = throughSteps(done, later);
  const isEven = (day: number) => rest(daysLeft - day) >= 0.5;
  if (daysLeft < 0 || !isEven(0)) return undefined;
  let [even, late] = [0, Math.floor(daysLeft) + 1];
  while (late - even > 1) {
    const middle = Math.floor((even + late) / 2);
    if (isEven(middle)) even = middle;
    else late = middle;
  }
  return even;
}
