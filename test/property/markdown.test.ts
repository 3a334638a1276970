import fc from "fast-check";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import type { DefaultTreeAdapterTypes } from "parse5";
import { describe, expect, test } from "vitest";
import type { Block, Deck, Inline } from "../../src/domain/deck.ts";
import { displayText } from "../../src/render/display-text.ts";
import { renderMarkdown } from "../../src/render/markdown.ts";
import { aDeck, aSlide, aText, aTitleSlide } from "../builders/deck.ts";
import { readAsGithub, visibleText } from "../oracles/github-markdown.ts";

const github = "https://github.com/kubernetes/kubernetes/pull/95713";

/** A deck that has this text wherever a text may stand. */
function deckOf(text: string): Deck {
  const number: Inline = { kind: "number", name: "KR1.goal", text, url: github };
  const others: readonly Inline[] = [
    { kind: "strong", text },
    { kind: "code", text },
    { kind: "link", text, url: github },
    { kind: "status", word: text, tone: "bad" },
  ];
  const first = [aText(text)];
  const mixed = others.flatMap((kind) => [...first, kind]);
  const blocks: readonly Block[] = [
    { kind: "paragraph", inlines: first },
    { kind: "paragraph", inlines: mixed },
    { kind: "paragraph", inlines: [...first, number, ...first] },
    { kind: "heading", inlines: first },
    {
      kind: "list",
      items: [
        { inlines: first, items: [{ inlines: first }] },
        ...[...others, number].map((kind) => ({ inlines: [kind] })),
      ],
    },
    {
      kind: "table",
      columns: [
        { title: text, align: "start" },
        { title: text, align: "end" },
      ],
      rows: [{ cells: [first, mixed] }, { cells: [[number], others], role: "total" }],
    },
    { kind: "figures", figures: [{ label: text, value: first, note: first }] },
    { kind: "callout", tone: "warning", inlines: first },
    {
      kind: "chart",
      description: text,
      chart: { kind: "progress", title: text, unit: text, segments: [], marks: [] },
    },
  ];
  return aDeck({
    title: text,
    footer: text,
    slides: [aTitleSlide({ kicker: text, title: first, blocks }), aSlide({ title: first })],
  });
}

/** What a text changes that is only to be shown: what acts, and what differs from a harmless text. */
function leaksOf(text: string): readonly string[] {
  const { findings, skeleton, targets, definitions } = readAsGithub(renderMarkdown(deckOf(text)));
  const strange = targets
    .filter((target) => target !== github)
    .map((target) => `target: ${target}`);
  const isAsPlain = skeleton === plain || displayText(text) === "";
  const others = definitions.filter((definition) => definition !== `[\u200b1]: ${github}`);
  return [...findings, ...strange, ...others, ...(isAsPlain ? [] : [`skeleton: ${skeleton}`])];
}

const plain = readAsGithub(renderMarkdown(deckOf("x"))).skeleton;

function checkInert(text: string): void {
  expect(leaksOf(text), JSON.stringify(text)).toEqual([]);
}

/** Prose may hold links and lists, but acts no more than other text and stays in its place. */
function checkKept(prose: string): void {
  const list: Block = { kind: "list", items: [{ inlines: [aText("x")] }] };
  const slides = [
    aTitleSlide({ blocks: [list, { kind: "prose", markdown: prose }, list] }),
    aSlide({ blocks: [list] }),
  ];
  const { findings, definitions, skeleton, targets, blocks } = readAsGithub(
    renderMarkdown(aDeck({ slides })),
  );
  const tags = blocks.map(({ tagName }) => tagName);
  expect({
    findings: [...findings, ...definitions],
    targets: targets.filter((target) => !/^(?:https:\/\/|mailto:)/.test(target)),
    large: skeleton.match(/\bh[1-3]\b/g),
    frame: [...tags.slice(0, 2), ...tags.slice(-3)],
  }).toEqual({
    findings: [],
    targets: [],
    large: ["h1", "h2"],
    frame: ["h1", "ul", "ul", "h2", "ul"],
  });
}

const pieces = [
  ..."@#`*_~|\\[]()<>!&$:/-+=.\"' \n\t\r",
  ..."user 1 GH- GH-1 `` ``` ~~ ~~~ ** --- === # ## > 1. 12) <b> </p> <!-- --> <!x <?x &amp; &#64; &copy x é 发 😀 € ".split(
    " ",
  ),
  ...":smile: /close close fixes Duplicate https://github.com/o/r/pull/1 www.a.b deadbeef a@b.c {{x}} [a](https://b.test)".split(
    " ",
  ),
  ...[
    "[x]: https://e.test\n",
    "[1]",
    "[1]: ",
    "| a | b |\n",
    "|--|--|\n",
    "[ ] ",
    "[x] ",
    "[!NOTE]\n",
    "[^1]: ",
    "\n\n",
    "\n    ",
    "\u200b",
    "- ",
  ],
];
const nasty = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.array(fc.constantFrom(...pieces), { maxLength: 14 }).map((some) => some.join("")),
  },
  { weight: 1, arbitrary: fc.string({ unit: "binary" }) },
);

describe("no text, whoever wrote it, does anything but show", () => {
  test("in any place", () => {
    fc.assert(fc.property(nasty, checkInert), { numRuns: 400 });
  });

  test("in prose", () => {
    fc.assert(fc.property(nasty, checkKept), { numRuns: 2000 });
  });
});

describe("what the deck holds is what GitHub shows", () => {
  const texts = nasty.map(aText);
  const strongs = nasty.map((text): Inline => ({ kind: "strong", text }));
  const codes = nasty.map((text): Inline => ({ kind: "code", text }));
  const links = nasty.map((text): Inline => ({ kind: "link", text, url: "https://a.test/" }));
  const numbers = nasty.map((text): Inline => ({
    kind: "number",
    name: "n",
    text,
    url: "https://a.test/",
  }));
  // Not strong and number together: marked, other than GitHub's parser, takes an escaped bracket
  // for the start of a numbered link, and may lose bold by it.
  const inlines = fc.oneof(
    ...[strongs, numbers].map((either) =>
      fc.array(fc.oneof(texts, codes, links, either), { minLength: 1, maxLength: 5 }),
    ),
  );

  test("each inline with its text, in order, whatever stands beside it", () => {
    fc.assert(
      fc.property(inlines, (some) => {
        const cell = [aText("^"), ...some, aText("^")];
        const blocks: readonly Block[] = [
          { kind: "paragraph", inlines: cell },
          { kind: "table", columns: [{ title: "x", align: "start" }], rows: [{ cells: [cell] }] },
        ];
        const markdown = renderMarkdown(aDeck({ slides: [aTitleSlide({ blocks })] }));
        const [, paragraph, table] = readAsGithub(markdown).blocks;
        const shown = shownText(cell);
        expect([paragraph, table].map(seen)).toEqual([shown, `x${shown}`]);
      }),
      { numRuns: 1500 },
    );
  });

  test("links lead where they were meant to", () => {
    const address = fc.oneof(
      fc.webUrl({ validSchemes: ["https"], withQueryParameters: true, withFragments: true }),
      nasty.map((text) => `https://a.test/${text}`),
    );
    fc.assert(
      fc.property(address, (url) => {
        const inlines: readonly Inline[] = [
          aText("<"),
          { kind: "link", text: "x", url },
          { kind: "number", name: "n", text: "1", url },
          aText(">)"),
        ];
        const slides = [aTitleSlide({ title: inlines })];
        const { targets, skeleton, blocks } = readAsGithub(renderMarkdown(aDeck({ slides })));
        const target = decoded(new URL(url).href);
        expect(skeleton).toBe("h1(a a)");
        expect(targets.map(decoded)).toEqual([target, target]);
        expect(blocks.map(visibleText)).toEqual(["<x1>)"]);
      }),
      { numRuns: 1000 },
    );
  });

  /** Texts side by side are one text; a link without a text shows its host. */
  function shownText(inlines: readonly Inline[]): string {
    const shown: { kind: Inline["kind"]; text: string }[] = [];
    for (const one of inlines) {
      const text = one.kind === "status" ? one.word : one.text;
      const last = shown.at(-1);
      if (one.kind === "text" && last?.kind === "text") last.text += text;
      else if ("url" in one) shown.push({ kind: one.kind, text: displayText(text) || "a.test" });
      else if (displayText(text) !== "") shown.push({ kind: one.kind, text });
      else if (/\s/u.test(text) && last?.kind === "text") last.text += " ";
    }
    return withoutSpace(shown.map(({ text }) => displayText(text)).join(""));
  }
});

/** What a reader sees, but for the host that stands beside a text that looks like another address. */
function seen(element: DefaultTreeAdapterTypes.Element | undefined): string {
  return element === undefined ? "" : withoutSpace(visibleText(element)).replaceAll("(a.test)", "");
}

function withoutSpace(text: string): string {
  return text.replace(/\s/gu, "").normalize("NFC");
}

function decoded(address: string): string {
  return address.replace(/%[2-7][0-9A-F]/gi, (code) => decodeURIComponent(code));
}

const corpus = new URL("../../../shared/corpus/hostile/", import.meta.url);

describe.skipIf(!existsSync(corpus))("the collected hostile strings", () => {
  const lists =
    /^(?:github|markdown|unicode|html|people|blns|commonmark|xss|template|slack|ci-log|url).*json$/;
  const texts = existsSync(corpus)
    ? readdirSync(corpus)
        .filter((file) => lists.test(file))
        .flatMap((file): readonly string[] =>
          JSON.parse(readFileSync(new URL(file, corpus), "utf8")),
        )
    : [];

  test("are many", () => expect(texts.length).toBeGreaterThan(2500));

  test("only show, in any place", () => {
    expect(texts.filter((text) => leaksOf(text).length > 0)).toEqual([]);
  });

  test("only show, in prose", () => {
    for (const text of texts) {
      checkKept(text);
      checkKept(`a ${text}\n\n- ${text.replaceAll("\n", "\n  ")}\n\n> ${text}`);
    }
  });
});
