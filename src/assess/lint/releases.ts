/** Release numbers in titles and outlooks that are not the plan's: a deck copied from the last one. */
import type { Notice } from "../../domain/notice.ts";
import { placeInProse, type Place } from "../../domain/place.ts";
import { parseRelease } from "../../domain/release.ts";
import type { LintRule } from "./contract.ts";

const number = String.raw`v?(\d+\.\d+)\b(?!\.\d)`;
const inTitle = new RegExp(String.raw`\b${number}`, "g");
/** A title that looks to another release names it rightly. */
const looksElsewhere = /\b(?:forward|ahead|back|next|last|previous|before|after|since|from|to)\b/i;
const inText = new RegExp(
  String.raw`\b(?:update for|maybe|unlikely for|target(?:ed)? for|on track for|expected in)\s+${number}`,
  "gi",
);

export const releaseNumbers: LintRule = ({ assessment, texts }) => {
  const { plan, release } = assessment;
  const differs = (found: string) => parseRelease(found) !== release;
  const top: Place = { file: plan.file, line: 1, column: 1 };
  const titles = [
    { title: plan.title, at: top },
    ...plan.sections.map(({ title, at }) => ({ title: title ?? "", at })),
  ];
  return [
    ...titles
      .filter(({ title }) => !looksElsewhere.test(title))
      .flatMap(({ title, at }) =>
        [...title.matchAll(inTitle)]
          .filter(([, found = ""]) => differs(found))
          .map(([said]) => notice(release, title, said, at)),
      ),
    ...texts.flatMap(({ prose, text }) =>
      [...text.matchAll(inText)]
        .filter(([, found = ""]) => differs(found))
        .map((found) =>
          notice(release, found[0], found[1] ?? "", placeInProse(prose, found.index)),
        ),
    ),
  ];
};

function notice(release: string, subject: string, said: string, at: Place): Notice {
  return {
    code: "release-differs",
    severity: "warning",
    subject,
    message: `the text says ${said}, this plan is for ${release}`,
    at,
  };
}
