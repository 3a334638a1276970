import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { diffLines } from "../../src/post/diff.ts";
import { withLinks } from "../../src/post/quiet.ts";
import { readRegion, withRegion } from "../../src/post/region.ts";
import { split } from "../../src/post/split.ts";
import type { Hash } from "../../src/ports.ts";
import { renderMarkdown } from "../../src/render/markdown.ts";
import { anyDeck } from "../builders/any-deck.ts";
import { nastyText } from "../builders/nasty-text.ts";
import { readAsGithub } from "../oracles/github-markdown.ts";

const hash: Hash = (bytes) => createHash("sha256").update(bytes).digest("hex");

describe("a report in parts", () => {
  const budget = { characters: 1_500, posts: 1_000 };

  test("no part is longer than it may be, and each reads as GitHub's Markdown with all its links", () => {
    fc.assert(
      fc.property(anyReport, ({ markdown }) => {
        for (const part of split(markdown, budget)) {
          expect(part.length).toBeLessThanOrEqual(budget.characters);
          const reading = readAsGithub(part);
          expect(reading.findings).toEqual([]);
          const used = part.match(/(?<=\])\[\u200B\d+\](?!:)/g) ?? [];
          const defined = definedIn(part);
          expect(used.filter((label) => !defined.has(label))).toEqual([]);
          expect(fencesIn(part) % 2).toBe(0);
          expect(part.match(/^<details>$/gm)?.length).toBe(part.match(/^<\/details>$/gm)?.length);
        }
      }),
      { numRuns: 300 },
    );
  });

  test("every row, item and line is in one of them, once and in order", () => {
    fc.assert(
      fc.property(anyReport, ({ markdown, words }) => {
        const parts = split(markdown, budget).join("\n");
        expect(parts.match(/\bw\d+\b/g) ?? []).toEqual(words);
      }),
      { numRuns: 300 },
    );
  });

  test("what is short enough is one part, as it is", () => {
    fc.assert(
      fc.property(anyReport, ({ markdown }) => {
        expect(split(markdown, { characters: 1_000_000, posts: 1 })).toEqual([markdown.trim()]);
      }),
    );
  });

  test("beyond the number of posts the last says what is left out", () => {
    fc.assert(
      fc.property(anyReport, fc.integer({ min: 1, max: 3 }), ({ markdown }, posts) => {
        const all = split(markdown, budget);
        const some = split(markdown, { ...budget, posts });
        expect(some).toHaveLength(Math.min(posts, all.length));
        expect(some.at(-1)?.includes("Left out for want of room")).toBe(posts < all.length);
      }),
    );
  });

  test("of the real renderer, too", () => {
    fc.assert(
      fc.property(anyDeck, (deck) => {
        const parts = split(renderMarkdown(deck), { characters: 4_000, posts: 1_000 });
        for (const part of parts) {
          expect(part.length).toBeLessThanOrEqual(4_000);
          expect(readAsGithub(part).findings).toEqual([]);
        }
      }),
      { numRuns: 100 },
    );
  });
});

/** A report of every kind of block, some longer than a part; its words in their order. */
const anyReport = fc
  .array(
    fc.record({
      kind: fc.constantFrom("table", "list", "code", "paragraph", "folded", "loose"),
      lines: fc.integer({ min: 1, max: 60 }),
      isHeaded: fc.boolean(),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((plan) => {
    let count = 0;
    const word = () => `w${(count += 1)}`;
    const blocks = plan.flatMap(({ kind, lines, isHeaded }, index) => [
      ...(isHeaded ? [`## Section ${index}`] : []),
      blockOf(
        kind,
        Array.from({ length: lines }, () => word()),
      ),
    ]);
    const words = Array.from({ length: count }, (_, index) => `w${index + 1}`);
    const addresses = Array.from(
      { length: count },
      (_, index) => `[\u200B${index + 1}]: https://github.com/o/r/pull/${index + 1}`,
    );
    const markdown = `${["# Report", ...blocks, addresses.join("\n")].join("\n\n")}\n`;
    return { markdown, words };
  });

function blockOf(kind: string, words: readonly string[]): string {
  const links = words.map((word) => `[${word}][\u200B${word.slice(1)}]`);
  switch (kind) {
    case "table":
      return ["| A | B |", "| --- | --- |", ...links.map((link) => `| ${link} | x |`)].join("\n");
    case "list":
      return links.map((link, index) => `${index % 3 === 2 ? "  " : ""}- ${link}`).join("\n");
    case "loose":
      return links.map((link) => `- ${link}\n\n  more of it`).join("\n\n");
    case "code":
      return ["```text", ...words, "", "```"].join("\n");
    case "folded":
      return `<details>\n<summary>Rows</summary>\n\n${blockOf("table", words)}\n\nMore.\n\n</details>`;
    default:
      return links.join("\n");
  }
}

function definedIn(part: string): Set<string> {
  return new Set(part.match(/^\[\u200B\d+\](?=: )/gm));
}

function fencesIn(part: string): number {
  return part.match(/^```/gm)?.length ?? 0;
}

describe("our region in a text of others", () => {
  const texts = fc
    .array(fc.oneof(nastyText, fc.constantFrom("\n", "\r\n", "<!--", "-->")))
    .map((some) => some.join(""));
  const region = { report: "v1.20", part: 1 };

  test("is found as it was written, and what is around it stays", () => {
    fc.assert(
      fc.property(texts, nastyText, nastyText, (around, content, next) => {
        const none = readRegion(around, "v1.20", hash);
        fc.pre(none.kind === "none");
        const first = withRegion(none, { ...region, content }, hash);
        const found = readRegion(first, "v1.20", hash);
        if (found.kind !== "whole") throw new Error(found.kind);
        expect(around.trim() === "" || found.before === `${around}\n\n`).toBe(true);
        const second = withRegion(found, { ...region, content: next }, hash);
        const again = readRegion(second, "v1.20", hash);
        expect(again).toMatchObject({ kind: "whole", before: found.before, after: found.after });
      }),
    );
  });

  test("changed anywhere, it is not taken for whole", () => {
    fc.assert(
      fc.property(
        fc.lorem(),
        fc.nat(),
        fc.constantFrom("x", "#", "<", " y "),
        (content, at, sign) => {
          const text = withRegion({ kind: "none", text: "" }, { ...region, content }, hash);
          const from = text.indexOf(content);
          const place = from + 1 + (at % Math.max(1, content.length - 1));
          const changed = text.slice(0, place) + sign + text.slice(place);
          expect(readRegion(changed, "v1.20", hash).kind).toBe("damaged");
        },
      ),
    );
  });
});

test("links to GitHub keep their text and their path, and leave github.com", () => {
  fc.assert(
    fc.property(fc.constantFrom("redirect", "www"), fc.webPath(), (form, path) => {
      const address = new URL(`https://github.com${path}`).href.replace(
        /[()'*]/g,
        encodeURIComponent,
      );
      const markdown = `[a](${address}) [b][\u200B1] <${address}>\n\n[\u200B1]: ${address}`;
      const { targets } = readAsGithub(withLinks(markdown, form));
      const hosts = targets.map((target) => new URL(target).host);
      expect(hosts).toEqual(Array(3).fill(`${form}.github.com`));
      const before = readAsGithub(markdown).targets.map((target) => new URL(target).pathname);
      expect(targets.map((target) => new URL(target).pathname)).toEqual(before);
    }),
  );
});

test("a difference leads from the one text to the other", () => {
  const lines = fc.array(fc.constantFrom("a", "b", "c", "d", ""), { maxLength: 12 });
  fc.assert(
    fc.property(lines, lines, (before, after) => {
      const found = diffLines(before, after);
      const without = (kind: string) => found.filter((line) => line.kind !== kind);
      expect(without("new").map(({ text }) => text)).toEqual(before);
      expect(without("gone").map(({ text }) => text)).toEqual(after);
    }),
  );
});
