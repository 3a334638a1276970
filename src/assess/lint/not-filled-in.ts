/** What people meant to write and have not written yet. */
import { placeInProse } from "../../domain/place.ts";
import type { SectionSetting } from "../../domain/plan.ts";
import { sectionName } from "../named-texts.ts";
import type { LintRule } from "./contract.ts";

/** Sections that are nothing but people's words. */
const writtenByPeople = ["narrative", "questions"];

/**
 * How people mark what is still to be written; as words of their own, and in capitals. Spelled so that
 * a search for such marks in this project does not find the pattern itself.
 */
const mark = /(?<![\w-])(?:TO[D]O|TB[CD]|FIX[M]E|X{3}|\?{3})(?![\w-])/g;

const found = { code: "not-filled-in", severity: "info" } as const;

export const notFilledIn: LintRule = ({ assessment, texts }) => [
  ...assessment.plan.sections.filter(isMissing).map((section) => ({
    ...found,
    subject: sectionName(section),
    message: "is not filled in yet: it has no text",
    at: section.at,
  })),
  ...texts.flatMap(({ prose, text }) =>
    [...text.matchAll(mark)].map((one) => ({
      ...found,
      subject: one[0],
      message: `"${one[0]}" says that a text is not finished`,
      at: placeInProse(prose, one.index),
    })),
  ),
];

function isMissing({ kind, text, isHidden }: SectionSetting): boolean {
  if (isHidden) return false;
  return text === undefined ? writtenByPeople.includes(kind) : text.text.trim() === "";
}
