import { expect, test } from "vitest";
import { cutToWidth, displayWidth } from "../../../../src/render/text/display-width.ts";

function check(text: string, expected: number): void {
  expect(displayWidth(text), text).toBe(expected);
}

test("a letter takes one column, whatever it is spelled with", () => {
  check("", 0);
  check("KR1: 19 of 30", 13);
  check("Zürich", 6);
  check("e\u0301", 1);
  check("שלום", 4);
  check("и → █ ░ …", 9);
});

test("ideographs, kana, hangul and wide forms take two", () => {
  check("一致性", 6);
  check("テスト、「はい」。", 18);
  check("한국어", 6);
  check("\u1112\u1161\u11ab", 2);
  check("ＡＢ", 4);
});

test("an emoji takes two, however many code points spell it", () => {
  check("🎉", 2);
  check("👩\u200d👩\u200d👧", 2);
  check("👍🏽", 2);
  check("🇳🇿", 2);
  check("1\ufe0f\u20e3", 2);
});

test("what is cut ends in dots and never in half a character", () => {
  expect(cutToWidth("一致性", 6)).toBe("一致性");
  expect(cutToWidth("一致性", 5)).toBe("一致…");
  expect(cutToWidth("一致性", 4)).toBe("一…");
  expect(cutToWidth("a word", 3)).toBe("a…");
});
