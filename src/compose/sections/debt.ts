/** Old debt by the release that promoted it. */
import type { Block, Inline } from "../../domain/deck.ts";
import type { CoverageSnapshot } from "../../domain/facts.ts";
import type { Section } from "../contract.ts";
import { text } from "../inlines.ts";
import { prose, slides } from "../slides.ts";
import type { View } from "../view.ts";

export const debt: Section = {
  kind: "debt",
  about: "Untested work by the release that promoted it.",
  compose(view, setting) {
    const coverage = view.assessment.coverage;
    const hasRows = coverage?.debt !== undefined && coverage.debt.length > 0;
    return slides({
      id: "debt",
      kicker: "Technical debt",
      title: setting.title ?? titleOf(view, hasRows),
      blocks: [...(hasRows ? [chart(view, coverage)] : []), ...prose(view, setting.text)],
    });
  },
};

function debtKeyResults({ keyResults }: View) {
  return keyResults.filter(({ keyResult }) => keyResult.kind === "debt");
}

/** `Debt: clean back to 1.15; …`, as a key result about it says. */
function titleOf(view: View, hasRows: boolean): readonly Inline[] {
  const headline = debtKeyResults(view)[0]?.progress.statements[0];
  if (headline === undefined || !hasRows)
    return [text("Untested, by the release that promoted it")];
  return [text("Debt: "), ...view.clause(headline)];
}

function chart(view: View, { debt: rows = [], unit }: CoverageSnapshot): Block {
  const [first] = debtKeyResults(view);
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
        isMarked: release === first?.progress.goal,
      })),
    },
    description: `Untested by release: ${rows.map(({ release, untested }) => `${release} ${untested}`).join(", ")}`,
  };
}
