/** The deck as Markdown, to be posted. */
import type { Renderer } from "./contract.ts";
import { renderMarkdown } from "./markdown.ts";

export const md: Renderer = {
  format: "md",
  path: (name) => `${name}.md`,
  mediaType: "text/markdown",
  render: ({ deck }) => renderMarkdown(deck),
};
