/** What came of every objective and key result: goal, stretch goal, result, score. */
import { longDate } from "../../calendar.ts";
import type { AssessedKeyResult, AssessedObjective } from "../../domain/assessment.ts";
import type { Block, Inline, Row } from "../../domain/deck.ts";
import type { Section } from "../contract.ts";
import { joined, strong, text } from "../inlines.ts";
import { scoresTitle, setBy } from "../score-words.ts";
import { prose, slides } from "../slides.ts";
import type { View } from "../view.ts";

export const results: Section = {
  kind: "results",
  about: "Retrospective: goal, stretch goal, result and score of every key result.",
  compose(view, setting) {
    return slides({
      id: "results",
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
    { title: "Objective and key result", align: "start", weight: 3.8 },
    { title: "Goal", align: "end", weight: 1.3 },
    { title: "Stretch", align: "end", weight: 1.9 },
    { title: "Result", align: "start", weight: 5.4 },
    { title: "Score", align: "end", weight: 2 },
  ] as const;
  return [{ kind: "table", columns, rows }];
}

function objectiveRow(view: View, { objective, score }: AssessedObjective): Row {
  return {
    role: "heading",
    cells: [
      [strong(objective.title)],
      [],
      [],
      setBy(score),
      [view.number(`${objective.id}.score`)],
    ],
  };
}

function keyResultRow(view: View, assessed: AssessedKeyResult): Row {
  const { keyResult, progress, score } = assessed;
  const { id } = keyResult;
  const told = [
    ...progress.statements.map(view.sentence),
    earlierGoal(view, assessed),
    setBy(score),
  ];
  return {
    cells: [
      [strong(id), text(` ${keyResult.title}`)],
      [view.number(`${id}.goal`)],
      progress.stretch === undefined ? [] : [view.number(`${id}.stretch`)],
      joined(
        told.filter((part) => part.length > 0),
        ". ",
      ),
      [view.number(`${id}.score`)],
    ],
  };
}

/** `The goal was 40 on 22 October 2020`: a score against a goal that was moved says less. */
function earlierGoal(view: View, { keyResult, progress }: AssessedKeyResult): readonly Inline[] {
  const other = view.assessment.history.findLast(({ keyResults }) =>
    keyResults.some(({ id, goal }) => id === keyResult.id && goal !== progress.goal),
  );
  const before = other?.keyResults.find(({ id }) => id === keyResult.id);
  if (other === undefined || before === undefined) return [];
  return [text(`The goal was ${before.goal} on ${longDate(other.asOf.slice(0, 10))}`)];
}
