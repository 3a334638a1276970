import fc from "fast-check";
import { Marked } from "marked";
import { expect, test } from "vitest";
import { proseTokens } from "../../src/render/prose.ts";

/** What the rules of Markdown are about, and what stands beside it. */
const pieces = fc.constantFrom(
  ..."a b < <b> </b> <div> <!-- --> > [ ] ( ) [x]:y [x](y) ![x](y) * ** _ __ ~ ~~ ` ``` # - -- ---".split(
    " ",
  ),
  ..."= === : | |- :- -|- 1. + \\ http://a.b a@b.c &amp; é 中".split(" "),
  " ",
  "   ",
  "    ",
  "\t",
  "\n",
  "\n\n",
  "\n- ",
  "\n> ",
  "\r",
  "\u2028",
);

test("a rule of marked that is not tried would not have held", () => {
  const marked = new Marked();
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 20 }), (some) => {
      const markdown = some.join("");
      expect(proseTokens(markdown)).toEqual([...marked.lexer(markdown)]);
    }),
    { numRuns: 5_000 },
  );
});
