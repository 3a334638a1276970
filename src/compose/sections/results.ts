/** What came of every objective and key result: goal, stretch goal, result, score. */
import { longDate } from "../../calendar.ts";
import type { AssessedKeyResult } from "../../domain/assessment.ts";
import type { Inline, Row } from "../../domain/deck.ts";
import type { Section } from "../contract.ts";
import { joined, text } from "../inlines.ts";
import { scoreTable } from "../score-table.ts";
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
      blocks: [
        ...scoreTable(view, columns, (assessed) => outcome(view, assessed)),
        ...prose(view, setting.text),
      ],
    });
  },
};

const columns = [
  { title: "Objective and key result", align: "start", weight: 3.8 },
  { title: "Goal", align: "end", weight: 1.3 },
  { title: "Stretch", align: "end", weight: 1.9 },
  { title: "Result", align: "start", weight: 5.4 },
  { title: "Score", align: "end", weight: 2 },
] as const;

/** Goal, stretch goal and result. */
function outcome(view: View, assessed: AssessedKeyResult): Row["cells"] {
  const { keyResult, progress, score } = assessed;
  const { id } = keyResult;
  const told = [
    ...progress.statements.map(view.sentence),
    earlierGoal(view, assessed),
    setBy(score),
  ];
  return [
    [view.number(`${id}.goal`)],
    progress.stretch === undefined ? [] : [view.number(`${id}.stretch`)],
    joined(
      told.filter((part) => part.length > 0),
      ". ",
    ),
  ];
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
