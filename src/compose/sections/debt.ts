/** Old debt by the release that promoted it. */
import type { Block } from "../../domain/deck.ts";
import type { ReleaseDebt } from "../../domain/facts.ts";
import type { Section } from "../contract.ts";
import { text } from "../inlines.ts";
import { list, prose, slide } from "../slides.ts";
import type { View } from "../view.ts";
import { capitalizedStatement } from "../statements.ts";

export const debt: Section = {
  kind: "debt",
  about: "Untested work by the release that promoted it.",
  compose(view, setting) {
    const rows = view.assessment.coverage?.debt;
    if (rows === undefined || rows.length === 0) return [];
    const { unit } = view.assessment.coverage ?? { unit: "" };
    return [
      slide(
        "debt",
        setting.title ?? "Technical debt by release",
        [chart(view, rows, unit), ...list(sentences(view)), ...prose(view, setting)],
        "Technical debt",
      ),
    ];
  },
};

/** What the key results about debt say, else nothing. */
function sentences(view: View) {
  return view.assessment.objectives
    .flatMap(({ keyResults }) => keyResults)
    .filter(({ keyResult }) => keyResult.kind === "debt")
    .flatMap(({ keyResult, progress }) =>
      progress.statements.map((statement) => [
        text(`${keyResult.id}: `),
        ...view.statement(capitalizedStatement(statement)),
      ]),
    );
}

function chart(view: View, rows: readonly ReleaseDebt[], unit: string): Block {
  return {
    kind: "chart",
    chart: {
      kind: "columns",
      title: `Untested ${unit} by the release that promoted them`,
      unit,
      series: [{ label: "untested", tone: "bad" }],
      columns: rows.map(({ release, untested }) => ({
        label: release,
        values: [untested],
        top: String(untested),
        isMarked: release === goalOf(view),
      })),
    },
    description: `Untested by release: ${rows.map(({ release, untested }) => `${release} ${untested}`).join(", ")}`,
  };
}

/** The release back to which the debt is to be cleared, to be marked on the axis. */
function goalOf(view: View): string | undefined {
  const found = view.assessment.objectives
    .flatMap(({ keyResults }) => keyResults)
    .find(({ keyResult }) => keyResult.kind === "debt");
  return found === undefined ? undefined : String(found.progress.goal);
}
