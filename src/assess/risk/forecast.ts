/** Where a key result will be when its freeze comes, from the odds of its items. */
import { hoursBetween } from "../../calendar.ts";
import type { AssessedItem, Progress } from "../../domain/assessment.ts";
import type { Forecast, ForecastLevel, Odds, TargetChance } from "../../domain/risk.ts";
import { isDone } from "../../domain/stage.ts";
import type { Instant } from "../../domain/time.ts";
import { forecastKeyResult, type KeyResultForecast } from "../../forecast/key-result.ts";
import { keyResultLevel } from "../../forecast/level.ts";
import { changeSentence, decideNow, keyResultSentence } from "../../forecast/sentences.ts";
import { inTens, inUnits } from "../../forecast/words.ts";
import type { Freeze } from "./deadline.ts";
import { leversFor } from "./levers.ts";

export interface ForecastFacts {
  readonly asOf: Instant;
  readonly freeze: Freeze;
  readonly items: readonly AssessedItem[];
  readonly adds: (item: AssessedItem) => number;
  readonly progress: Progress;
  /** What the last report said. */
  readonly before: Forecast | undefined;
}

/** Undefined where the goal is no number, or it is not known how much of it is reached. */
export function forecastOf(facts: ForecastFacts): Forecast | undefined {
  const { items, adds, progress, freeze } = facts;
  const { current, goal, stretch } = progress;
  if (typeof goal !== "number" || current === undefined) return undefined;
  const base = items.filter(({ stage }) => isDone(stage)).reduce((sum, one) => sum + adds(one), 0);
  const targets = { goal, ...(typeof stretch === "number" ? { stretch } : {}) };
  const best = forecastKeyResult(base, chancesOf(facts, "most"), targets);
  const isKnown = items.every(({ risk }) => risk?.odds.least === risk?.odds.most);
  const worst = isKnown ? best : forecastKeyResult(base, chancesOf(facts, "least"), targets);
  const levels = levelsOf(worst, best, facts.before);
  return {
    freeze: freeze.event.title,
    day: freeze.event.date,
    base,
    most: best.most,
    p10: worst.low,
    p50: worst.median === best.median ? best.median : undefined,
    p90: best.high,
    goal: chanceOf(worst.goal, best.goal),
    ...(worst.stretch && best.stretch && { stretch: chanceOf(worst.stretch, best.stretch) }),
    ...levels,
    sentence: sentenceOf(facts, worst, { best, level: levels.level }),
    remarks: remarksOf(facts, best, levels.level),
    levers: leversFor({ base, goal, items, adds, pGoal: best.goal.p }),
  };
}

interface OpenChance {
  readonly adds: number;
  readonly p: number;
}

function chancesOf({ items, adds }: ForecastFacts, end: "least" | "most"): readonly OpenChance[] {
  return items.flatMap((item) =>
    item.risk === undefined ? [] : [{ adds: Math.max(0, adds(item)), p: item.risk.odds[end] }],
  );
}

/** Facts that are missing matter only where they change the answer by a point. */
function chanceOf(worst: KeyResultForecast["goal"], best: KeyResultForecast["goal"]): TargetChance {
  const p = best.p - worst.p < 0.01 ? best.p : undefined;
  return { value: best.value, p, canBeReached: best.canBeReached };
}

function levelsOf(
  worst: KeyResultForecast,
  best: KeyResultForecast,
  before: Forecast | undefined,
): Pick<Forecast, "level" | "computedLevel"> {
  const last =
    before === undefined || before.level === "unknown" || before.computedLevel === "unknown"
      ? undefined
      : { computed: before.computedLevel, shown: before.level };
  const [low, high] = [keyResultLevel(worst.goal.p, last), keyResultLevel(best.goal.p, last)];
  if (low.computed !== high.computed) return { level: "unknown", computedLevel: "unknown" };
  return { level: high.shown, computedLevel: high.computed };
}

function sentenceOf(
  { progress: { unit }, freeze }: ForecastFacts,
  worst: KeyResultForecast,
  { best, level }: { readonly best: KeyResultForecast; readonly level: ForecastLevel },
): string {
  const deadline = freeze.event.title;
  if (level !== "unknown" && worst.low === best.low && worst.high === best.high)
    return keyResultSentence(best, { unit, deadline }, level);
  const [from, to] = [worst.low, best.high].map(inUnits);
  const { value } = best.goal;
  return [
    `${inUnits(best.base)} of ${inUnits(value)} ${unit} are in.`,
    `From ${from} to ${to} by ${deadline}: too little is known of some items.`,
    best.goal.canBeReached
      ? `Goal ${inUnits(value)}: between ${inTens(worst.goal.p)} and ${inTens(best.goal.p)}.`
      : `It cannot reach the goal with the listed items (max ${inUnits(best.most)} of ${inUnits(value)}).`,
  ].join(" ");
}

/** What a reader should know beside the number. */
function remarksOf(
  { items, adds, before, asOf, freeze }: ForecastFacts,
  { goal }: KeyResultForecast,
  level: ForecastLevel,
): readonly string[] {
  const open = items.flatMap(({ risk, ...item }) => (risk === undefined ? [] : [{ risk, item }]));
  const change =
    before?.goal.p === undefined ? undefined : changeSentence(before.goal.p, goal.p, []);
  const isLate = hoursBetween(asOf, freeze.instant) < decideHours;
  const isQueued = open.some(({ item }) => item.stage === "ready");
  const oddsOf = (basis: Odds["basis"], are: string) => {
    const some = open.filter(({ risk }) => risk.odds.basis === basis);
    const weight = inUnits(some.reduce((sum, { item }) => sum + adds(item), 0));
    return some.length === 0 ? [] : [`Odds of +${weight} ${are}.`];
  };
  return [
    ...(change === undefined ? [] : [`The chance of the goal ${change}.`]),
    ...oddsOf("unknown", "are not known: the range runs from none of it to all"),
    ...oddsOf("little history", "rest on little history"),
    ...oddsOf("rough", "are rough: no pull request yet"),
    ...(isLate && level === "off track" && open.length > 0 && !isQueued ? [decideNow] : []),
  ];
}

/** So near to the freeze nothing new comes in. */
const decideHours = 72;
