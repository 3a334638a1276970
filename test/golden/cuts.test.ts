/** The example for each audience, as it is read: on GitHub and in a mail. */
import { expect, test } from "vitest";
import { compose } from "../../src/compose/compose.ts";
import { renderMarkdown } from "../../src/render/markdown.ts";
import { renderPlainText } from "../../src/render/plain-text.ts";
import { assessedExample } from "../builders/example.ts";
import { readAsGithub } from "../oracles/github-markdown.ts";

const days = ["2020-09-25", "2020-10-22", "2020-11-23"];

/** What GitHub makes of it: nothing acts, and what is folded holds its table, list or drawing. */
function checkReading(markdown: string): void {
  const { findings, skeleton } = readAsGithub(markdown);
  expect(findings).toEqual([]);
  const folds = skeleton.match(/details\([^ ]* ?\w*/g) ?? [];
  expect(folds.filter((fold) => !/^details\(summary (?:table|ul|p|pre)$/.test(fold))).toEqual([]);
}

test.each(days)("all of %s as Markdown", async (day) => {
  const markdown = renderMarkdown(compose(await assessedExample(day)));
  checkReading(markdown);
  expect(markdown).toMatch(/<details>\n<summary>.*Where the facts come from/);
  await expect(markdown).toMatchFileSnapshot(`cuts/${day}/deck.md`);
});

test.each(days)("%s on one page", async (day) => {
  const markdown = renderMarkdown(compose(await assessedExample(day), { cut: "exec" }));
  checkReading(markdown);
  await expect(markdown).toMatchFileSnapshot(`cuts/${day}/exec.md`);
});

test.each(days)("%s as a mail", async (day) => {
  const text = renderPlainText(compose(await assessedExample(day), { cut: "mail" }));
  expect(text).not.toMatch(/\*\*|\]\(|^#|^\|/m);
  await expect(text).toMatchFileSnapshot(`cuts/${day}/mail.txt`);
});
