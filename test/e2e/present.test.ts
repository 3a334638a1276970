/** The deck presented in a real browser: by keys, by touch, by address, and from a second window. */
import { join } from "node:path";
import type { Page } from "puppeteer";
import { describe, expect, test } from "vitest";
import { run } from "./command.ts";
import { exampleFolder, examplePlan } from "./example.ts";
import { read, type Reader, type ReaderOptions, windowOpenedBy } from "./reader.ts";

/** The little of the page's own types that is needed here. */
interface PageElement {
  readonly id: string;
  readonly dataset: Record<string, string | undefined>;
  readonly textContent: string | null;
  checkVisibility(): boolean;
  getAttribute(name: string): string | null;
}

declare const document: {
  readonly documentElement: PageElement;
  readonly activeElement: PageElement | null;
  readonly fullscreenElement: PageElement | null;
  readonly compatMode: string;
  querySelector(selectors: string): PageElement | null;
  querySelectorAll(selectors: string): Iterable<PageElement>;
};
declare const location: { hash: string };
declare const scrollY: number;
declare const window: { open: () => null };
declare function getComputedStyle(element: object): {
  readonly animationName: string;
  readonly backgroundColor: string;
  getPropertyValue(name: string): string;
};

const cwd = exampleFolder();
const built = await run(["build", examplePlan, "--as-of", "2020-11-23", "--format", "html"], {
  cwd,
});
if (built.code !== 0) throw new Error(built.stderr);
const address = `file://${join(cwd, "output", "v1.20", "deck.html")}`;

function present<Result>(
  use: (page: Page, opened: Reader["opened"]) => Promise<Result>,
  options?: ReaderOptions,
  fragment = "",
): Promise<Result> {
  return read(address + fragment, ({ page, opened }) => use(page, opened), options);
}

async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key as "Enter");
}

/** What a person sees: how the deck is shown, the ids of the slides in sight, and what the address says. */
async function seen(page: Page) {
  return page.evaluate(() => {
    const isInSight = (slide: PageElement) => slide.checkVisibility();
    const slides = [...document.querySelectorAll("section[data-slide]")].filter(isInSight);
    const [first] = slides;
    return {
      mode: document.documentElement.dataset["mode"] ?? "page",
      slide: slides.length === 1 ? first?.id : slides.length,
      hash: location.hash,
    };
  });
}

const ids = await present((page) =>
  page.$$eval("section[data-slide]", (slides) => slides.map(({ id }) => id)),
);
const count = ids.length;
const shown = (index: number) => ({
  mode: "slides",
  slide: ids.at(index),
  hash: `#${ids.at(index)}`,
});
const wholePage = (hash = "") => ({ mode: "page", slide: count, hash });

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
        expect(await page.$$eval("section[data-slide]", (slides) => slides.length)).toBe(count);
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

describe("the overview", () => {
  const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute("href"));

  test("shows all slides, walks by arrows and opens one", async () => {
    await present(async (page) => {
      await press(page, "ArrowRight", "ArrowRight", "o");
      expect(await seen(page)).toMatchObject({ mode: "overview", slide: count });
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
      expect(await seen(page)).toEqual(shown(1));
      await page.goForward();
      expect(await seen(page)).toEqual(shown(2));
      await page.reload();
      expect(await seen(page)).toEqual(shown(2));
      for (let step = 0; step < 3; step += 1) await page.goBack();
      expect(await seen(page)).toEqual(wholePage());
    });
  });

  test("that somebody writes while presenting leads to its slide", async () => {
    await present(async (page) => {
      await press(page, "ArrowRight");
      await page.evaluate((id) => (location.hash = id), ids[6] ?? "");
      expect(await seen(page)).toEqual(shown(6));
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
      expect(said).toMatch(new RegExp(`^Slide 2 of ${count}: \\S`));
      await page.focus(".current a");
      await press(page, "ArrowRight");
      expect(await page.evaluate(() => document.activeElement?.id)).toBe(ids[2]);
    });
  });

  test("is a page of paper, also where only one is shown", async () => {
    await present(async (page) => {
      await press(page, "n", "ArrowRight", "d");
      const pdf = Buffer.from(await page.pdf({ preferCSSPageSize: true })).toString("latin1");
      expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(count);
    });
  });
});

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
      expect(await textIn(view, ".place")).toBe(`2 of ${count}`);
      await press(page, "End");
      expect(await textIn(view, ".next")).toBe("The end.");
      expect(await view.evaluate(() => document.compatMode)).toBe("CSS1Compat");
      expect(opened).toEqual({ requests: [], messages: [], dialogs: [] });
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
      expect(await textIn(page, ".told")).toBe(
        "The browser blocked the presenter window.",
      );
    });
  });
});
