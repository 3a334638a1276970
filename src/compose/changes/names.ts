/** Names on a slide: the first few, and how many more there are. */
import type { Inline } from "../../domain/deck.ts";
import { code, joined, text } from "../inlines.ts";

/** How many are told; the others are in report.json. */
const shownNames = 3;

/** `a`, `b`, `c` and 11 more. */
export function someNames(names: readonly string[]): readonly Inline[] {
  const shown = names.slice(0, shownNames).map((name) => [code(name)]);
  const more = names.length - shown.length;
  return [...joined(shown, ", "), text(more > 0 ? ` and ${more} more` : "")];
}
