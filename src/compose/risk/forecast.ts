/** The forecast of a key result: in a sentence whose numbers lead to their source, and on a slide of its own. */
import { longDate } from "../../calendar.ts";
import type { AssessedItem, AssessedKeyResult } from "../../domain/assessment.ts";
import { inPercent } from "../../domain/chance.ts";
import type { Inline, Slide } from "../../domain/deck.ts";
import type { Forecast, Lever } from "../../domain/risk.ts";
import { joined, strong, text } from "../inlines.ts";
import { list, slides } from "../slides.ts";
import type { View } from "../view.ts";
import { riskStatus } from "../words.ts";
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

/** `▼ off track: most likely 14 by Test freeze (8 in 10 chance: 0 to 26); goal 30: 7 %, stretch 40: under 1 in 20`. */
export function forecastSentence(view: View, assessed: OpenKeyResult): readonly Inline[] {
  const { keyResult, forecast } = assessed;
  const { id } = keyResult;
  const chances = [["goal", "pGoal"] as const, ...stretchOf(assessed)].map(([target, name]) => [
    text(`${target} `),
    view.number(`${id}.${target}`),
    text(": "),
    view.number(`${id}.${name}`),
  ]);
  const isKnown = forecast.p50 !== undefined;
  return [
    riskStatus(forecast.level),
    ...(isKnown
      ? [text(": most likely "), view.number(`${id}.p50`)]
      : [text(": not all is known")]),
    text(` by ${forecast.freeze} (${isKnown ? "8 in 10 chance: " : ""}`),
    ...range(view, id),
    text("); "),
    ...joined(chances, ", "),
  ];
}

function stretchOf({ forecast }: OpenKeyResult) {
  return forecast.stretch === undefined ? [] : [["stretch", "pStretch"] as const];
}

function range(view: View, id: string): readonly Inline[] {
  return [view.number(`${id}.p10`), text(" to "), view.number(`${id}.p90`)];
}

/** One slide: where it will most likely end, the items on one scale of odds, what would help most. */
export function forecastSlide(view: View, assessed: OpenKeyResult): readonly Slide[] {
  const { keyResult, forecast, progress } = assessed;
  const { id } = keyResult;
  const { p10, p90 } = forecast;
  const range = p10 === undefined || p90 === undefined ? "" : `; 8 in 10 chance: ${p10} to ${p90}`;
  return slides({
    id: `risks-${id}`,
    kicker: `Risks: ${progress.unit} by ${forecast.freeze}, ${longDate(forecast.day)}${range}`,
    title: headline(view, assessed),
    blocks: [
      ...oddsChart(assessed),
      ...list(forecast.levers.map((one) => leverLine(forecast, one))),
    ],
  });
}

/** `KR1 off track: most likely 14 of 30; goal: 7 %`, or what it lies between. */
function headline(view: View, { keyResult: { id }, forecast }: OpenKeyResult): readonly Inline[] {
  const of = [text(" of "), view.number(`${id}.goal`)];
  if (forecast.p50 === undefined)
    return [text(`${id}: `), ...range(view, id), ...of, text(", too little is known")];
  return [
    text(`${id} ${forecast.level}: most likely `),
    view.number(`${id}.p50`),
    ...of,
    text("; goal: "),
    view.number(`${id}.pGoal`),
  ];
}

/** `ReplicationController: rebase it (author ann); 7 % → 9 %`. */
function leverLine({ goal }: Forecast, { item, next, step }: Lever): readonly Inline[] {
  const [from, to] = [goal.p ?? 0, (goal.p ?? 0) + step].map(inPercent);
  const gain = goal.p === undefined ? "" : `; ${from} → ${to}`;
  return [strong(`${item}: `), ...nextInlines(next), text(gain)];
}
