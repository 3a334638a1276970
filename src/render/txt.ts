/** The deck as plain text, to be mailed. */
import type { Renderer } from "./contract.ts";
import { renderPlainText } from "./plain-text.ts";

export const txt: Renderer = {
  format: "txt",
  path: (name) => `${name}.txt`,
  mediaType: "text/plain",
  render: ({ deck }) => renderPlainText(deck),
};
