/** Sentences of the assessment, made ready for a slide. */
import type { Statement } from "../domain/assessment.ts";
import { capitalized } from "./words.ts";

/** The same sentence with a capital where it begins with a word. */
export function capitalizedStatement([first, ...rest]: Statement): Statement {
  if (first === undefined) return [];
  return [typeof first === "string" ? capitalized(first) : first, ...rest];
}
