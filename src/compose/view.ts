/** The assessment as a section sees it: numbers by name, ready to be shown and to lead to their source. */
import { longDate } from "../calendar.ts";
import type { Assessment, Statement } from "../domain/assessment.ts";
import type { Inline, NumberInline } from "../domain/deck.ts";
import type { NamedNumber } from "../domain/number.ts";
import { numberInline, text } from "./inlines.ts";

export interface View {
  readonly assessment: Assessment;
  /** The value of a number; undefined where it is not known or there is none of that name. */
  value(name: string): number | string | undefined;
  /** The number as it is shown, leading to its source; "unknown" where it is not known. */
  number(name: string, shown?: string): NumberInline;
  /** A sentence of the assessment. */
  statement(statement: Statement): readonly Inline[];
}

export function viewOf(assessment: Assessment): View {
  const numbers = new Map(assessment.numbers.map((number) => [number.name, number]));
  const view: View = {
    assessment,
    value: (name) => numbers.get(name)?.value,
    number(name, shown) {
      const found = numbers.get(name);
      const value = shown ?? (found === undefined ? "unknown" : display(found));
      return numberInline(name, value, found?.sources[0]?.url);
    },
    statement: (parts) =>
      parts.map((part) =>
        typeof part === "string" ? text(part) : view.number(part.number, part.text),
      ),
  };
  return view;
}

/** A number as text without its unit: dates in words, percentages and scores with their places. */
export function display({ value, unit }: NamedNumber): string {
  if (value === undefined) return "unknown";
  if (typeof value === "string") return unit === "date" ? longDate(value) : value;
  if (unit === "score") return value.toFixed(Number.isInteger(value * 10) ? 1 : 2);
  return unit === "%" || unit === "points" ? value.toFixed(2) : String(value);
}
