/** What is read of inlines, without what a format makes of them. */
import type { Inline } from "../domain/deck.ts";

export function inlineWords(inlines: readonly Inline[]): string {
  return inlines.map((one) => (one.kind === "status" ? one.word : one.text)).join("");
}
