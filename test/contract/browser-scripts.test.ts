/** The scripts beside the templates are what their sources give. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { browserScripts } from "../../scripts/browser.mjs";

const scripts = [...(await browserScripts())];

test.each(scripts)("templates/%s is made from browser/: node scripts/browser.mjs", (name, text) => {
  const kept = readFileSync(new URL(`../../templates/${name}`, import.meta.url), "utf8");
  expect(kept).toBe(text);
});
