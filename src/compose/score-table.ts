/** A table of all objectives and key results with their scores, and what a section tells of each between. */
import type { AssessedKeyResult, AssessedObjective } from "../domain/assessment.ts";
import type { Block, Column, Row } from "../domain/deck.ts";
import { strong, text } from "./inlines.ts";
import { setBy } from "./score-words.ts";
import type { View } from "./view.ts";

/**
 * The first column names, the last scores; `cellsOf` gives what stands between for a key result.
 * Nothing where the plan has no objective.
 */
export function scoreTable(
  view: View,
  columns: readonly Column[],
  cellsOf: (assessed: AssessedKeyResult) => Row["cells"],
): readonly Block[] {
  const { objectives } = view.assessment;
  if (objectives.length === 0) return [];
  const rows = objectives.flatMap((assessed) => [
    objectiveRow(view, assessed, columns.length),
    ...assessed.keyResults.map((one) => keyResultRow(view, one, cellsOf(one))),
  ]);
  return [{ kind: "table", columns, rows }];
}

/** Its words, if any, stand next to its score. */
function objectiveRow(view: View, { objective, score }: AssessedObjective, columns: number): Row {
  const between = Array.from({ length: columns - 3 }, () => []);
  return {
    role: "heading",
    cells: [
      [strong(objective.title)],
      ...between,
      setBy(score),
      [view.number(`${objective.id}.score`)],
    ],
  };
}

function keyResultRow(view: View, { keyResult }: AssessedKeyResult, between: Row["cells"]): Row {
  const { id, title } = keyResult;
  return { cells: [[strong(id), text(` ${title}`)], ...between, [view.number(`${id}.score`)]] };
}
