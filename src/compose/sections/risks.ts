/** What each goal still needs, and from where it could come. */
import type { AssessedKeyResult } from "../../domain/assessment.ts";
import type { Inline } from "../../domain/deck.ts";
import type { Section } from "../contract.ts";
import { strong, text } from "../inlines.ts";
import { list, prose, slides } from "../slides.ts";
import type { View } from "../view.ts";

export const risks: Section = {
  kind: "risks",
  about: "What the goals still need and from where it could come.",
  compose(view, setting) {
    const [only, ...others] = view.keyResults.filter((one) => missing(view, one) > 0);
    const all = only === undefined ? [] : [only, ...others];
    const label = "What the goals still need";
    return slides({
      id: "risks",
      kicker: "Risks",
      title: setting.title ?? (only && others.length === 0 ? needs(view, only) : label),
      blocks: [...list(all.map((one) => line(view, one))), ...prose(view, setting.text)],
    });
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

/** Whether the listed items would do at all. */
function reach(
  view: View,
  { keyResult: { id }, progress: { goal } }: AssessedKeyResult,
): readonly Inline[] {
  const most = view.number(`${id}.reachable`);
  const target = [text(" of "), view.number(`${id}.goal`)];
  if (Number(view.value(`${id}.reachable`)) < Number(goal))
    return [text("The listed items cannot reach the goal: at most "), most, ...target, text(".")];
  return [text("If all that is listed landed, it would be "), most, ...target, text(".")];
}
