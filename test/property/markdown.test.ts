import fc from "fast-check";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Block } from "../../src/domain/deck.ts";
import { displayText } from "../../src/render/display-text.ts";
import { renderMarkdown } from "../../src/render/markdown.ts";
import { aDeck, aSlide, aText, aTitleSlide } from "../builders/deck.ts";
import { deckOf, linked } from "../builders/text-everywhere.ts";
import { nastyText } from "../builders/nasty-text.ts";
import { readAsGithub } from "../oracles/github-markdown.ts";

/** What a text changes that is only to be shown: what acts, and what differs from a harmless text. */
function leaksOf(text: string): readonly string[] {
  const { findings, skeleton, targets, definitions } = readAsGithub(renderMarkdown(deckOf(text)));
  const strange = targets
    .filter((target) => target !== linked)
    .map((target) => `target: ${target}`);
  const isAsPlain = plain.has(skeleton) || displayText(text) === "";
  const others = definitions.filter((definition) => definition !== `[\u200b1]: ${linked}`);
  return [...findings, ...strange, ...others, ...(isAsPlain ? [] : [`skeleton: ${skeleton}`])];
}

/** Long cells stand below their table, so a harmless text has as many shapes as it has lengths that matter. */
const plain = new Set(
  [1, 15, 50, 81].map(
    (length) => readAsGithub(renderMarkdown(deckOf("x".repeat(length)))).skeleton,
  ),
);

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
    findings: [...findings, ...definitions.filter((one) => !isListed.test(one))],
    targets: targets.filter((target) => !/^(?:https:\/\/|mailto:)/.test(target)),
    large: skeleton.match(/\b(?:h[1-3]|details|summary)\b/g),
    frame: [...tags.slice(0, 2), ...tags.slice(-3)],
  }).toEqual({
    findings: [],
    targets: [],
    large: ["h1", "h2"],
    frame: ["h1", "ul", "ul", "h2", "ul"],
  });
}

/** A line of the list at the end. */
const isListed = /^\[\u200b\d+\]: \S+$/;

describe("no text, whoever wrote it, does anything but show", () => {
  test("in any place", () => {
    fc.assert(fc.property(nastyText, checkInert), { numRuns: 400 });
  });

  test("in prose", () => {
    fc.assert(fc.property(nastyText, checkKept), { numRuns: 2000 });
  });
});

const corpus = new URL("../../../shared/corpus/hostile/", import.meta.url);
const listNames =
  /^(?:github|markdown|unicode|html|people|blns|commonmark|xss|template|slack|ci-log|url).*json$/;

/** Seconds of work; on a busy machine a minute. */
const slow = { timeout: 180_000 };

describe.skipIf(!existsSync(corpus))("the collected hostile strings only show", slow, () => {
  const lists = existsSync(corpus)
    ? readdirSync(corpus).filter((name) => listNames.test(name))
    : [];

  test("are many", () => expect(lists.length).toBeGreaterThan(12));

  test.each(lists)("%s, in any place", (list) => {
    expect(hostile(list).filter((text) => leaksOf(text).length > 0)).toEqual([]);
  });

  test.each(lists)("%s, in prose", (list) => {
    for (const text of hostile(list)) {
      checkKept(text);
      checkKept(`a ${text}\n\n- ${text.replaceAll("\n", "\n  ")}\n\n> ${text}`);
    }
  });
});

function hostile(list: string): readonly string[] {
  return JSON.parse(readFileSync(new URL(list, corpus), "utf8"));
}
