/** How the coverage of the release moved from the first report to the last, restated history apart. */
import { longDate } from "../../calendar.ts";
import type { CoverageChange } from "../../domain/changes.ts";
import type { Block, Inline } from "../../domain/deck.ts";
import { historyBlocks } from "../changes/history.ts";
import type { Section } from "../contract.ts";
import { text } from "../inlines.ts";
import { list, prose, slides } from "../slides.ts";
import type { View } from "../view.ts";
import { signed } from "../words.ts";

export const cycleCoverage: Section = {
  kind: "cycle-coverage",
  about: "Retrospective: coverage from the first report to the last, restated history apart.",
  compose(view, setting) {
    const { coverage, from } = view.assessment.outcome;
    const told =
      coverage === undefined ? [] : [...list(lines(view, coverage)), ...restated(coverage)];
    return slides({
      id: "cycle-coverage",
      kicker: `Coverage since ${longDate(from.slice(0, 10))}`,
      title: setting.title ?? titleOf(view, coverage),
      blocks: [...told, ...prose(view, setting.text)],
    });
  },
};

/** Under a heading of its own: nobody worked for it. */
function restated(coverage: CoverageChange): readonly Block[] {
  const blocks = historyBlocks({ coverage });
  if (blocks.length === 0) return [];
  return [{ kind: "heading", inlines: [text("Restated after the fact")] }, ...blocks];
}

/** `1.20 went from 229 to 263 tested, +32 by its own tests`. */
function titleOf(view: View, coverage: CoverageChange | undefined): readonly Inline[] {
  if (coverage === undefined) return [text("Coverage over the cycle")];
  const { release, tested } = coverage;
  const own = tested.progress === undefined ? "" : `, ${signed(tested.progress)} by its own tests`;
  return [
    text(`${release} went from ${tested.from} to `),
    view.number(`coverage.${release}.tested`),
    text(` tested${own}`),
  ];
}

function lines(view: View, { release, total }: CoverageChange): readonly (readonly Inline[])[] {
  const parts = [
    [total.promoted, "promoted"],
    [total.ineligible, "by eligibility"],
    [total.restated, "restated"],
  ] as const;
  const told = parts.flatMap(([by = 0, words]) => (by === 0 ? [] : [`${signed(by)} ${words}`]));
  const split = told.length === 0 ? "" : `: ${told.join(", ")}`;
  return [
    [text(`Total: from ${total.from} to `), view.number(`coverage.${release}.total`), text(split)],
    [text("Tested share now: "), view.number(`coverage.${release}.percent`), text(" %")],
  ];
}
