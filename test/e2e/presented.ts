/** The newest report of the example as HTML in every theme, and what a person sees of it while it is presented. */
import { appendFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "puppeteer";
import { run } from "./command.ts";
import { exampleFolder, examplePlan } from "./example.ts";
import { read, type Reader, type ReaderOptions } from "./reader.ts";

/** The little of the page's own types that is needed here. */
interface PageElement {
  readonly id: string;
  readonly dataset: Readonly<Record<string, string | undefined>>;
  checkVisibility(): boolean;
}

declare const document: {
  readonly documentElement: PageElement;
  querySelectorAll(selectors: string): Iterable<PageElement>;
};
declare const location: { readonly hash: string };

const themes = ["default", "kubernetes"] as const;

const addresses = new Map<string, string>();
for (const theme of themes) addresses.set(theme, await built(theme));

async function built(theme: string): Promise<string> {
  const cwd = exampleFolder();
  appendFileSync(join(cwd, examplePlan), `theme: ${theme}\n`);
  const { code, stderr } = await run(["build", examplePlan, "--format", "html"], { cwd });
  if (code !== 0) throw new Error(stderr);
  return `file://${join(cwd, "output", "v1.20", "deck.html")}`;
}

export interface PresentOptions extends ReaderOptions {
  readonly theme?: (typeof themes)[number];
}

/** Opens the deck; `fragment` is the part of the address that names a slide. */
export function present<Result>(
  use: (page: Page, opened: Reader["opened"]) => Promise<Result>,
  { theme = "default", ...options }: PresentOptions = {},
  fragment = "",
): Promise<Result> {
  const address = addresses.get(theme) ?? "";
  return read(address + fragment, ({ page, opened }) => use(page, opened), options);
}

export async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key as "Enter");
}

/** How the deck is shown, the slide in sight or how many there are, and what the address says. */
export async function seen(page: Page) {
  return page.evaluate(() => {
    const all = [...document.querySelectorAll("section[data-slide]")];
    const slides = all.filter((slide) => slide.checkVisibility());
    const [first] = slides;
    return {
      mode: document.documentElement.dataset["mode"] ?? "page",
      slide: slides.length === 1 ? first?.id : slides.length,
      hash: location.hash,
    };
  });
}

/** Of all slides, in their order. */
export const ids: readonly string[] = await present((page) =>
  page.$$eval("section[data-slide]", (slides) => slides.map(({ id }) => id)),
);

/** What is seen of a slide that is presented; those before 0 count from the end. */
export function shown(index: number) {
  return { mode: "slides", slide: ids.at(index), hash: `#${ids.at(index)}` };
}

export function wholePage(hash = "") {
  return { mode: "page", slide: ids.length, hash };
}
