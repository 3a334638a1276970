/** Texts as they come: long, without spaces, in any script, hostile. */
import fc from "fast-check";

const words = [
  "a",
  "endpoints",
  "kubernetes/kubernetes#95713",
  "{Pod,Service}ProxyWithPath",
  "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW",
  "https://prow.k8s.io/?job=apisnoop-conformance-gate&x=1",
  "ci-audit-conformance-on-a-very-long-hyphenated-name-of-a-job",
  "发布说明改进一致性测试",
  "テスト、「はい」。",
  "🎉",
  "👩‍👩‍👧👍🏽",
  "שלום",
  "مرحبا",
  "한국어판릴리스노트",
  "การทดสอบความสอดคล้องของรุ่น",
  "परीक्षण",
  "شششش﷽ﷺ",
  "z͑ͫ̓ͪ̂ͫ̽͏̴̙a̡͇l͏g̵o",
  "и",
  "<script>alert(1)</script>",
  "\u202eevil",
  "{{KR1.goal}}",
  "1234567890",
  "—",
  "→",
  "mmmmmmmmmmmm",
];

/** Mostly short texts, some of many words, some without a space. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: joined(4, " ") },
  { weight: 3, arbitrary: joined(30, " ") },
  { weight: 1, arbitrary: joined(300, " ") },
  { weight: 1, arbitrary: joined(40, "") },
  { weight: 2, arbitrary: fc.string({ unit: "grapheme", maxLength: 60 }) },
);

function joined(maxLength: number, separator: string): fc.Arbitrary<string> {
  return fc
    .array(fc.constantFrom(...words), { minLength: 1, maxLength })
    .map((all) => all.join(separator));
}
