/** Links whose text names another number than their target, and references that stand on two items. */
import type { AssessedKeyResult } from "../../domain/assessment.ts";
import type { Notice } from "../../domain/notice.ts";
import { placeInProse } from "../../domain/place.ts";
import { parseRef, refKey } from "../../domain/ref.ts";
import type { LintRule } from "./contract.ts";

/** Bounded, so that a text of nothing but brackets is read in no time. */
const link = /\[([^[\]\n]{0,200}?#(\d{1,9})\b[^[\]\n]{0,200})\]\((https:\/\/[^)\s]{1,500})\)/g;

export const linkTexts: LintRule = ({ texts }) =>
  texts.flatMap(({ prose, text }) =>
    [...text.matchAll(link)].flatMap((found) => {
      const [, shown = "", number = "", url = ""] = found;
      const ref = parseRef(url);
      if (ref === undefined || ref.number === Number(number)) return [];
      return [
        {
          code: "link-text-differs",
          severity: "warning" as const,
          subject: shown,
          message: `the link text says #${number}, the link goes to ${refKey(ref)}`,
          url,
          at: placeInProse(prose, found.index),
        },
      ];
    }),
  );

/** Within one key result only: there it would be counted twice. */
export const sharedReferences: LintRule = ({ assessment }) =>
  assessment.objectives.flatMap(({ keyResults }) => keyResults.flatMap(sharedIn));

function sharedIn({ groups }: AssessedKeyResult): readonly Notice[] {
  const items = groups.flatMap((group) => group.items.map(({ item }) => item));
  const keys = items.flatMap((item) =>
    [...new Set(item.refs.map(refKey))].map((key) => ({ key, item })),
  );
  return [...Map.groupBy(keys, ({ key }) => key)].flatMap(([key, [first, ...others]]) =>
    others.map(({ item }) => ({
      code: "reference-shared",
      severity: "info" as const,
      subject: item.title,
      message: `${key} also stands on "${first?.item.title ?? ""}": landing it may be counted twice`,
      at: item.at,
    })),
  );
}
