/** The deck as a PowerPoint presentation to edit: native texts, tables and charts, one slide a page. */
import type { Renderer } from "./contract.ts";

export const pptx: Renderer = {
  format: "pptx",
  path: (name) => `${name}.pptx`,
  mediaType: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
  async render({ deck }, { assets }) {
    // Loaded only where asked for: the library is larger than all other renderers together.
    const { renderPresentation } = await import("./pptx/render-presentation.ts");
    return renderPresentation(deck, await assets.templates());
  },
};
