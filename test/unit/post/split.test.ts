import { describe, expect, it } from "vitest";
import { split } from "../../../src/post/split.ts";

const sections = Array.from({ length: 9 }, (_, index) => `## ${index}\n\n${"x".repeat(600)}`);
const markdown = ["# v1.20", ...sections].join("\n\n");
const budget = { characters: 3_000, posts: 5 };

const urlOf = (part: number) => `https://example.org/#${part}`;
const urlsOf = (...parts: readonly number[]) => new Map(parts.map((part) => [part, urlOf(part)]));

/** The lines that lead from one text to others, by text. */
function check(urls: ReadonlyMap<number, string> | undefined, expected: readonly string[]): void {
  const parts = split(markdown, urls === undefined ? budget : { ...budget, urls });
  expect(parts.map((part) => /^\*Continued .*\*$/m.exec(part)?.[0] ?? "")).toEqual(expected);
}

describe("texts of a long report lead", () => {
  it("nowhere where they have no addresses", () => {
    check(undefined, ["*Continued in 2 more posts.*", "", ""]);
  });

  it("to each other once all of them are known", () => {
    const back = `*Continued from [the first post](${urlOf(1)}).*`;
    const on = `*Continued in [2](${urlOf(2)}), [3](${urlOf(3)}).*`;
    check(urlsOf(1, 2, 3), [on, back, back]);
  });

  it("back as soon as the first is known, and on when no follow-up is missing", () => {
    const more = "*Continued in 2 more posts.*";
    const back = `*Continued from [the first post](${urlOf(1)}).*`;
    check(urlsOf(), [more, "", ""]);
    check(urlsOf(1, 2), [more, back, back]);
    check(urlsOf(2, 3), [`*Continued in [2](${urlOf(2)}), [3](${urlOf(3)}).*`, "", ""]);
  });

  it("without any block moving from one text to another", () => {
    const texts = (urls: ReadonlyMap<number, string>) =>
      split(markdown, { ...budget, urls }).map((part) =>
        part.replace(/\n\n\*Continued .*\*$/m, ""),
      );
    expect(texts(urlsOf(1, 2, 3))).toEqual(texts(urlsOf()));
    for (const part of split(markdown, { ...budget, urls: urlsOf(1, 2, 3) })) {
      expect(part.length).toBeLessThanOrEqual(budget.characters);
    }
  });
});

it("what is left out is said in the last text, beside the way back", () => {
  const last = split(markdown, { characters: 3_000, posts: 2, urls: urlsOf(1, 2) }).at(-1);
  expect(last).toMatch(
    /\n\n\*Left out for want of room: the rest, with \d more sections\.\*\n\n\*Continued from \[the first post\]/,
  );
});
