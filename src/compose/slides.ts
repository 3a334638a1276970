/** Short ways to write slides. */
import type { Block, Inline, Notes, Slide } from "../domain/deck.ts";
import type { SectionSetting } from "../domain/plan.ts";
import { text } from "./inlines.ts";
import { fillIn } from "./narrative.ts";
import type { View } from "./view.ts";

/** What a content slide is made of; `title` may be plain text. */
export interface SlideParts {
  readonly id: string;
  readonly kicker?: string;
  readonly title: string | readonly Inline[];
  readonly blocks: readonly Block[];
  readonly isDetail?: true;
  readonly isAppendix?: true;
  readonly notes?: Notes;
}

/** A content slide; none where there is nothing to put on it. */
export function slides({ title, notes = [], ...parts }: SlideParts): readonly Slide[] {
  if (parts.blocks.length === 0) return [];
  const inlines = typeof title === "string" ? [text(title)] : title;
  const said = notes.length === 0 ? {} : { notes };
  return [{ ...parts, ...said, title: inlines, layout: "content" }];
}

export const paragraph = (inlines: readonly Inline[]): Block => ({ kind: "paragraph", inlines });

/** A paragraph for what a reader needs only on a second look. */
export const footnote = (inlines: readonly Inline[]): Block => ({
  kind: "paragraph",
  inlines,
  size: "small",
});

/** A list; nothing at all where it has no items. */
export function list(items: readonly (readonly Inline[])[]): readonly Block[] {
  return items.length === 0 ? [] : [{ kind: "list", items: items.map((inlines) => ({ inlines })) }];
}

/** A list under a heading; nothing at all where it has no items. */
export function headedList(title: string, items: readonly (readonly Inline[])[]): readonly Block[] {
  return items.length === 0 ? [] : [{ kind: "heading", inlines: [text(title)] }, ...list(items)];
}

/** People's text, placeholders filled in; nothing where there is none. */
export function prose(view: View, written: SectionSetting["text"]): readonly Block[] {
  return written === undefined ? [] : [{ kind: "prose", markdown: fillIn(view, written.text) }];
}
