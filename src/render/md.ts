/** The deck as Markdown, to be posted. */
import type { Renderer } from "./contract.ts";

export const md: Renderer = {
  format: "md",
  path: (name) => `${name}.md`,
  mediaType: "text/markdown",
  async render({ deck }) {
    // Loaded late, as the calendar is: the browser lays out and prints meanwhile.
    const { renderMarkdown } = await import("./markdown.ts");
    return renderMarkdown(deck);
  },
};
