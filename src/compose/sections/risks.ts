/** What each goal still needs, and from where it could come. */
import type { AssessedKeyResult } from "../../domain/assessment.ts";
import type { Inline } from "../../domain/deck.ts";
import type { Standing } from "../../domain/stage.ts";
import type { Section } from "../contract.ts";
import { strong, text } from "../inlines.ts";
import { list, prose, slide } from "../slides.ts";
import type { View } from "../view.ts";

/** On its way: somebody wrote it already. */
const inHand: readonly Standing[] = ["soaking", "merged", "ready", "written"];
/** Could still come, and is not written. */
const open: readonly Standing[] = [
  "planned",
  "maybe",
  "blocked",
  "unlikely",
  "excepted",
  "unknown",
];

export const risks: Section = {
  kind: "risks",
  about: "What the goals still need and from where it could come.",
  compose(view, setting) {
    const lines = view.assessment.objectives
      .flatMap(({ keyResults }) => keyResults)
      .flatMap((assessed) => riskLine(view, assessed));
    const own = prose(view, setting);
    if (lines.length === 0 && own.length === 0) return [];
    return [
      slide(
        "risks",
        setting.title ?? "What the goals still need",
        [...list(lines), ...own],
        "Risks",
      ),
    ];
  },
};

function riskLine(view: View, assessed: AssessedKeyResult): readonly (readonly Inline[])[] {
  const { keyResult, progress } = assessed;
  const { current, goal, unit } = progress;
  if (typeof goal !== "number" || typeof current !== "number" || current >= goal) return [];
  if (progress.subtotals.length === 0) return [];
  const missing = goal - current;
  const written = sum(assessed, inHand);
  const gap = Math.max(0, missing - written);
  const parts = shares(view, assessed, open);
  const rest: readonly Inline[] =
    gap === 0
      ? [text("enough if all of it lands.")]
      : parts.length === 0
        ? [text(`the other ${gap} cannot come from the listed items.`)]
        : [text(`the other ${gap} must come from `), ...parts, text(".")];
  return [
    [
      strong(keyResult.id),
      text(` misses ${missing} of ${goal} ${unit}: ${written} are written or further, `),
      ...rest,
    ],
  ];
}

function sum({ progress }: AssessedKeyResult, words: readonly Standing[]): number {
  return progress.subtotals
    .filter(({ standing }) => words.includes(standing))
    .reduce((total, { value }) => total + value, 0);
}

function shares(
  view: View,
  { keyResult, progress }: AssessedKeyResult,
  words: readonly Standing[],
) {
  return progress.subtotals
    .filter(({ standing, value }) => words.includes(standing) && value > 0)
    .flatMap(({ standing }, index): readonly Inline[] => [
      text(index === 0 ? `${standing} (` : `, ${standing} (`),
      view.number(`${keyResult.id}.${standing}`),
      text(")"),
    ]);
}
