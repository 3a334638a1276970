/** Whether the goals will be met in time, what each still needs, and what would help. */
import type { AssessedKeyResult } from "../../domain/assessment.ts";
import type { Block, Inline } from "../../domain/deck.ts";
import type { Section } from "../contract.ts";
import { strong, text } from "../inlines.ts";
import { forecastSlide, isOpen } from "../risk/forecast.ts";
import { list, prose, slides } from "../slides.ts";
import type { View } from "../view.ts";

export const risks: Section = {
  kind: "risks",
  about: "How likely the goals are met by their freeze, and what would raise the odds most.",
  compose(view, setting) {
    const forecast = view.keyResults.filter(isOpen);
    const needing = view.keyResults.filter((one) => !isOpen(one) && missing(view, one) > 0);
    const [only, ...others] = needing;
    const label = "What the goals still need";
    return [
      ...forecast.flatMap(forecastSlide),
      ...slides({
        id: "risks",
        kicker: "Risks",
        title: setting.title ?? (only && others.length === 0 ? needs(view, only) : label),
        blocks: [
          ...needing.filter((one) => !canReach(view, one)).map((one) => alert(view, one)),
          ...list(needing.filter((one) => canReach(view, one)).map((one) => line(view, one))),
          ...prose(view, setting.text),
        ],
      }),
    ];
  },
};

/** Known of key results whose items add up to their goal; 0 for all others. */
function missing(view: View, { keyResult }: AssessedKeyResult): number {
  return Number(view.value(`${keyResult.id}.missing`) ?? 0);
}

/** `KR1 still needs 30 of 30 endpoints`. */
function needs(view: View, { keyResult: { id }, progress }: AssessedKeyResult): readonly Inline[] {
  return [
    text(`${id} still needs `),
    view.number(`${id}.missing`),
    text(" of "),
    view.number(`${id}.goal`),
    text(` ${progress.unit}`),
  ];
}

function line(view: View, assessed: AssessedKeyResult): readonly Inline[] {
  const { keyResult, progress } = assessed;
  const { id } = keyResult;
  return [
    strong(id),
    text(" still needs "),
    view.number(`${id}.missing`),
    text(` ${progress.unit}. Written or further: `),
    view.number(`${id}.inHand`),
    text(". "),
    ...reach(view, assessed),
  ];
}

function alert(view: View, assessed: AssessedKeyResult): Block {
  return { kind: "callout", tone: "bad", inlines: line(view, assessed) };
}

/** Whether the listed items would do at all. */
function canReach(view: View, { keyResult: { id }, progress: { goal } }: AssessedKeyResult) {
  return Number(view.value(`${id}.reachable`)) >= Number(goal);
}

function reach(view: View, assessed: AssessedKeyResult): readonly Inline[] {
  const { id } = assessed.keyResult;
  const most = view.number(`${id}.reachable`);
  const target = [text(" of "), view.number(`${id}.goal`)];
  if (!canReach(view, assessed))
    return [text("The listed items cannot reach the goal: at most "), most, ...target, text(".")];
  return [text("If all that is listed landed, it would be "), most, ...target, text(".")];
}
