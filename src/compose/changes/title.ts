/** What changed since the last report, in a few words. */
import type { Inline } from "../../domain/deck.ts";
import { joined, text } from "../inlines.ts";
import type { View } from "../view.ts";

const counted = ["landed", "counted", "moved", "slipped", "dropped", "replaced", "new"] as const;

/** `6 items landed, 2 slipped`. */
export function changesTitle(view: View): readonly Inline[] {
  const words = counted.filter((word) => view.value(`changes.${word}`) !== 0);
  if (words.length === 0) return [text("No item has moved")];
  const parts = words.map((word, index) => {
    const noun = view.value(`changes.${word}`) === 1 ? "item" : "items";
    return [view.number(`changes.${word}`), text(index === 0 ? ` ${noun} ${word}` : ` ${word}`)];
  });
  return joined(parts, ", ");
}
