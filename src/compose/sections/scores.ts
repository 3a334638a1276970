/** Objectives and key results with their scores, on one page. */
import type { AssessedKeyResult, AssessedObjective } from "../../domain/assessment.ts";
import type { Block, Row } from "../../domain/deck.ts";
import type { Section } from "../contract.ts";
import { joined, strong, text } from "../inlines.ts";
import { scoresTitle, setBy } from "../score-words.ts";
import { prose, slides } from "../slides.ts";
import type { View } from "../view.ts";

export const scores: Section = {
  kind: "scores",
  about: "The score of every objective and key result.",
  compose(view, setting) {
    return slides({
      id: "scores",
      title: setting.title ?? scoresTitle(view),
      blocks: [...table(view), ...prose(view, setting.text)],
    });
  },
};

function table(view: View): readonly Block[] {
  const rows = view.assessment.objectives.flatMap((objective) => [
    objectiveRow(view, objective),
    ...objective.keyResults.map((keyResult) => keyResultRow(view, keyResult)),
  ]);
  if (rows.length === 0) return [];
  const columns = [
    { title: "Objective and key result", align: "start", weight: 5 },
    { title: "Where it stands", align: "start", weight: 6 },
    { title: "Score", align: "end", weight: 1.6 },
  ] as const;
  return [{ kind: "table", columns, rows }];
}

function objectiveRow(view: View, { objective, score }: AssessedObjective): Row {
  return {
    role: "heading",
    cells: [[strong(objective.title)], setBy(score), [view.number(`${objective.id}.score`)]],
  };
}

function keyResultRow(view: View, { keyResult, progress, score }: AssessedKeyResult): Row {
  const [headline = []] = progress.statements;
  return {
    cells: [
      [strong(keyResult.id), text(` ${keyResult.title}`)],
      joined(
        [view.sentence(headline), setBy(score)].filter((part) => part.length > 0),
        "; ",
      ),
      [view.number(`${keyResult.id}.score`)],
    ],
  };
}
