import { describe, expect, test } from "vitest";
import { placeInProse } from "../../../src/domain/place.ts";
import { parsePlan } from "../../../src/plan/parse-plan.ts";

/** Where in the file each of the words of the intro is shown to be, by what stands there. */
function check(intro: string, words: readonly string[]) {
  const text = `release: "1.20"\nobjectives: []\nintro: ${intro}\n`;
  const prose = parsePlan("plan.yaml", text).intro;
  const shown = words.map((word) => {
    const place = prose && placeInProse(prose, prose.text.indexOf(word));
    const line = text.split("\n")[(place?.line ?? 0) - 1] ?? "";
    return line.slice((place?.column ?? 0) - 1).slice(0, word.length);
  });
  expect(shown).toEqual(words);
}

const words = ["Still", "target", "{{KR1.goal}}", "KR2", "done."];

describe("a word of a prose text is found in the file", () => {
  test.each([
    ["plain", "Still on target with {{KR1.goal}} and KR2 done."],
    ["plain, folded", "Still on target\n  with {{KR1.goal}}\n\n     and KR2\n  done."],
    ["double quotes", '"Still on target with {{KR1.goal}} and KR2 done."'],
    ["double quotes, folded", '"Still on target\n  with {{KR1.goal}}\n  and KR2 done."'],
    ["single quotes", "'Still on target with {{KR1.goal}} and KR2 done.'"],
    ["literal", "|\n  Still on target\n\n  - with {{KR1.goal}}\n    - and KR2\n  done."],
    [
      "literal, stripped, indented more",
      "|-\n\n      Still on target\n      with {{KR1.goal}} and KR2 done.",
    ],
    [
      "literal with an indentation indicator",
      "|2\n    Still on target\n  with {{KR1.goal}} and KR2 done.",
    ],
    ["folded block", ">\n  Still on target\n  with {{KR1.goal}}\n\n  and\n    KR2\n  done."],
    [
      "folded block that keeps its end",
      ">+\n  Still on target with\n  {{KR1.goal}} and KR2 done.\n\n",
    ],
  ])("%s", (_, intro) => check(intro, words));

  test("double quotes with escapes: lines hold", () => {
    check('"Still \\u2014 on target\n  with {{KR1.goal}} and\n  KR2 done."', [
      "Still",
      "KR2",
      "done.",
    ]);
  });
});

test("an empty text has the place of its value", () => {
  const plan = parsePlan("plan.yaml", 'release: "1.20"\nobjectives: []\nintro: ""\n');
  expect(plan.intro).toEqual({
    text: "",
    at: { file: "plan.yaml", line: 3, column: 8 },
    indent: 8,
  });
});
