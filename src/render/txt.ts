/** The deck as plain text, to be mailed. */
import type { Renderer } from "./contract.ts";

export const txt: Renderer = {
  format: "txt",
  path: (name) => `${name}.txt`,
  mediaType: "text/plain",
  async render({ deck }) {
    // Loaded only where asked for: measuring how wide letters are takes long to set up.
    const { renderPlainText } = await import("./plain-text.ts");
    return renderPlainText(deck);
  },
};
