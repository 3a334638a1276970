import { expect, test } from "vitest";
import { readAsGithub, visibleText } from "./github-markdown.ts";

function check(markdown: string, kind: string): void {
  const kinds = readAsGithub(markdown).findings.map((finding) => finding.split(":")[0]);
  expect(kinds, markdown).toContain(kind);
}

test("the oracle sees what GitHub acts on, behind escapes and entities too", () => {
  for (const text of ["@octo", "\\@octo", "&#64;octo", "&commat;octo", "a **b @org/team**"]) {
    check(text, "mention");
  }
  for (const text of ["#1", "\\#1", "&num;1", "o/r#1", "GH-1", "(gh-1)", "~~#1~~"]) {
    check(text, "reference");
  }
  for (const text of ["f808317", "o/r@f8083175fe890cbf14f41d0a06e7aa35d4989587"]) {
    check(text, "commit");
  }
  for (const text of ["//github.com/o/r/pull/1", "ftp&#58;//x.y", "www\\.x.y"]) {
    check(text, "address");
  }
  check("\\:smile:", "emoji");
  check("cost: $x + y$", "math");
  check("$$x$$", "math");
});

test("the oracle sees what bots obey and what breaks the document", () => {
  check("text\n/lgtm", "command");
  check("- **/close**", "command");
  check("fixes #1", "closing keyword");
  check("Closes: [it](https://github.com/o/r/issues/1)", "closing keyword");
  check("Closes: [it][1]", "closing keyword");
  check("Closes [`it`](https://github.com/o/r/issues/1)", "closing keyword");
  check("<!-- release-deck -->", "comment");
  check("`<!-- release-deck -->`", "marker");
  check("<details>x</details>", "tag");
  check("<details>\n<summary><b>x</b></summary>\n\n</details>", "tag");
  check("<details open>\n<summary>x</summary>\n\n</details>", "tag");
  check("![x](https://x.y/z.png)", "tag");
  check("---\ntitle: x\n---", "front matter");
});

test("the oracle sees definitions wherever they stand", () => {
  const { definitions } = readAsGithub("[^1]: x\n\n> [a]: https://a.test\n");
  expect(definitions).toEqual(["[^1]: x", "[a]: https://a.test"]);
});

test("the oracle passes what is meant", () => {
  for (const markdown of ["`close [` [it][1]", "close\\~ [it][1]"]) {
    expect(readAsGithub(markdown).findings).toEqual([]);
  }
  const markdown =
    "# a\n\n`@octo #1` [#1](https://github.com/o/r/pull/1) at 10:30:00, $5 and @\u200bocto";
  expect(readAsGithub(markdown)).toMatchObject({
    findings: [],
    skeleton: "h1 p(code a)",
    targets: ["https://github.com/o/r/pull/1"],
  });
});

test("the oracle finds emphasis between brackets that make no link", () => {
  const { skeleton } = readAsGithub("`[` **a** [\\`][1] \\[ **c** `d][1]`\n\n[1]: https://a.test");
  expect(skeleton).toBe("p(code strong a strong code)");
});

test("the oracle tells alerts from quotes and reads text as it is seen", () => {
  const { skeleton, blocks } = readAsGithub("> [!NOTE]\n> a\u200bb  c\n\n> c");
  expect(skeleton).toBe("blockquote[!NOTE](p) blockquote(p)");
  expect(blocks.map(visibleText)).toEqual(["[!NOTE] ab c", "c"]);
});
