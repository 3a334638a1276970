/** The deck as a page to present, and to read in any browser. */
import type { Renderer } from "./contract.ts";

export const html: Renderer = {
  format: "html",
  path: (name) => `${name}.html`,
  mediaType: "text/html",
  render: async ({ page }) => (await page()).html,
};
