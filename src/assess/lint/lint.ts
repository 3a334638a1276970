/** Checks what people wrote against the data. The rules stand in a list; the findings in the order of the plan. */
import type { Assessment } from "../../domain/assessment.ts";
import type { Notice } from "../../domain/notice.ts";
import type { LintContext, LintRule } from "./contract.ts";
import { dates } from "./dates.ts";
import { figures } from "./figures.ts";
import { notFilledIn } from "./not-filled-in.ts";
import { notUpdated } from "./not-updated.ts";
import { emptyPlaceholders } from "./placeholders.ts";
import { linkTexts, sharedReferences } from "./references.ts";
import { releaseNumbers } from "./releases.ts";
import { lintTexts } from "./texts.ts";

const rules: readonly LintRule[] = [
  figures,
  dates,
  linkTexts,
  sharedReferences,
  releaseNumbers,
  emptyPlaceholders,
  notFilledIn,
  notUpdated,
];

export function lint(assessment: Assessment): readonly Notice[] {
  const values = new Map(assessment.numbers.map(({ name, value }) => [name, value]));
  const context: LintContext = {
    assessment,
    texts: lintTexts(assessment),
    number: (name) => values.get(name),
  };
  return rules.flatMap((rule) => rule(context)).toSorted(byPlace);
}

function byPlace(left: Notice, right: Notice): number {
  const line = (left.at?.line ?? 0) - (right.at?.line ?? 0);
  return line || (left.at?.column ?? 0) - (right.at?.column ?? 0);
}
