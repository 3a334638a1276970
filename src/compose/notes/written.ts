/** What people wrote into the plan to be said: each line is a point, with placeholders for any number. */
import type { Inline, Notes, Slide } from "../../domain/deck.ts";
import { placeholdersIn } from "../../domain/placeholder.ts";
import type { Prose } from "../../domain/place.ts";
import { text } from "../inlines.ts";
import type { View } from "../view.ts";

/** The slides of a section; the first of them with people's points, where they wrote any, in place of its own. */
export function withWrittenNotes(
  view: View,
  written: Prose | undefined,
  slides: readonly Slide[],
): readonly Slide[] {
  const [first, ...others] = slides;
  if (written === undefined || first === undefined) return slides;
  return [{ ...first, notes: points(view, written.text) }, ...others];
}

function points(view: View, written: string): Notes {
  return written
    .split("\n")
    .map((line) => line.trim().replace(/^[-*]\s+/, ""))
    .filter((line) => line !== "")
    .map((line) => filledIn(view, line));
}

function filledIn(view: View, line: string): readonly Inline[] {
  const inlines: Inline[] = [];
  let end = 0;
  for (const { name, offset, length } of placeholdersIn(line)) {
    inlines.push(text(line.slice(end, offset)), view.number(name));
    end = offset + length;
  }
  return [...inlines, text(line.slice(end))].filter(
    (inline) => inline.kind !== "text" || inline.text !== "",
  );
}
