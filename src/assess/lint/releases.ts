/** Release numbers in titles and outlooks that are not the plan's: a deck copied from the last one. */
import type { Assessment } from "../../domain/assessment.ts";
import type { Notice } from "../../domain/notice.ts";
import { placeInProse, type Place } from "../../domain/place.ts";
import type { LintContext, LintRule, LintText } from "./contract.ts";

/** Neither a part of a longer version nor a percentage. */
const number = String.raw`v?(\d+\.\d+)\b(?!\.\d|\s?%)`;
/** Said of a release: at the start, with a v, or after a word that leads to one. Go 1.15 is none. */
const named = new RegExp(
  String.raw`(?:^|(?<![\w.])(?=v)|\b(?:for|in|of|release|kubernetes)\s+)${number}`,
  "gi",
);
/** A title that looks to another release names it rightly. */
const looksElsewhere = /\b(?:forward|ahead|back|next|last|previous|before|after|since|from|to)\b/i;
const aimed = new RegExp(
  String.raw`\b(?:update for|maybe|unlikely for|target(?:ed)? for|on track for|expected in)\s+${number}`,
  "gi",
);

export const releaseNumbers: LintRule = (context) => [
  ...context.assessment.plan.sections.flatMap(({ title = "", at }) => inTitle(context, title, at)),
  ...inTitle(context, context.assessment.plan.title, planStart(context)),
  ...context.texts.flatMap((text) => inText(context, text)),
];

function planStart({ assessment }: LintContext): Place {
  return { file: assessment.plan.file, line: 1, column: 1 };
}

function inTitle({ assessment }: LintContext, title: string, at: Place): readonly Notice[] {
  if (looksElsewhere.test(title)) return [];
  return [...title.matchAll(named)]
    .filter(([, said = ""]) => said !== assessment.release)
    .map(([, said = ""]) => differs(said, assessment, { subject: title, at }));
}

function inText({ assessment }: LintContext, { prose, text }: LintText): readonly Notice[] {
  return [...text.matchAll(aimed)]
    .filter(([, said = ""]) => said !== assessment.release)
    .map((found) => {
      const at = placeInProse(prose, found.index);
      return differs(found[1] ?? "", assessment, { subject: found[0], at });
    });
}

function differs(
  said: string,
  { release }: Assessment,
  about: Pick<Notice, "subject" | "at">,
): Notice {
  const message = `the text says ${said}, this plan is for ${release}`;
  return { code: "release-differs", severity: "warning", ...about, message };
}
