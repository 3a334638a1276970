import fc from "fast-check";
import { expect, test } from "vitest";
import { displayText } from "../../../src/render/display-text.ts";

function check(input: string, expected: string, maxGraphemes?: number): void {
  expect(displayText(input, maxGraphemes)).toBe(expected);
}

test("ordinary text stays as it is", () => {
  check("Pod+PodStatus Lifecycle (#93459)", "Pod+PodStatus Lifecycle (#93459)");
  check("发布 é ру", "发布 é ру");
});

test("line breaks of every kind and runs of space become one space", () => {
  check(" a\r\nb\u2028c\u2029d\u0085e\vf\fg\t\u00a0h ", "a b c d e f g h");
});

test("what is not seen but changes what is read goes", () => {
  check("\u202etxt.exe", "txt.exe");
  check("ad\u200b\u200c\u2060\u00ad\u3164\u034fmin", "admin");
  check("\u0000a\b\u001b[31m\u009b\u007f", "a[31m");
  check("x\u{e0101}\u{e0041}\ufe0fy\ufffe\uffff\ufffb", "xy");
});

test("text is well-formed and composed", () => {
  check("lone \udc00", "lone \ufffd");
  check("e\u0301", "é");
});

test("marks pile up four high at most", () => {
  check(`x${"\u0335".repeat(300)}y`, `x${"\u0335".repeat(4)}y`);
});

test("an emoji keeps the joiners that spell it", () => {
  check("👩‍👩‍👧 👍🏽 1️⃣ ☎️", "👩‍👩‍👧 👍🏽 1️⃣ ☎️");
  check("a\u200d👩", "a👩");
});

test("letters keep the joiners that spell a word, and no others", () => {
  check("می\u200cخواهم क्\u200dष", "می\u200cخواهم क्\u200dष");
  check("می\u200c\u200cخ \u200cم\u200c \u200cक\u200d", "میخ م क");
});

test("a long text is cut between characters as a reader counts them", () => {
  check("abcdef", "abc…", 4);
  check("abcd", "abcd", 4);
  check("👩‍👩‍👧👍🏽ab", "👩‍👩‍👧👍🏽ab", 4);
  check("ab   c", "ab…", 3);
});

const text = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({
    unit: fc.constantFrom(..."a1#☎👩مक\u094d\u200c\u200d\ufe0f\u{1f3fd}\u0301\u202e \n"),
  }),
);

test("it is one line of safe characters, at most as long as asked, and final", () => {
  fc.assert(
    fc.property(text, fc.integer({ min: 1, max: 20 }), (input, limit) => {
      const shown = displayText(input);
      expect(displayText(shown)).toBe(shown);
      expect(shown).toBe(shown.normalize("NFC"));
      expect(shown).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069\u200b\ufeff]/u);
      const segments = new Intl.Segmenter("en").segment(displayText(input, limit));
      expect(Array.from(segments).length).toBeLessThanOrEqual(limit);
    }),
  );
});
