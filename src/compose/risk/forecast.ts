/** The forecast of a key result: in a sentence whose numbers lead to their source, and on a slide of its own. */
import { longDate } from "../../calendar.ts";
import type { AssessedItem, AssessedKeyResult } from "../../domain/assessment.ts";
import { inPercent } from "../../domain/chance.ts";
import type { Inline, Slide } from "../../domain/deck.ts";
import type { Forecast, ItemRiskLevel, Lever } from "../../domain/risk.ts";
import { link, strong, text } from "../inlines.ts";
import { list, slides } from "../slides.ts";
import type { View } from "../view.ts";
import { count, riskStatus } from "../words.ts";
import { nextInlines } from "./next.ts";
import { oddsChart } from "./odds-chart.ts";

/** A key result of which something may still come, and where. */
export interface OpenKeyResult extends AssessedKeyResult {
  readonly forecast: Forecast;
}

export function isOpen(assessed: AssessedKeyResult): assessed is OpenKeyResult {
  return assessed.forecast !== undefined && openItems(assessed).length > 0;
}

export function openItems({ groups }: AssessedKeyResult): readonly AssessedItem[] {
  return groups.flatMap(({ items }) => items).filter(({ risk }) => risk !== undefined);
}

/** `▼ off track: most likely 14 by Test freeze, 23 November 2020 (8 in 10 chance: 0 to 26); chance of goal 30: 7 %, of stretch goal 40: under 1 in 20`. */
export function forecastSentence(view: View, assessed: OpenKeyResult): readonly Inline[] {
  const { keyResult, forecast } = assessed;
  const { id } = keyResult;
  const goal = [text("; chance of goal "), ...chance(view, id, ["goal", "pGoal"])];
  const stretch = [text(", of stretch goal "), ...chance(view, id, ["stretch", "pStretch"])];
  return [
    riskStatus(forecast.level),
    text(": "),
    ...end(view, assessed),
    ...goal,
    ...(forecast.stretch === undefined ? [] : stretch),
  ];
}

/** Where it may end, by when. */
function end(view: View, { keyResult: { id }, forecast }: OpenKeyResult): readonly Inline[] {
  const by = [
    text(" by "),
    link(forecast.freeze, view.assessment.timeline?.url),
    text(`, ${longDate(forecast.day)}`),
  ];
  if (forecast.p50 === undefined) return [...range(view, id), ...by, text(" (not all is known)")];
  const likely = [text("most likely "), view.number(`${id}.p50`), ...by];
  return [...likely, text(" (8 in 10 chance: "), ...range(view, id), text(")")];
}

function chance(
  view: View,
  id: string,
  [target, name]: readonly [string, string],
): readonly Inline[] {
  return [view.number(`${id}.${target}`), text(": "), view.number(`${id}.${name}`)];
}

function range(view: View, id: string): readonly Inline[] {
  return [view.number(`${id}.p10`), text(" to "), view.number(`${id}.p90`)];
}

/** One slide: the items on one scale of odds, what would help most. */
export function forecastSlide(assessed: OpenKeyResult): readonly Slide[] {
  const { keyResult, forecast } = assessed;
  return slides({
    id: `risks-${keyResult.id}`,
    kicker: `Risks: ${forecast.freeze}, ${longDate(forecast.day)}`,
    title: headline(assessed),
    blocks: [
      ...oddsChart(assessed),
      ...list(forecast.levers.map((one) => leverLine(forecast, one))),
    ],
  });
}

/** `KR1 off track: 0 of 8 items likely in time, 5 unlikely`. */
function headline(assessed: OpenKeyResult): string {
  const { keyResult, forecast } = assessed;
  const levels = openItems(assessed).map(({ risk }) => risk?.level);
  const likely = levels.filter((level) => level === "likely").length;
  const unlikely = levels.filter((level) => level !== undefined && hopeless.has(level)).length;
  const unknown = levels.filter((level) => level === "unknown").length;
  const track = forecast.level === "unknown" ? "" : ` ${forecast.level}`;
  const rest = [
    ...(unlikely === 0 ? [] : [`, ${unlikely} unlikely`]),
    ...(unknown === 0 ? [] : [`, ${unknown} not known`]),
  ].join("");
  return `${keyResult.id}${track}: ${likely} of ${count(levels.length, "item")} likely in time${rest}`;
}

const hopeless: ReadonlySet<ItemRiskLevel> = new Set(["unlikely", "cannot make it", "missed"]);

/** `ReplicationController: rebase it (author ann); goal 7 % → 9 %`. */
function leverLine({ goal }: Forecast, { item, next, step }: Lever): readonly Inline[] {
  const [from, to] = [goal.p ?? 0, (goal.p ?? 0) + step].map(inPercent);
  const gain = goal.p === undefined ? "" : `; goal ${from} → ${to}`;
  return [strong(`${item}: `), ...nextInlines(next), text(gain)];
}
