/** Slides in a real browser: their overview, their addresses, their size, by touch and on paper. */
import type { Page } from "puppeteer";
import { describe, expect, test, vi } from "vitest";
import { ids, present, press, seen, shown, wholePage } from "./presented.ts";

declare const document: {
  readonly activeElement: { readonly id: string; getAttribute(name: string): string | null } | null;
};
declare const location: { hash: string };
declare function getComputedStyle(element: object): { readonly animationName: string };

describe("the overview", () => {
  const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute("href"));

  test("shows all slides, walks by arrows and opens one", async () => {
    await present(async (page) => {
      await press(page, "ArrowRight", "ArrowRight", "o");
      expect(await seen(page)).toMatchObject({ mode: "overview", slide: ids.length });
      expect(await focused(page)).toBe(`#${ids[1]}`);
      await press(page, "ArrowRight", "ArrowLeft", "ArrowDown");
      const below = await focused(page);
      expect(ids.indexOf(below?.slice(1) ?? "")).toBeGreaterThan(2);
      await press(page, "ArrowUp");
      expect(await focused(page)).toBe(`#${ids[1]}`);
      await press(page, "End", "Enter");
      expect(await seen(page)).toEqual(shown(-1));
    });
  });

  test("takes a click, and goes back where it came from", async () => {
    await present(async (page) => {
      await press(page, "o", "o");
      expect(await seen(page)).toEqual(wholePage());
      await press(page, "o");
      await page.click(`#${ids[3]} .pick`);
      expect(await seen(page)).toEqual(shown(3));
      await press(page, "o", "Escape");
      expect(await seen(page)).toEqual(shown(3));
    });
  });
});

describe("the address", () => {
  /** The page hears of another address a little later than the test. */
  const checkSoon = (page: Page, expected: object) =>
    vi.waitFor(async () => expect(await seen(page)).toEqual(expected));

  test("of a slide opens the page there, and presents from there", async () => {
    await present(
      async (page) => {
        const top = await page.$eval(`#${ids[5]}`, (slide) => slide.getBoundingClientRect().top);
        expect(Math.abs(top)).toBeLessThan(2);
        await press(page, "ArrowRight");
        expect(await seen(page)).toEqual(shown(5));
      },
      {},
      `#${ids[5]}`,
    );
  });

  test("goes back and forth, to the page as well, and stays when loaded anew", async () => {
    await present(async (page) => {
      await press(page, "ArrowRight", "ArrowRight", "ArrowRight");
      await page.goBack();
      await checkSoon(page, shown(1));
      await page.goForward();
      await checkSoon(page, shown(2));
      await page.reload();
      await checkSoon(page, shown(2));
      for (let step = 0; step < 3; step += 1) await page.goBack();
      await checkSoon(page, wholePage());
    });
  });

  test("that somebody writes while presenting leads to its slide", async () => {
    await present(async (page) => {
      await press(page, "ArrowRight");
      await page.evaluate((id) => (location.hash = id), ids[6] ?? "");
      await checkSoon(page, shown(6));
    });
  });
});

describe("a finger", () => {
  const phone = { width: 390, height: 800, hasTouch: true, isMobile: true };

  async function swipe(page: Page, across: number, down = 0): Promise<void> {
    await page.touchscreen.touchStart(200, 400);
    await page.touchscreen.touchMove(200 + across / 2, 400 + down / 2);
    await page.touchscreen.touchMove(200 + across, 400 + down);
    await page.touchscreen.touchEnd();
  }

  test("turns slides sideways, not up and down, and not on the page", async () => {
    await present(
      async (page) => {
        await swipe(page, -150);
        expect(await seen(page)).toEqual(wholePage());
        await page.tap("button.on-page");
        await swipe(page, -150);
        expect(await seen(page)).toEqual(shown(1));
        await swipe(page, -10);
        await swipe(page, -60, 150);
        expect(await seen(page)).toEqual(shown(1));
        await swipe(page, 150);
        expect(await seen(page)).toEqual(shown(0));
      },
      { viewport: phone },
    );
  });
});

describe("a slide", () => {
  test.each([
    [1280, 720],
    [1920, 1080],
    [1024, 768],
    [390, 800],
  ])("is as large as a window of %i × %i lets it", async (width, height) => {
    await present(
      async (page) => {
        await press(page, "ArrowRight", "ArrowRight");
        const box = await page.$eval(".current", (slide) => {
          const { left, top, right, bottom } = slide.getBoundingClientRect();
          return { left, top, right, bottom };
        });
        const [across, down] = [box.right - box.left, box.bottom - box.top];
        expect(across / down).toBeCloseTo(16 / 9, 2);
        expect(Math.max(across / width, down / height)).toBeCloseTo(1, 2);
        expect(box.left + box.right).toBeCloseTo(width, 0);
        expect(box.top + box.bottom).toBeCloseTo(height, 0);
      },
      { viewport: { width, height } },
    );
  });

  test("comes without motion for who wants none", async () => {
    const motion = (page: Page) =>
      page.$eval(".current", (slide) => getComputedStyle(slide).animationName);
    await present(async (page) => {
      await press(page, "ArrowRight");
      expect(await motion(page)).toBe("appear");
      await page.emulateMediaFeatures([{ name: "prefers-reduced-motion", value: "reduce" }]);
      expect(await motion(page)).toBe("none");
    });
  });

  test("is announced, and takes the focus of the one that it replaces", async () => {
    await present(async (page) => {
      await press(page, "ArrowRight", "ArrowRight");
      const said = await page.$eval("[role=status]", (status) => status.textContent);
      expect(said).toMatch(new RegExp(`^Slide 2 of ${ids.length}: \\S`));
      await page.focus(".current a");
      await press(page, "ArrowRight");
      expect(await page.evaluate(() => document.activeElement?.id)).toBe(ids[2]);
    });
  });

  test("is a page of paper, also where only one is shown", async () => {
    await present(async (page) => {
      await press(page, "n", "ArrowRight", "d");
      const pdf = Buffer.from(await page.pdf({ preferCSSPageSize: true })).toString("latin1");
      expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(ids.length);
    });
  });
});
