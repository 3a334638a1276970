/** Scores in a title, and who set one. */
import type { Score } from "../domain/assessment.ts";
import type { Inline } from "../domain/deck.ts";
import { joined, text } from "./inlines.ts";
import type { View } from "./view.ts";

/** How many scores a title can hold. */
const titleScores = 3;

/** `Objective scores: 0.5, 0.75`, in the order of the table. */
export function scoresTitle(view: View): readonly Inline[] {
  const { objectives } = view.assessment;
  if (objectives.length === 0 || objectives.length > titleScores) return [text("Objective scores")];
  const all = objectives.map(({ objective }) => [view.number(`${objective.id}.score`)]);
  return [
    text(all.length === 1 ? "Objective score: " : "Objective scores: "),
    ...joined(all, ", "),
  ];
}

/** `set by Ann: a change of direction`; nothing where the score was computed. */
export function setBy({ overriddenBy: by }: Score): readonly Inline[] {
  return by === undefined ? [] : [text(`set by ${by.who}: ${by.why}`)];
}
