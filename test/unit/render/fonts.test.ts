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
  check("и", ["inter-cyrillic-400-normal.woff2", "inter-cyrillic-600-normal.woff2"]);
  check("你", ["noto-sans-sc-118-400-normal.woff2", "noto-sans-sc-118-600-normal.woff2"]);
  check("🚀", ["noto-emoji-5-400-normal.woff2"]);
  expect(fontFaces("x", true).map(({ family }) => family)).toContain("JetBrains Mono");
});

test("an emoji of several characters comes from one file", () => {
  const faces = fontFaces("👍🏽", false).filter(({ family }) => family === "Noto Emoji");
  expect(faces.map(({ range }) => range)).toEqual(["U+1f3fd,U+1f44d"]);
});

test("every named file is there", () => {
  for (const { file } of fontFaces("aиλế你🚀→", true)) {
    expect(resolve(`@fontsource/${file}`)).toContain(file);
  }
});

test("characters that no font draws are named, each once, in order", () => {
  expect(undrawn("ok 你 🚀 한 ש\u200d ש \u00a0")).toEqual(["ש", "한"]);
  expect(undrawn("all of this is drawn: → ≥ ≠ ✓ é ω й")).toEqual([]);
});
