/** Short ways to write slides. */
import type { Block, Inline, Slide } from "../domain/deck.ts";
import type { SectionSetting } from "../domain/plan.ts";
import { text } from "./inlines.ts";
import { fillIn } from "./narrative.ts";
import type { View } from "./view.ts";

/** A content slide; `title` may be plain text. */
export function slide(
  id: string,
  title: string | readonly Inline[],
  blocks: readonly Block[],
  kicker?: string,
): Slide {
  return {
    id,
    title: typeof title === "string" ? [text(title)] : title,
    layout: "content",
    blocks,
    ...(kicker === undefined ? {} : { kicker }),
  };
}

export const paragraph = (inlines: readonly Inline[]): Block => ({ kind: "paragraph", inlines });

export const heading = (value: string): Block => ({ kind: "heading", inlines: [text(value)] });

/** A list; nothing at all where it has no items. */
export function list(items: readonly (readonly Inline[])[]): readonly Block[] {
  return items.length === 0 ? [] : [{ kind: "list", items: items.map((inlines) => ({ inlines })) }];
}

/** People's text of a section, placeholders filled in; nothing where there is none. */
export function prose(
  view: View,
  { text: written }: Pick<SectionSetting, "text">,
): readonly Block[] {
  return written === undefined ? [] : [{ kind: "prose", markdown: fillIn(view, written.text) }];
}
