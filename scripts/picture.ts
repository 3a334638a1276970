/**
 * Makes the picture of the README from the example deck: `node scripts/picture.ts` after
 * `npm run -s release-deck -- build --as-of 2020-10-22 --out output/picture data/plans/v1.20.yaml`.
 */
import { readFileSync } from "node:fs";
import { connect } from "puppeteer";
import { startBrowser } from "../src/effects/browser-process.ts";
import { chooseBrowser } from "../src/effects/choose-browser.ts";

const deck = "output/picture/v1.20/deck.html";
const picture = "docs/deck.png";
/** The slides that tell most, in the order of reading. */
const shown = ["kr1", "kr2", "coverage-chart", "timeline"];

const style = `
  html { font-size: 8px !important; }
  main { display: grid; grid-template-columns: auto auto; gap: 16px; justify-content: center; padding: 16px 0; }
  .slide { margin: 0 !important; }
  .slide:not(${shown.map((id) => `#${id}`).join(", ")}) { display: none; }
  ${shown.map((id, order) => `#${id} { order: ${order}; }`).join("\n")}
`;

const command = await chooseBrowser(undefined, () => undefined);
const chromium = startBrowser(command, process.getuid?.() !== 0);
try {
  const browser = await connect({ transport: chromium.transport });
  const page = await browser.newPage();
  await page.setViewport({ width: 1320, height: 760, deviceScaleFactor: 1.5 });
  await page.setBypassCSP(true);
  await page.setContent(readFileSync(deck, "utf8"));
  await page.addStyleTag({ content: style });
  await page.evaluate("document.fonts.ready");
  await page.screenshot({ path: picture });
} finally {
  chromium.kill();
}
