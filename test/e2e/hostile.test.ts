/**
 * Texts that mean harm, or are merely large or foreign, in every place that takes a text: each gives a
 * correct deck in which they are shown and do nothing.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { Deck as DomainDeck, Slide } from "../../src/domain/deck.ts";
import type { Notice } from "../../src/domain/notice.ts";
import { displayText } from "../../src/render/display-text.ts";
import { displayWidth } from "../../src/render/text/display-width.ts";
import { aDeck } from "../builders/deck.ts";
import { hostileLists, hostileTexts } from "../builders/hostile-texts.ts";
import { pageOf } from "../builders/html-pages.ts";
import { aSnapshot } from "../builders/snapshot.ts";
import { readAsGithub } from "../oracles/github-markdown.ts";
import { drawPdf, type Picture } from "../oracles/pdf-pixels.ts";
import { makeFolder, run } from "./command.ts";
import { readDeck, type Deck } from "./example.ts";
import { linksAmong, readHtml, strangersIn } from "./html.ts";
import { activeNamesIn, readPdf } from "./pdf.ts";
import { nothing, openAsReader } from "./reader.ts";
import { worldOf, writeWorlds, type World } from "./world.ts";

/** The texts, and what of each a reader of the PDF finds. */
const texts = {
  plain: ["Harmless", "Harmless"],
  script: ["<script>alert(1)</script><img src=x onerror=alert(1)>", "<script>alert(1)</script>"],
  frame: ['"><iframe src="file:///etc/passwd"></iframe>', '"><iframe src="file:///etc/passwd">'],
  pipe: ["a | b || c |", "a | b || c |"],
  backticks: ["`a` ``b`` ``` c", "`a` ``b`` ``` c"],
  mention: ["@everyone and @kubernetes/sig-release", "@everyone and @kubernetes/sig-release"],
  reference: ["#1 fixes #2, closes kubernetes/kubernetes#3", "#1 fixes #2"],
  lines: ["one\ntwo\r\n\n# three\n- four\u2028five\u0085six", "one two # three - four five six"],
  markup: ["**a** [b](javascript:alert(1)) ![c](https://example.org/c.png) ~~d~~", "**a** [b]"],
  template: ["{{title}} {{{title}}} ${title} <%= title %>", "{{title}} {{{title}}} ${title}"],
  directions: [
    "\u202Eright to left\u202C \u2066isolate \u200Fmark \u061C end",
    "right to left isolate",
  ],
  terminal: ["\u001B[31mred\u001B[0m\u0007 \u009B1m ::error::no", "red"],
  lone: ["\uD800 half \uDFFF a\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301", "half"],
  long: [`${"W".repeat(4_000)} ${"word ".repeat(1_200)}`, "WWWWWWWWWW"],
  chinese: ["测试冻结之前合并所有的拉取请求", "测试冻结之前合并所有的拉取请求"],
  emoji: ["\u{1F680}\u{1F389}\u{1F468}\u200D\u{1F469}\u200D\u{1F467}", "\u{1F680}"],
} as const;

const names = Object.keys(texts) as readonly (keyof typeof texts)[];
const cwd = makeFolder();
const decks = new Map<string, Deck>();

beforeAll(async () => {
  for (const { plan, slides } of await built(Object.fromEntries(names.map(whole)))) {
    decks.set(plan, readDeck(join(cwd, "output", plan), slides));
  }
  await built(Object.fromEntries(names.map(asWide)), "--format", "md");
});

function whole(name: keyof typeof texts): [string, World] {
  return [name, worldOf(texts[name][0])];
}

/** A harmless text of the same width: what is too wide for a cell of a table stands below the table. */
function asWide(name: keyof typeof texts): [string, World] {
  const width = displayWidth(displayText(texts[name][0]));
  return [`as-wide-as-${name}`, worldOf("x".repeat(width))];
}

async function built(
  worlds: Readonly<Record<string, World>>,
  ...options: readonly string[]
): Promise<readonly { readonly plan: string; readonly slides: number }[]> {
  writeWorlds(cwd, worlds);
  const plans = Object.keys(worlds).map((name) => `data/plans/${name}.yaml`);
  const { code, stdout, stderr } = await run(["build", ...plans, "--json", ...options], { cwd });
  if (code !== 0) throw new Error(`${code}\n${stderr}`);
  return stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as { plan: string; slides: number });
}

function deckOf(name: string): Deck {
  const deck = decks.get(name);
  if (deck === undefined) throw new Error(`There is no deck ${name}.`);
  return deck;
}

describe.each(names)("%s", (name) => {
  test("is shown on a page for each slide, and acts in no PDF", async () => {
    const { pdf, html, slideCount } = deckOf(name);
    const [printed, read] = [await readPdf(pdf), readHtml(html)];
    expect(printed.pageCount).toBe(slideCount);
    expect(read.slides.length).toBe(slideCount);
    expect(printed.texts.join(" ").replaceAll("\u200B", "")).toContain(texts[name][1]);
    expect(await activeNamesIn(pdf)).toEqual([]);
    const urls = new Set(linksAmong(read.elements).map(({ url }) => url));
    expect(new Set(printed.urlsByPage.flat())).toEqual(urls);
  });

  test("builds nothing in HTML", () => {
    expect(strangersIn(readHtml(deckOf(name).html))).toEqual([]);
  });

  test("builds nothing in Markdown, and calls nobody", () => {
    const harmless = readFileSync(join(cwd, "output", `as-wide-as-${name}`, "deck.md"), "utf8");
    const [found, plain] = [readAsGithub(deckOf(name).markdown), readAsGithub(harmless)];
    expect(found.findings).toEqual([]);
    expect(found.skeleton).toBe(plain.skeleton);
    expect(found.targets).toEqual(plain.targets);
  });
});

/** A page for each, some at a time: a minute of work on a busy machine. */
const slow = { timeout: 120_000 };

test.concurrent.each(names)(
  "%s does nothing in a reader's browser, read and presented",
  slow,
  async (name) => {
    expect(await openAsReader(join(deckOf(name).folder, "deck.html"))).toEqual(nothing);
  },
);

describe.skipIf(hostileLists.length === 0)("the collected hostile strings", slow, () => {
  const decks = batches(hostileLists.flatMap(hostileTexts), 250).map((some, index) => ({
    some,
    path: join(cwd, `deck-${index}.html`),
  }));

  test.concurrent.each(decks)(
    "do nothing in a reader's browser: deck %#",
    async ({ some, path }) => {
      const { html } = await pageOf(deckWith(some));
      writeFileSync(path, html);
      expect(await openAsReader(path)).toEqual(nothing);
    },
  );
});

/** Every text once as what a source said, once as people's Markdown, and once as what is to be said. */
function deckWith(texts: readonly string[]): DomainDeck {
  const slides = batches(texts, 20).map((batch, index): Slide => {
    const inlines = batch.map((text) => [{ kind: "text", text } as const]);
    return {
      id: `batch-${index + 1}`,
      layout: "content",
      kicker: batch.join(" "),
      title: inlines.flat(),
      blocks: [
        { kind: "list", items: inlines.map((one) => ({ inlines: one })) },
        ...batch.map((markdown) => ({ kind: "prose", markdown }) as const),
      ],
      notes: inlines,
    };
  });
  return aDeck({ title: texts.join(" "), slides });
}

function batches(all: readonly string[], size: number): readonly (readonly string[])[] {
  const count = Math.ceil(all.length / size);
  return Array.from({ length: count }, (_, at) => all.slice(at * size, (at + 1) * size));
}

describe("titles are drawn, not only there as text", () => {
  /** Of each script two that look the same as blanks or as boxes, but for the number of the page. */
  const titles = {
    Chinese: ["\u6D4B\u8BD5", "\u51BB\u7ED3"],
    emoji: ["\u{1F680}\u{1F389}", "\u{1F41B}\u{1F525}"],
    Korean: ["\uC2DC\uD5D8", "\uB3D9\uACB0"],
    Arabic: ["\u0645\u0631\u062D\u0628\u0627", "\u0633\u0644\u0627\u0645"],
    Hebrew: ["\u05E9\u05DC\u05D5\u05DD", "\u05D1\u05D3\u05D9\u05E7\u05D4"],
    Thai: ["\u0E17\u0E14\u0E2A\u0E2D\u0E1A", "\u0E23\u0E38\u0E48\u0E19"],
    Devanagari: ["\u0939\u093F\u0928\u094D\u0926\u0940", "\u091C\u093E\u0901\u091A"],
  };
  const pictures = new Map<string, Picture>();
  /** Tibetan, of which no font is shipped. */
  const undrawn = "\u0F56\u0F7C\u0F51";
  let stdout = "";

  beforeAll(async () => {
    const folder = makeFolder();
    const all = ["zz", ...Object.values(titles).flat()];
    const sections = [...all, undrawn].map((title) => ({ kind: "narrative", title, text: "-" }));
    const plan = { release: "1.20", objectives: [], sections };
    writeWorlds(folder, { titles: { plan, snapshot: aSnapshot() } });
    const parameters = ["build", "data/plans/titles.yaml", "--format", "pdf", "--json"];
    ({ stdout } = await run(parameters, { cwd: folder }));
    const drawn = await drawPdf(readFileSync(join(folder, "output/titles/deck.pdf")));
    // The title of the deck is the first page.
    for (const [at, title] of all.entries()) pictures.set(title, drawn[at + 1] ?? []);
  }, 120_000);

  test.each(Object.entries(titles))("%s", (_, both) => {
    const [point = [], first = [], second = []] = ["zz", ...both].map((one) => pictures.get(one));
    expect(difference(first, point)).toBeGreaterThan(300);
    expect(difference(first, second)).toBeGreaterThan(300);
  });

  test("and what no font draws is named, nothing else", () => {
    const { notices } = JSON.parse(stdout) as { readonly notices: readonly Notice[] };
    const messages = notices.filter(({ code }) => code === "glyphs-missing");
    expect(messages.map(({ message }) => message.replace(/.*no font draws /, ""))).toEqual([
      "\u0F51 (U+0F51), \u0F56 (U+0F56), \u0F7C (U+0F7C)",
    ]);
  });
});

/** How many pixels of two pictures are of another lightness. */
function difference(one: Picture, other: Picture): number {
  return one.filter((lightness, at) => lightness !== other[at]).length;
}
