/** A key result in one line. */
import type { AssessedKeyResult } from "../../domain/assessment.ts";
import type { Inline } from "../../domain/deck.ts";
import type { ForecastLevel } from "../../domain/risk.ts";
import { status, strong, text } from "../inlines.ts";
import type { View } from "../view.ts";

/** `KR1 new endpoints: at risk. 0 of 30 endpoints landed, 19 written; most likely 24 by Test Freeze, chance of the goal 40 %`. */
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

const tones = {
  "on track": "good",
  "at risk": "warning",
  "off track": "bad",
  unknown: "warning",
} as const satisfies Record<ForecastLevel, unknown>;

/** Without a forecast the score is all that is known of where it goes. */
function levelOf(view: View, { keyResult: { id }, forecast, score }: AssessedKeyResult) {
  if (forecast !== undefined) return [status(forecast.level, tones[forecast.level])];
  if (score.value === 1) return [status("reached", "good")];
  return [text("score "), view.number(`${id}.score`)];
}

function outlook(view: View, { keyResult: { id }, forecast }: AssessedKeyResult) {
  if (forecast?.p50 === undefined) return [];
  return [
    text("; most likely "),
    view.number(`${id}.p50`),
    text(` by ${forecast.freeze}, chance of the goal `),
    view.number(`${id}.pGoal`),
  ];
}
