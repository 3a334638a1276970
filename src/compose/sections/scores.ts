/** Objectives and key results with their scores, on one page. */
import type { AssessedKeyResult, AssessedObjective } from "../../domain/assessment.ts";
import type { Inline, Row } from "../../domain/deck.ts";
import type { Section } from "../contract.ts";
import { joined, strong, text } from "../inlines.ts";
import { slide } from "../slides.ts";
import type { View } from "../view.ts";
import { capitalizedStatement } from "../statements.ts";

export const scores: Section = {
  kind: "scores",
  about: "The score of every objective and key result.",
  compose(view, setting) {
    const { objectives } = view.assessment;
    if (objectives.length === 0) return [];
    const rows = objectives.flatMap((objective) => [
      objectiveRow(view, objective),
      ...objective.keyResults.map((keyResult) => keyResultRow(view, keyResult)),
    ]);
    const columns = [
      { title: "Objective and key result", align: "start", weight: 5 },
      { title: "Where it stands", align: "start", weight: 6 },
      { title: "Score", align: "end", weight: 1.2 },
    ] as const;
    return [
      slide("scores", setting.title ?? "Objective scores", [{ kind: "table", columns, rows }]),
    ];
  },
};

function objectiveRow(view: View, { objective, score }: AssessedObjective): Row {
  const by = score.overriddenBy;
  const note = by === undefined ? [] : [text(`set by ${by.who}: ${by.why}`)];
  return {
    role: "heading",
    cells: [[strong(objective.title)], note, [view.number(`${objective.id}.score`)]],
  };
}

function keyResultRow(view: View, { keyResult, progress }: AssessedKeyResult): Row {
  return {
    cells: [
      [strong(keyResult.id), text(` ${keyResult.title}`)],
      statements(view, progress.statements),
      [view.number(`${keyResult.id}.score`)],
    ],
  };
}

function statements(
  view: View,
  [first]: AssessedKeyResult["progress"]["statements"],
): readonly Inline[] {
  return first === undefined ? [] : joined([view.statement(capitalizedStatement(first))], ". ");
}
