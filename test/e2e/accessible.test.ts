/** axe finds nothing to mend in the deck: read and presented, light and dark, wide and narrow. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Page } from "puppeteer";
import { describe, expect, test } from "vitest";
import { run } from "./command.ts";
import { exampleFolder, examplePlan } from "./example.ts";
import { read, type ReaderOptions, windowOpenedBy } from "./reader.ts";

const cwd = exampleFolder();
const built = await run(["build", examplePlan, "--as-of", "2020-11-23", "--format", "html"], {
  cwd,
});
if (built.code !== 0) throw new Error(built.stderr);
const address = `file://${join(cwd, "output", "v1.20", "deck.html")}`;

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

interface Found {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
  }[];
  readonly passes: readonly { readonly id: string }[];
}

/** Every rule that axe has, the best practices as well; a few lines for each place that breaks one. */
async function check(page: Page): Promise<void> {
  await page.evaluate(axe);
  const { violations, passes } = (await page.evaluate("axe.run()")) as Found;
  const told = violations.flatMap(({ id, nodes }) =>
    nodes.slice(0, 3).map(({ html, failureSummary }) => [id, html.slice(0, 200), failureSummary]),
  );
  expect(told).toEqual([]);
  expect(passes.map(({ id }) => id)).toContain("color-contrast");
}

async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key as "Enter");
}

function open(use: (page: Page) => Promise<void>, options?: ReaderOptions): Promise<void> {
  return read(address, ({ page }) => use(page), options);
}

const narrow = { width: 390, height: 800, hasTouch: true, isMobile: true };

describe.each(["light", "dark"])("%s", (scheme) => {
  const start = async (page: Page, ...keys: readonly string[]) => {
    await page.emulateMediaFeatures([
      { name: "prefers-color-scheme", value: scheme },
      { name: "prefers-reduced-motion", value: "reduce" },
    ]);
    await press(page, ...keys);
  };

  test.each([
    ["the page", []],
    ["the page with notes", ["n"]],
    ["the overview", ["o"]],
    ["the menu", ["?"]],
    ["a slide with notes", ["ArrowRight", "ArrowRight", "n"]],
    ["the other scheme", ["d"]],
  ] as const)("%s", async (_, keys) => {
    await open(async (page) => {
      await start(page, ...keys);
      await check(page);
    });
  });

  test("every slide", async () => {
    await open(async (page) => {
      await start(page, "ArrowRight");
      const count = await page.$$eval("section[data-slide]", (slides) => slides.length);
      for (let slide = 0; slide < count; slide += 1) {
        await check(page);
        await press(page, "ArrowRight");
      }
    });
  });

  test("the page on a narrow screen", async () => {
    await open(
      async (page) => {
        await start(page);
        await check(page);
      },
      { viewport: narrow },
    );
  });

  test("the presenter's window", async () => {
    await open(async (page) => {
      await start(page);
      const view = await windowOpenedBy(page, () => press(page, "p"));
      await start(view, "ArrowRight");
      await check(view);
    });
  });
});
