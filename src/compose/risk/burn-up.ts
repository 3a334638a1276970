/** What had landed at each report, and where it may end: a slide for a key result that was reported before. */
import { shortDate } from "../../calendar.ts";
import type { BurnUpChart } from "../../domain/chart.ts";
import type { Block, Slide } from "../../domain/deck.ts";
import { strong, text } from "../inlines.ts";
import { slides } from "../slides.ts";
import type { View } from "../view.ts";
import type { OpenKeyResult } from "./forecast.ts";

/** Nothing at the first report, and where facts are missing. */
export function burnUpSlide(view: View, assessed: OpenKeyResult, kicker: string): readonly Slide[] {
  const { keyResult, progress } = assessed;
  const { id } = keyResult;
  return slides({
    id: `${id}-burn-up`,
    kicker,
    title: [
      strong(id),
      text(": most likely "),
      view.number(`${id}.p50`),
      text(" of "),
      view.number(`${id}.goal`),
      text(` ${progress.unit}, `),
      view.number(`${id}.landed`),
      text(" so far"),
    ],
    blocks: burnUp(view, assessed),
  });
}

function burnUp(view: View, { keyResult, progress, forecast }: OpenKeyResult): readonly Block[] {
  const { p10, p50, p90 } = forecast;
  const points = pointsOf(view, keyResult.id, forecast.base);
  if (points.length < 2 || p10 === undefined || p50 === undefined || p90 === undefined) return [];
  const { goal, stretch, freeze, day, base } = forecast;
  const marks = [
    { label: "goal", value: goal.value },
    ...(stretch === undefined ? [] : [{ label: "stretch", value: stretch.value }]),
  ];
  const told = points.map(({ date, value }) => `${shortDate(date)} ${value}`).join(", ");
  const chart: BurnUpChart = {
    kind: "burn-up",
    title: `Landed ${progress.unit} of ${keyResult.id}, and where they may end in 8 of 10 cases`,
    points,
    end: { date: day, label: freeze, low: Math.max(base, p10), middle: p50, high: p90 },
    marks,
  };
  const description = `Landed: ${told}; by ${freeze}, ${shortDate(day)}, most likely ${p50}, in 8 of 10 cases ${p10} to ${p90}; goal ${goal.value}`;
  return [{ kind: "chart", chart, description }];
}

/** Earlier reports of the release that told of it, then today. */
function pointsOf(view: View, id: string, base: number): BurnUpChart["points"] {
  const { history, asOf } = view.assessment;
  const earlier = history.flatMap(({ asOf: at, keyResults }) => {
    const value = keyResults.find((one) => one.id === id)?.landed;
    return value === undefined ? [] : [{ date: at.slice(0, 10), value }];
  });
  return [...earlier, { date: asOf.slice(0, 10), value: base }];
}
