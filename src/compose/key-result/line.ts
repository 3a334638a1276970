/** A key result in one line. */
import type { AssessedKeyResult } from "../../domain/assessment.ts";
import type { Inline } from "../../domain/deck.ts";
import { status, strong, text } from "../inlines.ts";
import type { View } from "../view.ts";
import { riskStatus } from "../words.ts";

/** `KR1 new endpoints: at risk. 0 of 30 endpoints landed, 19 written; most likely 24 by Test freeze, chance of the goal 40 %`. */
export function keyResultLine(view: View, assessed: AssessedKeyResult): readonly Inline[] {
  const { keyResult, progress } = assessed;
  const [headline = []] = progress.statements;
  return [
    strong(keyResult.id),
    text(` ${keyResult.title}: `),
    ...levelOf(view, assessed),
    text(". "),
    ...view.sentence(headline),
    ...outlook(view, assessed),
  ];
}

/** Without a forecast the score is all that is known of where it goes. */
function levelOf(view: View, { keyResult: { id }, forecast, score }: AssessedKeyResult) {
  if (forecast !== undefined) return [riskStatus(forecast.level)];
  if (score.value === 1) return [status("reached", "good")];
  return [text("score "), view.number(`${id}.score`)];
}

function outlook(view: View, { keyResult: { id }, forecast }: AssessedKeyResult) {
  if (forecast?.p50 === undefined) return [];
  const likely = [
    text("; most likely "),
    view.number(`${id}.p50`),
    text(` by ${forecast.freeze}, `),
  ];
  if (!forecast.goal.canBeReached) return [...likely, text("the goal is out of reach")];
  return [...likely, text("chance of the goal "), view.number(`${id}.pGoal`)];
}
