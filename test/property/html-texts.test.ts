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

/** A deck with the text in every place that takes one, but for prose. */
function deckWith(text: string): Deck {
  const inlines: readonly Inline[] = [
    { kind: "text", text },
    { kind: "strong", text },
    { kind: "code", text },
    { kind: "link", text, url: "https://example.org/" },
    { kind: "number", name: text, text, url: "https://example.org/" },
    { kind: "status", word: text, tone: "bad" },
  ];
  const slide = (id: string, blocks: Slide["blocks"]): Slide => ({
    id,
    layout: "content",
    kicker: text,
    title: [{ kind: "text", text }],
    blocks,
    notes: [inlines],
  });
  return aDeck({
    title: text,
    footer: text,
    slides: [
      { ...slide("cover", [{ kind: "paragraph", inlines }]), layout: "title" },
      slide("list", [{ kind: "list", items: [{ inlines, items: [{ inlines }] }] }]),
      slide("callout", [
        { kind: "heading", inlines: inlines.slice(0, 3) },
        { kind: "callout", tone: "bad", inlines },
      ]),
      slide("table", [
        {
          kind: "table",
          columns: [{ title: `t${text}`, align: "start" }],
          rows: [
            { cells: [inlines.slice(0, 2)] },
            { role: "heading", cells: [inlines.slice(2, 4)] },
          ],
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
    ],
  });
}

let harmless: Promise<string> | undefined;

/** A short text gives the tree of a harmless one; the whole text nothing that is not allowed. */
async function checkInert(text: string): Promise<void> {
  harmless ??= pageOf(deckWith("ax")).then((page) => skeletonOf(page.html));
  for (let at = 0; at < Math.min(text.length, 24); at += maxLength) {
    const part = `a${text.slice(at, at + maxLength)}`;
    const { html } = await pageOf(deckWith(part));
    expect(skeletonOf(html) === (await harmless), JSON.stringify(part)).toBe(true);
  }
  checkAllowed((await pageOf(deckWith(text))).html);
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
  await fc.assert(fc.asyncProperty(nastyText, checkInert), { numRuns: 100 });
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

  test.each(hostileLists)("%s, anywhere else", async (list) => {
    const active = hostileTexts(list).filter((text) => /["'<>&`=]/.test(text));
    for (const text of active) await checkInert(text);
  });
});

function batches(texts: readonly string[], size: number): readonly (readonly string[])[] {
  const count = Math.ceil(texts.length / size);
  return Array.from({ length: count }, (_, at) => texts.slice(at * size, (at + 1) * size));
}
