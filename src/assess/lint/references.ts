/** Links whose text names another number than their target, and references that stand on two items. */
import type { Assessment } from "../../domain/assessment.ts";
import type { Contribution } from "../../domain/plan.ts";
import { placeInProse } from "../../domain/place.ts";
import { parseRef, refKey } from "../../domain/ref.ts";
import type { LintRule } from "./contract.ts";

const link = /\[([^\]\n]*#(\d+)[^\]\n]*)\]\((https:\/\/[^)\s]+)\)/g;

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

export const sharedReferences: LintRule = ({ assessment }) => {
  const owners = new Map<string, Contribution[]>();
  for (const item of itemsOf(assessment)) {
    for (const key of new Set(item.refs.map(refKey))) {
      owners.set(key, [...(owners.get(key) ?? []), item]);
    }
  }
  return [...owners].flatMap(([key, [first, ...others]]) =>
    others.map((item) => ({
      code: "reference-shared",
      severity: "info" as const,
      subject: item.title,
      message: `${key} also stands on "${first?.title ?? ""}": landing it may be counted twice`,
      at: item.at,
    })),
  );
};

function itemsOf({ objectives }: Assessment): readonly Contribution[] {
  return objectives.flatMap(({ keyResults }) =>
    keyResults.flatMap(({ groups }) =>
      groups.flatMap(({ items }) => items.map(({ item }) => item)),
    ),
  );
}
