/** The deck by its keys, in a real browser: the page keeps those that scroll it. */
import type { Page } from "puppeteer";
import { describe, expect, test } from "vitest";
import { ids, present, press, seen, shown, wholePage } from "./presented.ts";

declare const document: { readonly fullscreenElement: object | null };
declare const scrollY: number;
declare function getComputedStyle(element: object): { readonly backgroundColor: string };

describe("the page", () => {
  test("is a page to read, whose keys scroll it", async () => {
    await present(async (page) => {
      await press(page, "ArrowDown", "Space", "PageDown", "End");
      expect(await seen(page)).toEqual(wholePage());
      await page.waitForFunction(() => scrollY > 1000);
    });
  });

  test("without JavaScript has every slide and nothing that would not work", async () => {
    await present(
      async (page) => {
        expect(await page.$$eval("section[data-slide]", (slides) => slides.length)).toBe(
          ids.length,
        );
        expect(await page.$$("button, dialog")).toEqual([]);
        expect(await page.$$eval(".notes", (all) => all.some((one) => one.checkVisibility()))).toBe(
          false,
        );
      },
      { hasJavaScript: false },
    );
  });

  test("begins to present at the slide in view, by key or by button", async () => {
    await present(async (page) => {
      await press(page, "ArrowRight");
      expect(await seen(page)).toEqual(shown(0));
    });
    await present(async (page) => {
      await page.$eval(`#${ids[4]}`, (slide) => slide.scrollIntoView());
      await page.click("button.on-page");
      expect(await seen(page)).toEqual(shown(4));
    });
  });

  test("leaves browsers their own keys", async () => {
    await present(async (page) => {
      await page.keyboard.down("Alt");
      await press(page, "ArrowRight");
      await page.keyboard.up("Alt");
      expect(await seen(page)).toEqual(wholePage());
    });
  });
});

describe("keys", () => {
  test.each([
    [["ArrowRight", "ArrowDown", "Space", "PageDown"], 4],
    [["ArrowRight", "ArrowLeft"], 0],
    [["ArrowRight", "ArrowRight", "ArrowUp", "ArrowUp", "PageUp"], 0],
    [["End"], -1],
    [["End", "Home", "ArrowRight"], 1],
    [["End", "ArrowRight", "Space"], -1],
  ] as const)("%j lead there", async (keys, index) => {
    await present(async (page) => {
      await press(page, "ArrowRight", ...keys);
      expect(await seen(page)).toEqual(shown(index));
    });
  });

  test("the space bar turns back with shift, and presses a button that has the focus", async () => {
    await present(async (page) => {
      await press(page, "ArrowRight", "End");
      await page.keyboard.down("Shift");
      await press(page, "Space");
      await page.keyboard.up("Shift");
      expect(await seen(page)).toEqual(shown(-2));
      await page.focus(".tools button:last-child");
      await press(page, "Space");
      expect(await page.$("dialog[open]")).not.toBeNull();
    });
  });

  test("escape goes back to the page, at the slide", async () => {
    await present(async (page) => {
      await press(page, "ArrowRight", "ArrowRight", "ArrowRight", "Escape");
      expect(await seen(page)).toEqual(wholePage(`#${ids[2]}`));
      const top = await page.$eval(`#${ids[2]}`, (slide) => slide.getBoundingClientRect().top);
      expect(Math.abs(top)).toBeLessThan(2);
    });
  });

  test("n shows the notes of the slide, on the page those of all", async () => {
    const inSight = (page: Page) =>
      page.$$eval(".notes", (all) => all.filter((one) => one.checkVisibility()).length);
    await present(async (page) => {
      const all = await page.$$eval(".notes", (notes) => notes.length);
      await press(page, "n");
      expect(await inSight(page)).toBe(all);
      await press(page, "ArrowRight", "ArrowRight");
      expect(await page.$eval(".current + .notes", (notes) => notes.checkVisibility())).toBe(true);
      expect(await inSight(page)).toBe(1);
      await press(page, "n");
      expect(await inSight(page)).toBe(0);
    });
  });

  test("d turns dark and light, and forgets it with the page", async () => {
    const paper = (page: Page) =>
      page.$eval(".slide:nth-of-type(2)", (slide) => getComputedStyle(slide).backgroundColor);
    await present(async (page) => {
      const light = await paper(page);
      await press(page, "d");
      const dark = await paper(page);
      expect(dark).not.toBe(light);
      await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: "dark" }]);
      await press(page, "d");
      expect(await paper(page)).toBe(light);
      await page.reload();
      expect(await paper(page)).toBe(dark);
    });
  });

  test("f fills the screen, and presents", async () => {
    await present(async (page) => {
      await press(page, "f");
      await page.waitForFunction(() => document.fullscreenElement !== null);
      expect(await seen(page)).toEqual(shown(0));
      await press(page, "f");
      await page.waitForFunction(() => document.fullscreenElement === null);
    });
  });

  test("? lists the keys, and each entry can be pressed", async () => {
    await present(async (page) => {
      await press(page, "?");
      const [first] = await page.$$("dialog[open] button");
      await press(page, "ArrowRight");
      expect(await seen(page)).toEqual(wholePage());
      await first?.click();
      expect(await seen(page)).toEqual(shown(0));
      await press(page, "?", "?");
      expect(await page.$("dialog[open]")).toBeNull();
      await press(page, "?", "Escape");
      expect(await seen(page)).toEqual(shown(0));
    });
  });
});
