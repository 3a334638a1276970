/** Texts made of what means something to Markdown, to GitHub or to HTML, and now and then of anything. */
import fc from "fast-check";

const signs = "@#`*_~|\\[]()<>!&$:/-+=.\"' \n\t\r\u200b";

const marks = "`` ``` ~~ ~~~ ** --- === # ## > - 1. 12) |--|--|";

const tags = "<b> </p> <!-- --> <!x <?x &amp; &#64; &copy";

const words =
  "x user 1 GH- GH-1 é 发 😀 € :smile: /close close fixes Duplicate deadbeef a@b.c {{x}} www.a.b";

const links = "https://github.com/o/r/pull/1 [a](https://b.test) [1] [1]:";

const lines = ["[x]: https://e.test\n", "| a | b |\n", "|--|--|\n", "[!NOTE]\n", "\n\n", "\n    "];

const starts = ["[ ] ", "[x] ", "[^1]: ", "- ", "> "];

const pieces = [
  ...signs,
  ...[marks, tags, words, links].flatMap((some) => some.split(" ")),
  ...lines,
  ...starts,
];

export const nastyText = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.array(fc.constantFrom(...pieces), { maxLength: 14 }).map((some) => some.join("")),
  },
  { weight: 1, arbitrary: fc.string({ unit: "binary" }) },
);
