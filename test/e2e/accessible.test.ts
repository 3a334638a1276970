/** axe finds nothing to mend in the deck: read and presented, light and dark, wide and narrow. */
import axe from "axe-core";
import type { Page } from "puppeteer";
import { describe, expect, test } from "vitest";
import { present, press } from "./presented.ts";
import { windowOpenedBy } from "./reader.ts";

/** Every rule that axe has, the best practices as well; a few lines for each place that breaks one. */
async function check(page: Page): Promise<void> {
  await page.evaluate(axe.source);
  const { violations, passes } = (await page.evaluate("axe.run()")) as axe.AxeResults;
  const told = violations.flatMap(({ id, nodes }) =>
    nodes.slice(0, 3).map(({ html, failureSummary }) => [id, html.slice(0, 200), failureSummary]),
  );
  expect(told).toEqual([]);
  expect(passes.map(({ id }) => id)).toContain("color-contrast");
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
    await present(async (page) => {
      await start(page, ...keys);
      await check(page);
    });
  });

  // All slides were looked at on the page; one after the other that takes half a minute and more.
  test("every fourth slide", async () => {
    await present(async (page) => {
      await start(page, "ArrowRight");
      const count = await page.$$eval("section[data-slide]", (slides) => slides.length);
      for (let slide = 0; slide < count; slide += 4) {
        await check(page);
        await press(page, "ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight");
      }
    });
  });

  test("the page on a narrow screen", async () => {
    await present(
      async (page) => {
        await start(page);
        await check(page);
      },
      { viewport: narrow },
    );
  });

  test("the page and a slide in the other theme", async () => {
    await present(
      async (page) => {
        await start(page, "n");
        await check(page);
        await press(page, "ArrowRight", "ArrowRight");
        await check(page);
      },
      { theme: "kubernetes" },
    );
  });

  test("the presenter's window", async () => {
    await present(async (page) => {
      await start(page);
      const view = await windowOpenedBy(page, () => press(page, "p"));
      await start(view, "ArrowRight");
      await check(view);
    });
  });
});
