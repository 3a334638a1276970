/** The deck as a PDF to send: the HTML, printed by a browser, one page a slide. */
import { RenderError } from "../domain/errors.ts";
import type { Renderer } from "./contract.ts";
import { withNotes } from "./pdf-notes.ts";

export const pdf: Renderer = {
  format: "pdf",
  path: (name) => `${name}.pdf`,
  mediaType: "application/pdf",
  async render({ deck, page, hasPdfNotes }, tools) {
    const { html, notes } = await page();
    const printer = await tools.printer();
    const { pdf: bytes, overflowing } = await printer.print(html, deck.asOf);
    if (overflowing.length === 0) return hasPdfNotes ? withNotes(bytes, notes) : bytes;
    throw new RenderError(`text stands outside its slide: ${overflowing.join(", ")}`, {
      code: "slide-overflow",
      hint: "This is a bug in release-deck; shorter texts on these slides work around it.",
    });
  },
};
