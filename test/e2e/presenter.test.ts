/** The presenter's window in a real browser: what it shows, how it steers the deck, when it goes. */
import type { Page } from "puppeteer";
import { describe, expect, test } from "vitest";
import { ids, present, press, seen, shown } from "./presented.ts";
import { nothing, windowOpenedBy } from "./reader.ts";

declare const document: {
  readonly documentElement: { readonly dataset: Record<string, string | undefined> };
  readonly compatMode: string;
  querySelector(selectors: string): { readonly textContent: string } | null;
};
declare const window: { open: () => null };
declare function getComputedStyle(element: object): { getPropertyValue(name: string): string };

describe("the presenter's window", () => {
  const textIn = (view: Page, selector: string) =>
    view.$eval(selector, (found) => found.textContent);
  const slideIn = (view: Page, selector: string) =>
    view.$eval(`${selector} section`, ({ id }) => id);

  /** Moves the page's clock by what a test says. */
  const ownClock = (): void => {
    const now = Date.now;
    Date.now = () => now() + Number(document.documentElement.dataset["later"] ?? 0);
  };

  test("shows this slide, the next, the notes and the time, and steers the deck", async () => {
    await present(async (page, opened) => {
      const view = await windowOpenedBy(page, () => press(page, "p"));
      expect(await seen(page)).toEqual(shown(0));
      expect([await slideIn(view, ".now"), await slideIn(view, ".next")]).toEqual([ids[0], ids[1]]);
      expect(await textIn(view, ".words")).toBe("No notes.");
      await press(view, "ArrowRight");
      expect(await seen(page)).toEqual(shown(1));
      expect([await slideIn(view, ".now"), await slideIn(view, ".next")]).toEqual([ids[1], ids[2]]);
      const notes = await textIn(page, ".current + .notes");
      expect(notes).toMatch(/\S/);
      expect(await textIn(view, ".words")).toBe(notes);
      expect(await textIn(view, ".place")).toBe(`2 of ${ids.length}`);
      await press(page, "End");
      expect(await textIn(view, ".next")).toBe("The end.");
      expect(await view.evaluate(() => document.compatMode)).toBe("CSS1Compat");
      expect(opened).toEqual(nothing);
    }, {});
  });

  test("counts the time since it was opened, until it is told to begin anew", async () => {
    await present(
      async (page) => {
        const view = await windowOpenedBy(page, () => press(page, "p"));
        expect(await textIn(view, ".clock")).toMatch(/^\d\d:\d\d$/);
        await page.evaluate(() => (document.documentElement.dataset["later"] = "3725000"));
        await view.waitForFunction(() =>
          /^1:02:\d\d$/.test(document.querySelector(".timer")?.textContent ?? ""),
        );
        const [, , restart] = await view.$$("button");
        await restart?.click();
        expect(await textIn(view, ".timer")).toMatch(/^0:00:0\d$/);
      },
      { before: ownClock },
    );
  });

  test("is opened once, looks like the deck, and goes with it", async () => {
    await present(async (page) => {
      const view = await windowOpenedBy(page, () => press(page, "p"));
      await press(view, "d");
      const paper = (target: Page, selector: string) =>
        target.$eval(selector, (slide) => getComputedStyle(slide).getPropertyValue("--page"));
      expect(await paper(view, "body")).toBe(await paper(page, "body"));
      await press(page, "p");
      expect((await page.browserContext().pages()).length).toBe(2);
      const { promise, resolve } = Promise.withResolvers<void>();
      view.once("close", () => resolve());
      await page.goto("about:blank");
      await promise;
    });
  });

  test("that the browser blocks is told", async () => {
    await present(async (page) => {
      await page.evaluate(() => (window.open = () => null));
      await press(page, "p");
      expect(await textIn(page, ".told")).toBe("The browser blocked the presenter window.");
    });
  });
});
