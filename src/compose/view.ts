/** The assessment as a section sees it: numbers by name, ready to be shown and to lead to their source. */
import { longDate } from "../calendar.ts";
import type { AssessedKeyResult, Assessment, Statement } from "../domain/assessment.ts";
import { inPercent } from "../domain/chance.ts";
import type { Inline, NumberInline } from "../domain/deck.ts";
import type { NamedNumber } from "../domain/number.ts";
import { numberInline, text } from "./inlines.ts";
import { capitalizedStatement } from "./words.ts";

export interface View {
  readonly assessment: Assessment;
  /** The key results of all objectives. */
  readonly keyResults: readonly AssessedKeyResult[];
  /** The value of a number; undefined where it is not known or there is none of that name. */
  readonly value: (name: string) => number | string | undefined;
  /** The number as it is shown, leading to its source; "unknown" where it is not known. */
  readonly number: (name: string, shown?: string) => NumberInline;
  /** A sentence of the assessment, beginning with a capital. */
  readonly sentence: (statement: Statement) => readonly Inline[];
  /** The same inside a sentence. */
  readonly clause: (statement: Statement) => readonly Inline[];
}

export function viewOf(assessment: Assessment): View {
  const numbers = new Map(assessment.numbers.map((number) => [number.name, number]));
  const number = (name: string, shown?: string) => {
    const found = numbers.get(name);
    const value = shown ?? (found === undefined ? "unknown" : display(found));
    return numberInline(name, value, found?.sources[0]?.url);
  };
  const clause = (statement: Statement) =>
    statement.map((part) =>
      typeof part === "string" ? text(part) : number(part.number, part.text),
    );
  return {
    assessment,
    keyResults: assessment.objectives.flatMap(({ keyResults }) => keyResults),
    value: (name) => numbers.get(name)?.value,
    number,
    sentence: (statement) => clause(capitalizedStatement(statement)),
    clause,
  };
}

/** `21 days`; of a number that is whole days, rounded down, 0 is less than one. */
export function daysLeft(view: View, name: string): readonly Inline[] {
  const days = view.value(name);
  if (days === 0) return [view.number(name, "less than a day")];
  return [view.number(name), text(days === 1 ? " day" : " days")];
}

/** A number as text without its unit: dates in words, scores and percentages with their places. */
export function display({ value, unit }: NamedNumber): string {
  if (value === undefined) return "unknown";
  if (typeof value === "string") return unit === "date" ? longDate(value) : value;
  if (unit === "chance") return inPercent(value);
  if (unit === "score") return value.toFixed(Number.isInteger(value * 10) ? 1 : 2);
  return unit === "%" || unit === "points" ? value.toFixed(2) : String(value);
}
