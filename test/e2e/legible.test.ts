/** Legible from the last row: no text of a slide is smaller than 18 pt on a slide 13.33 in wide, in the browser's own account. */
import { join } from "node:path";
import { expect, test } from "vitest";
import { exampleDeck } from "./example.ts";
import { read } from "./reader.ts";

interface Sized {
  readonly text: string;
  /** In points on a slide 13.33 in wide. */
  readonly points: number;
}

test.each(["2020-10-22", "2020-11-23"])("every text of the deck as of %s", async (day) => {
  const { folder } = await exampleDeck(day);
  const texts = await read(`file://${join(folder, "deck.html")}`, ({ page }) =>
    page.evaluate(sizes),
  );
  expect(texts.length).toBeGreaterThan(300);
  expect(texts.filter(({ points }) => points < 17.99)).toEqual([]);
});

/** The little of the page's own types that is needed here. */
interface PageNode {
  readonly nodeType: number;
  readonly textContent: string;
}
interface PageElement {
  readonly childNodes: Iterable<PageNode>;
  readonly tagName: string;
  getBoundingClientRect(): { readonly width: number };
  closest(selectors: string): PageElement | null;
  getScreenCTM?(): { readonly a: number; readonly b: number };
}
declare const document: { querySelectorAll(selectors: string): Iterable<PageElement> };
declare function getComputedStyle(element: PageElement): { readonly fontSize: string };

/** Runs in the page. A drawing has sizes of its own, in a scale of its own. */
function sizes(): Sized[] {
  const found: Sized[] = [];
  for (const element of document.querySelectorAll("section[data-slide] *")) {
    const text = [...element.childNodes]
      .filter(({ nodeType }) => nodeType === 3)
      .map(({ textContent }) => textContent.trim())
      .join("");
    const isDrawn = element.closest("svg") !== null;
    if (text === "" || (isDrawn && element.tagName !== "text")) continue;
    const matrix = isDrawn ? element.getScreenCTM?.() : undefined;
    const scale = matrix === undefined ? 1 : Math.hypot(matrix.a, matrix.b);
    const width = element.closest("section[data-slide]")?.getBoundingClientRect().width ?? 0;
    const size = parseFloat(getComputedStyle(element).fontSize) * scale;
    found.push({ text, points: (size / width) * (40 / 3) * 72 });
  }
  return found;
}
