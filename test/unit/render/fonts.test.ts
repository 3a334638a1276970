import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, test } from "vitest";
import { fontTables } from "../../../scripts/font-tables.ts";
import { fontFaces, undrawn } from "../../../src/render/fonts.ts";

const folder = new URL("../../../src/render/", import.meta.url);
const { resolve } = createRequire(import.meta.url);

function check(text: string, files: readonly string[]): void {
  const faces = fontFaces(text, false).filter(
    ({ file }) => !file.startsWith("inter/files/inter-latin-"),
  );
  expect(faces.map(({ file }) => file.split("/").at(-1))).toEqual(files);
}

function both(name: string): readonly string[] {
  return [400, 600].map((weight) => `${name}-${weight}-normal.woff2`);
}

test("the tables are those of the installed fonts: else run node scripts/font-tables.ts", () => {
  for (const [name, content] of fontTables()) {
    expect(readFileSync(new URL(name, folder), "utf8") === content, name).toBe(true);
  }
});

test("every page has the letters of English, in both weights and with its space", () => {
  expect(fontFaces("", false)).toEqual([
    {
      family: "Inter",
      weight: "400",
      file: "inter/files/inter-latin-400-normal.woff2",
      range: "U+20-7e",
    },
    {
      family: "Inter",
      weight: "600",
      file: "inter/files/inter-latin-600-normal.woff2",
      range: "U+20-7e",
    },
  ]);
});

test("further files come only for what needs them", () => {
  check("plain text – with “quotes”…", []);
  check("и", both("inter-cyrillic"));
  check("你", both("noto-sans-sc-118"));
  check("🚀", ["noto-emoji-5-400-normal.woff2"]);
  expect(fontFaces("x", true).map(({ family }) => family)).toContain("JetBrains Mono");
});

test("every script has the files that it needs", () => {
  check("한국어", ["noto-sans-kr-118", "noto-sans-kr-117"].flatMap(both));
  check("カナ", both("noto-sans-sc-119"));
  check("مرحبا", both("noto-sans-arabic-arabic"));
  check("שָׁלוֹם", both("noto-sans-hebrew-hebrew"));
  check("น้ำ", both("noto-sans-thai-thai"));
  check("हिन्दी", both("noto-sans-devanagari-devanagari"));
});

test("a letter comes with its marks and joiners from one file, which draws nothing else", () => {
  const faces = fontFaces("می\u200cخ क्\u200dष", false);
  expect(new Map(faces.map(({ family, range }) => [family, range]))).toEqual(
    new Map([
      ["Inter", "U+20-7e"],
      ["Noto Sans Arabic", "U+62e,U+645,U+6cc,U+200c"],
      ["Noto Sans Devanagari", "U+915,U+937,U+94d,U+200d"],
    ]),
  );
});

test("the style sheet asks for the families in their order", () => {
  const style = readFileSync(new URL("../../templates/slides.css", folder), "utf8");
  const [, stack = ""] = /--text-fonts:\s*([^;]*);/.exec(style) ?? [];
  const index = JSON.parse(readFileSync(new URL("font-index.json", folder), "utf8")) as {
    readonly text: readonly { readonly family: string }[];
  };
  const families = Array.from(stack.matchAll(/"([^"]*)"/g), ([, family]) => family);
  expect(families).toEqual(index.text.map(({ family }) => family));
});

test("an emoji of several characters comes from one file", () => {
  const faces = fontFaces("👍🏽", false).filter(({ family }) => family === "Noto Emoji");
  expect(faces.map(({ range }) => range)).toEqual(["U+1f3fd,U+1f44d"]);
});

test("every named file is there", () => {
  for (const { file } of fontFaces("aиλế你🚀→한مשไह", true)) {
    expect(resolve(`@fontsource/${file}`)).toContain(file);
  }
});

test("characters that no font draws are named, each once, in order", () => {
  expect(undrawn("ok 你 🚀 한 ש ሰ\u200dབ ሰ \u00a0")).toEqual(["བ", "ሰ"]);
  expect(undrawn("all of this is drawn: → ≥ ≠ ✓ é ω й かな 한 م ש ไ हि")).toEqual([]);
});
