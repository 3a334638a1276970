/** No text, whoever wrote it, opens a tag, a heading or a link in the HTML: the tree is that of a harmless one. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Deck, Inline, Slide } from "../../src/domain/deck.ts";
import { aDeck } from "../builders/deck.ts";
import { hostileLists, hostileTexts } from "../builders/hostile-texts.ts";
import { pageOf } from "../builders/html-pages.ts";
import { nastyText } from "../builders/nasty-text.ts";
import { attributeOf, elementsOf, skeletonOf } from "../oracles/html-tree.ts";

/** Short enough not to be parted or shortened in any place, which would change the tree. */
const maxLength = 12;

/** How many texts share a deck, most of which is its style: a footer shows as many short ones. */
const batchSize = 7;

/** A deck with each text in every place that takes one, but for prose. */
function deckWith(texts: readonly string[]): Deck {
  const all = texts.join(" ");
  return aDeck({ title: all, footer: all, slides: texts.flatMap(slidesWith) });
}

function slidesWith(text: string, index: number): readonly Slide[] {
  const inlines: readonly Inline[] = [
    { kind: "text", text },
    { kind: "strong", text },
    { kind: "code", text },
    { kind: "link", text, url: "https://example.org/" },
    { kind: "number", name: text, text, url: "https://example.org/" },
    { kind: "status", word: text, tone: "bad" },
  ];
  const slide = (id: string, blocks: Slide["blocks"]): Slide => ({
    id: `${id}-${index}`,
    layout: "content",
    title: [],
    blocks,
  });
  const frame = { kicker: text, title: inlines.slice(0, 1), notes: [inlines] };
  return [
    { ...slide("cover", [{ kind: "paragraph", inlines }]), ...frame, layout: "title" },
    { ...slide("list", [{ kind: "list", items: [{ inlines, items: [{ inlines }] }] }]), ...frame },
    slide("callout", [
      { kind: "heading", inlines: inlines.slice(0, 3) },
      { kind: "callout", tone: "bad", inlines },
    ]),
    slide("table", [
      {
        kind: "table",
        columns: [{ title: `t${text}`, align: "start" }],
        rows: [{ cells: [inlines.slice(0, 2)] }, { role: "heading", cells: [inlines.slice(2, 4)] }],
      },
    ]),
    slide("figures", [
      {
        kind: "figures",
        figures: [{ label: text, value: inlines.slice(0, 1), note: inlines.slice(4) }],
      },
    ]),
    slide("chart", [
      {
        kind: "chart",
        description: text,
        chart: {
          kind: "progress",
          title: text,
          unit: text,
          segments: [{ standing: text, value: 1 }],
          marks: [{ label: text, value: 1 }],
        },
      },
    ]),
  ];
}

const harmlessTrees = new Map<number, Promise<string>>();

/** The tree of a deck with so many harmless texts. */
function harmlessTree(count: number): Promise<string> {
  const known = harmlessTrees.get(count) ?? treeWith(Array.from({ length: count }, () => "ax"));
  harmlessTrees.set(count, known);
  return known;
}

async function treeWith(texts: readonly string[]): Promise<string> {
  return skeletonOf((await pageOf(deckWith(texts))).html);
}

/** Short texts give the tree of harmless ones. */
async function checkShort(texts: readonly string[]): Promise<void> {
  for (const batch of batches(texts, batchSize)) {
    const isAsHarmless = (await treeWith(batch)) === (await harmlessTree(batch.length));
    expect(isAsHarmless, JSON.stringify(batch)).toBe(true);
  }
}

/** Texts of any length give nothing that is not allowed. */
async function checkWhole(texts: readonly string[]): Promise<void> {
  for (const batch of batches(texts, batchSize)) {
    checkAllowed((await pageOf(deckWith(batch))).html);
  }
}

/** Short texts of which the beginning consists. */
function partsOf(text: string): readonly string[] {
  return [text.slice(0, maxLength), text.slice(maxLength, 2 * maxLength)]
    .filter((part) => part !== "")
    .map((part) => `a${part}`);
}

async function checkProse(markdown: string): Promise<void> {
  const block = { kind: "prose", markdown } as const;
  const slide: Slide = { id: "prose", layout: "content", title: [], blocks: [block] };
  checkAllowed((await pageOf(aDeck({ slides: [slide] }))).html);
}

function checkAllowed(html: string): void {
  const elements = elementsOf(html);
  const names = new Set(elements.map(({ tagName }) => tagName));
  expect([...names].filter((name) => !allowed.has(name))).toEqual([]);
  const attributes = elements.flatMap(({ attrs }) => attrs.map(({ name }) => name));
  expect(attributes.filter((name) => /^on|^style$|^src/.test(name))).toEqual([]);
  const targets = elements
    .filter(({ tagName }) => tagName === "a")
    .map((link) => attributeOf(link, "href") ?? "");
  expect(targets.filter((url) => !/^(?:https:\/\/|mailto:)/.test(url))).toEqual([]);
}

const allowed = new Set(
  `html head meta title style script body svg symbol use path circle rect main section header div h2 h3 p span
   footer ul ol li strong code a aside figure figcaption text g desc h1 table colgroup col thead tbody tr th td`.split(
    /\s+/,
  ),
);

test("in any place but prose", async () => {
  const some = fc.array(nastyText, { minLength: 1, maxLength: 2 * batchSize });
  await fc.assert(
    fc.asyncProperty(some, async (texts) => {
      await checkShort(texts.flatMap(partsOf));
      await checkWhole(texts);
    }),
    { numRuns: 15 },
  );
});

test("in prose", async () => {
  await fc.assert(fc.asyncProperty(nastyText, checkProse), { numRuns: 200 });
});

/** Seconds of work; on a busy machine a minute. */
const slow = { timeout: 180_000 };

describe.skipIf(hostileLists.length === 0)("the collected hostile strings", slow, () => {
  test.each(hostileLists)("%s, in prose", async (list) => {
    for (const batch of batches(hostileTexts(list), 40)) await checkProse(batch.join("\n\n"));
  });

  // Many texts begin alike, and some stand in several lists.
  const [shorts, wholes] = [new Set<string>(), new Set<string>()];

  test.each(hostileLists)("%s, anywhere else", async (list) => {
    const active = hostileTexts(list).filter((text) => /["'<>&`=]/.test(text));
    await checkShort(added(shorts, active.flatMap(partsOf)));
    await checkWhole(added(wholes, active));
  });
});

/** The texts that were not in the set before. */
function added(known: Set<string>, texts: readonly string[]): readonly string[] {
  const before = known.size;
  for (const text of texts) known.add(text);
  return [...known].slice(before);
}

function batches(texts: readonly string[], size: number): readonly (readonly string[])[] {
  const count = Math.ceil(texts.length / size);
  return Array.from({ length: count }, (_, at) => texts.slice(at * size, (at + 1) * size));
}
