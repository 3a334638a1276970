/** What people see: slides of the example as pictures, in both themes, light and dark, held against those that are kept. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "puppeteer";
import { describe, expect, test } from "vitest";
import { run } from "./command.ts";
import { exampleDeck, exampleFolder, examplePlan } from "./example.ts";
import { readHtml } from "./html.ts";
import { read } from "./reader.ts";
import { checkPicture } from "./reference.ts";

/** The slides that differ most. */
const chosen = [
  "title",
  "changes",
  "scores",
  "kr1",
  "debt",
  "coverage-chart",
  "timeline",
  "questions",
];

const october = join((await exampleDeck("2020-10-22")).folder, "deck.html");
const kubernetes = await kubernetesDeck();

/** The last report, as of November, with all that a plan may say of its looks. */
async function kubernetesDeck(): Promise<string> {
  const cwd = exampleFolder();
  const plan = join(cwd, examplePlan);
  const looks = ["theme: kubernetes", "logo: logo.svg", "footer: SIG Architecture, conformance"];
  writeFileSync(plan, `${looks.join("\n")}\n${readFileSync(plan, "utf8")}`);
  writeFileSync(
    join(plan, "..", "logo.svg"),
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 20"><circle cx="10" cy="10" r="9" fill="#326ce5"/><path d="M25 6h34M25 14h22" stroke="#172033" stroke-width="4"/></svg>',
  );
  const { code, stderr } = await run(["build", examplePlan, "--format", "html"], { cwd });
  expect([code, stderr]).toEqual([0, expect.any(String)]);
  return join(cwd, "output", "v1.20", "deck.html");
}

interface Look {
  readonly scheme: "light" | "dark";
  /** Of the room's screen; pictures of the smaller one are kept at three eighths of its size. */
  readonly width: 1280 | 1920;
  readonly height: 720 | 1080;
}

const small = { width: 1280, height: 720 } as const;

/** Presents the deck and takes a picture of each slide. */
async function take(path: string, { scheme, ...size }: Look, ids: readonly string[]) {
  const viewport = { ...size, deviceScaleFactor: size.width === 1280 ? 0.375 : 1 };
  return read(
    `file://${path}`,
    async ({ page }) => {
      await page.emulateMediaFeatures([
        { name: "prefers-color-scheme", value: scheme },
        { name: "prefers-reduced-motion", value: "reduce" },
      ]);
      await page.keyboard.press("ArrowRight");
      const pictures: (readonly [id: string, picture: Uint8Array])[] = [];
      for (const id of ids) pictures.push([id, await pictureOf(page, id)]);
      return pictures;
    },
    { viewport },
  );
}

async function pictureOf(page: Page, id: string): Promise<Uint8Array> {
  await page.evaluate(show, id);
  await page.waitForSelector(`#${id}.current`);
  return page.screenshot();
}

declare const location: { hash: string };
declare const document: {
  readonly fonts: { readonly ready: Promise<unknown> };
  querySelector(selectors: string): { remove(): void } | null;
};

/** Runs in the page. The buttons come and go with the mouse. */
async function show(id: string): Promise<void> {
  document.querySelector(".tools")?.remove();
  location.hash = id;
  await document.fonts.ready;
}

const slideIds = (path: string) => readHtml(readFileSync(path, "utf8")).slides.map(({ id }) => id);

describe.each([
  ["default-light", october, { scheme: "light", ...small }, slideIds(october)],
  ["default-dark", october, { scheme: "dark", ...small }, chosen],
  ["kubernetes-light", kubernetes, { scheme: "light", ...small }, chosen],
  ["kubernetes-dark", kubernetes, { scheme: "dark", ...small }, chosen],
  [
    "default-light-1920",
    october,
    { scheme: "light", width: 1920, height: 1080 },
    ["kr1", "events"],
  ],
] as const)("%s", async (name, path, look, ids) => {
  const pictures = await take(path, look, ids);
  test.each(pictures)("%s", (id, picture) => checkPicture(`${name}/${id}`, picture));
});
