/** Fills the placeholders of people's Markdown with the numbers that they name. */
import { placeholderPattern } from "../domain/placeholder.ts";
import type { View } from "./view.ts";

/**
 * Every number becomes a link to its source, but inside a link's own text, where Markdown allows
 * none. Names were checked when the plan was read; one that is gone reads "unknown".
 */
export function fillIn(view: View, markdown: string): string {
  return markdown.replace(placeholderPattern, (_, name: string, offset: number) => {
    const { text, url } = view.number(name.trim());
    const isLinked = url !== undefined && !isInsideLink(markdown, offset);
    return isLinked ? `[${text}](<${url}>)` : text;
  });
}

/** Whether the last bracket before an offset on its line is one that opens. */
function isInsideLink(markdown: string, offset: number): boolean {
  const line = markdown.slice(markdown.lastIndexOf("\n", offset) + 1, offset);
  return line.lastIndexOf("[") > line.lastIndexOf("]");
}
