/** Makes the pictures of the README from the example deck: `node scripts/picture.ts`. */
import { readFileSync } from "node:fs";
import { launch, type Browser } from "puppeteer";
import { chooseBrowser } from "../src/effects/choose-browser.ts";
import { nodeEffects } from "../src/effects/node.ts";
import { buildDeck } from "../src/index.ts";

const plan = "data/plans/v1.20.yaml";
/** The slides that tell most, in the order of reading. */
const shown = ["kr1", "coverage-chart", "past-60-it-takes-more-effort", "timeline"];

const pictures = [
  { path: "docs/deck.png", theme: "default", scheme: "light" },
  { path: "docs/deck-dark.png", theme: "default", scheme: "dark" },
  { path: "docs/deck-kubernetes.png", theme: "kubernetes", scheme: "light" },
] as const;

const style = `
  html { font-size: 8px !important; }
  main { display: grid; grid-template-columns: auto auto; gap: 16px; justify-content: center; padding: 16px 0; }
  .slide { margin: 0 !important; }
  .slide:not(${shown.map((id) => `#${id}`).join(", ")}), .tools { display: none !important; }
  ${shown.map((id, order) => `#${id} { order: ${order}; }`).join("\n")}
`;

const { executable, environment } = await chooseBrowser(undefined, () => undefined);
const browser = await launch({
  executablePath: executable,
  env: { ...process.env, ...environment },
  headless: "shell",
  args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
});
try {
  for (const picture of pictures) await take(browser, picture);
} finally {
  await browser.close();
}

async function take(browser: Browser, { path, theme, scheme }: (typeof pictures)[number]) {
  const page = await browser.newPage();
  await page.setViewport({ width: 1320, height: 760, deviceScaleFactor: 1.5 });
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
  await page.setBypassCSP(true);
  await page.setContent(await html(theme));
  await page.addStyleTag({ content: style });
  await page.evaluate("document.fonts.ready");
  await page.screenshot({ path });
  await page.close();
}

async function html(theme: string): Promise<string> {
  const text = `theme: ${theme}\n${readFileSync(plan, "utf8")}`;
  const input = { plan: { file: plan, text }, choice: { data: "data" }, formats: ["html"] };
  const { artifacts } = await buildDeck(nodeEffects(undefined), input);
  const [deck] = artifacts.filter(({ path }) => path === "deck.html");
  return new TextDecoder().decode(deck?.bytes);
}
