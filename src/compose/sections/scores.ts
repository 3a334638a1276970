/** Objectives and key results with their scores, on one page. */
import type { AssessedKeyResult } from "../../domain/assessment.ts";
import type { Inline } from "../../domain/deck.ts";
import type { Section } from "../contract.ts";
import { joined } from "../inlines.ts";
import { scoreTable } from "../score-table.ts";
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
      blocks: [
        ...scoreTable(view, columns, (assessed) => [standing(view, assessed)]),
        ...prose(view, setting.text),
      ],
    });
  },
};

const columns = [
  { title: "Objective and key result", align: "start", weight: 5 },
  { title: "Where it stands", align: "start", weight: 6 },
  { title: "Score", align: "end", weight: 1.6 },
] as const;

function standing(view: View, { progress, score }: AssessedKeyResult): readonly Inline[] {
  const [headline = []] = progress.statements;
  return joined(
    [view.sentence(headline), setBy(score)].filter((part) => part.length > 0),
    "; ",
  );
}
