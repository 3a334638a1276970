import { expect, test } from "vitest";
import { addressList } from "../../../../src/render/address-list.ts";
import { proseMarkdown } from "../../../../src/render/markdown/prose.ts";

function prose(markdown: string, bullet: "-" | "*" = "-"): string {
  return proseMarkdown(addressList(), markdown, bullet);
}

/** In `expected`, `¦` stands for the seam. */
function check(markdown: string, expected = markdown): void {
  expect(prose(markdown).replaceAll("\u200b", "¦")).toBe(expected);
}

test("what authors write stays as written", () => {
  check("Still *looking* on **target**, ~~even~~ as `a|b` hit edge cases.");
  check("one line\\\nand a second");
  check(
    "- Flakes are difficult\n- Policy changes are slow\n  - very\n\n    indeed\n- [x] done\n- [ ] open",
  );
  check("1. one\n2. two\n   - three\n\n> a quote\n>\n> - in it");
  check("| a | b |\n| --- | ---: |\n| x\\|y | `1` |");
  check("```go\nfunc main() {\n    x  := 1\n}\n```");
  check("<https://sched.co/ekHw>");
});

test("addresses of links are numbered, to be listed where the document ends", () => {
  check(
    "hit [edge **cases**](https://a.test/x), [x](https://b.test)",
    "hit [edge **cases**][¦1], [x][¦2]",
  );
});

test("a line that merely ends goes on, for GitHub breaks lines in comments", () => {
  check("one\nline", "one line");
  check("a **b  \nc**\n===", "#### a **b c**");
});

test("headings come below the deck's own", () => {
  check("# a\n\nb\n===\n\n##### c", "#### a\n\n#### b\n\n##### c");
});

test("raw HTML is text", () => {
  check("<b>x</b> <!-- y -->", "\\<b>x\\</b> \\<¦!-- y -->");
  check("<details>\n<summary>x</summary>", "\\<details> \\<summary>x\\</summary>");
});

test("images become links, links only where allowed", () => {
  check("![a chart](https://a.test/x.png)", "[a chart][¦1]");
  check("![](https://a.test/x.png)", "[image][¦1]");
  check("[![badge](https://a.test/b.svg)](https://b.test/)", "[badge][¦1]");
  check("[x](javascript:alert(1)) and [y](http://a.test)", "x and y");
  check("[mail](mailto:team@a.test)", "[mail][¦1]");
});

test("definitions are resolved, so that no text elsewhere becomes a link", () => {
  check("see [that][1]\n\n[1]: https://a.test/ 'title'", "see [that][¦1]");
});

test("what is open is closed", () => {
  check("```\nno end", "```\nno end\n```");
  check("> ```\n> no end", "> ```\n> no end\n> ```");
  check("~~~~\n```\n~~~~", "````\n```\n````");
  check("**no end", "\\*\\*no end");
});

test("names and references in prose are silent too, in code as well", () => {
  check("cc \\@user, &#64;user, #1", "cc @¦user, @¦user, #¦1");
  check("a  \n/close\n\n```\n/close\n```", "a\\\n/¦close\n\n```\n/¦close\n```");
});

test("code that GitHub would draw is shown as code", () => {
  check("```mermaid\ngraph TD\n```", "```\ngraph TD\n```");
});

test("two lists stay two", () => {
  check("- a\n\n* b", "- a\n\n* b");
  expect(prose("- a", "*")).toBe("* a");
});

test("rules do not merge with a bullet, character references are read", () => {
  check("- ***\n- b", "- ___\n- b");
  check("a &amp; b &copy; &#169;", "a & b \\&copy; ©");
});

test("deep nesting becomes text", () => {
  const depth = 40;
  const written = prose(`${"> ".repeat(depth)}x`);
  expect(written).toMatch(/^(?:> ){16,18}.*x$/);
});

test("blank prose is nothing", () => {
  check(" \n\n", "");
  check("[a]: https://a.test/", "");
});
