import fc from "fast-check";
import type { DefaultTreeAdapterTypes } from "parse5";
import { describe, expect, test } from "vitest";
import type { Block, Inline } from "../../src/domain/deck.ts";
import { displayText } from "../../src/render/display-text.ts";
import { renderMarkdown } from "../../src/render/markdown.ts";
import { aDeck, aText, aTitleSlide } from "../builders/deck.ts";
import { nastyText } from "../builders/nasty-text.ts";
import { readAsGithub, visibleText } from "../oracles/github-markdown.ts";

describe("what the deck holds is what GitHub shows", () => {
  const texts = nastyText.map(aText);
  const strongs = nastyText.map((text): Inline => ({ kind: "strong", text }));
  const codes = nastyText.map((text): Inline => ({ kind: "code", text }));
  const links = nastyText.map((text): Inline => ({ kind: "link", text, url: "https://a.test/" }));
  const numbers = nastyText.map((text): Inline => ({
    kind: "number",
    name: "n",
    text,
    url: "https://a.test/",
  }));
  const inlines = fc.array(fc.oneof(texts, codes, links, strongs, numbers), {
    minLength: 1,
    maxLength: 5,
  });

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
        const isTable = table?.tagName === "table";
        expect([paragraph, table].map(seen)).toEqual([shown, isTable ? `x${shown}` : shown]);
      }),
      { numRuns: 1500 },
    );
  });

  test("links lead where they were meant to", () => {
    const address = fc.oneof(
      fc.webUrl({ validSchemes: ["https"], withQueryParameters: true, withFragments: true }),
      nastyText.map((text) => `https://a.test/${text}`),
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
});

/** Texts side by side are one text; a link without a text shows its host. */
function shownText(inlines: readonly Inline[]): string {
  const runs: { isText: boolean; text: string }[] = [];
  for (const inline of inlines) {
    const text = ownText(inline);
    const last = runs.at(-1);
    if (last?.isText === true && isPlain(inline)) last.text += inline.kind === "text" ? text : " ";
    else if (displayText(text) !== "") runs.push({ isText: inline.kind === "text", text });
  }
  return withoutSpace(runs.map(({ text }) => displayText(text)).join(""));
}

function ownText(inline: Inline): string {
  if (inline.kind === "status") return inline.word;
  return displayText(inline.text) === "" && "url" in inline ? "a.test" : inline.text;
}

/** Bold white space is white space. */
function isPlain(inline: Inline): boolean {
  return inline.kind === "text" || displayText(ownText(inline)) === "";
}

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
