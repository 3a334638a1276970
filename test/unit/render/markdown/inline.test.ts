import { expect, test } from "vitest";
import type { Inline } from "../../../../src/domain/deck.ts";
import { inlineMarkdown } from "../../../../src/render/markdown/inline.ts";
import { addressList } from "../../../../src/render/address-list.ts";

/** In `expected`, `¦` stands for the seam. */
function check(inlines: readonly Inline[], expected: string): void {
  expect(inlineMarkdown(addressList(), inlines).replaceAll("\u200b", "¦")).toBe(expected);
}

const text = (value: string): Inline => ({ kind: "text", text: value });
const strong = (value: string): Inline => ({ kind: "strong", text: value });
const code = (value: string): Inline => ({ kind: "code", text: value });
const number = (value: string, url = "https://a.test/"): Inline => ({
  kind: "number",
  name: "n",
  text: value,
  url,
});
const link = (value: string, url = "https://a.test/"): Inline => ({
  kind: "link",
  text: value,
  url,
});

test("each kind of inline has its form", () => {
  check(
    [
      text("Goal "),
      { kind: "number", name: "KR1.goal", text: "30", url: "https://a.test/" },
      text(" of "),
      { kind: "number", name: "KR1.stretch", text: "40" },
      text(": "),
      { kind: "status", word: "on track", tone: "good" },
      text(", "),
      strong("now"),
      text(" in "),
      code("main"),
    ],
    "Goal [30][¦1] of 40: on track, **now** in `main`",
  );
});

test("texts side by side are escaped as one", () => {
  check(
    [text("@"), text("user "), { kind: "status", word: "#", tone: "bad" }, text("1")],
    "@¦user #¦1",
  );
});

test("an address that may not be linked leaves its text", () => {
  check([link("x", "javascript:alert(1)"), link("y", "http://a.test"), text("!")], "xy!");
});

test("neighbors do not read into each other", () => {
  check([strong("a"), strong("b")], "**a**¦**b**");
  check([code("a"), code("b")], "`a`¦`b`");
  check([number("7"), number("8", "https://b.test/"), number("9")], "[7][¦1]¦[8][¦2]¦[9][¦1]");
  check([number("7"), text("[1](x)")], "[7][¦1]&#91;1\\]¦(x)");
  check([text("!"), link("a")], "!¦[a][¦1]");
  check([text("[ok]"), link("a")], "[ok]¦[a][¦1]");
  check([text("`"), code("a")], "\\`¦`a`");
  check([link("a"), text("(b)")], "[a][¦1]¦(b)");
});

test("bold counts inside a word too, with punctuation on its inner side", () => {
  check([text("a"), strong("(b)"), text("c")], "a**¦(b)¦**c");
  check([text("a "), strong(" (b) "), text("c")], "a **(b)** c");
  check([text("a"), strong(" b "), text("c")], "a **b** c");
  check([text("(\u{11C41}"), strong("+"), text(")")], "(\u{11C41}**¦+**)");
  check([strong(" "), text("c")], "c");
  check([strong("+"), text("\u200b"), link("a")], "**+¦**¦[a][¦1]");
});

test("code holds backticks", () => {
  check([code("`a` ``b``")], "``` `¦a` ``b`` ```".replace("¦", ""));
  check([code(" \n")], "");
});

test("no word that closes an issue stands before a link", () => {
  check([text("Fixes: "), link("it")], "Fix¦es: [it][¦1]");
  check([text("duplicate of "), link("it")], "dup¦licate of [it][¦1]");
  check([text("what was fixed")], "what was fixed");
  check([link("it"), text(" is closed")], "[it][¦1] is closed");
});
