/** Placeholders whose number is not known on this day: the sentence would have a hole. */
import { placeInProse } from "../../domain/place.ts";
import { placeholdersIn } from "../../domain/placeholder.ts";
import type { LintRule } from "./contract.ts";

export const emptyPlaceholders: LintRule = ({ texts, number }) =>
  texts.flatMap(({ prose }) =>
    placeholdersIn(prose.text)
      .filter(({ name }) => number(name) === undefined)
      .map(({ name, offset }) => ({
        code: "placeholder-empty",
        severity: "warning" as const,
        subject: name,
        message: `{{${name}}} is not known as of this report; the deck says "unknown" there`,
        at: placeInProse(prose, offset),
      })),
  );
