/** Fonts of the npm packages that the decks use, as style rules with the fonts inside. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** The faces of a `@fontsource` package that cover any of the letters of `text`. */
export function fontFaces(name: string, text: string): string {
  const { resolve } = createRequire(import.meta.url);
  const folder = dirname(resolve(`@fontsource/${name}/package.json`));
  const faces = readFileSync(join(folder, "400.css"), "utf8").match(/@font-face \{[^}]*\}/g) ?? [];
  return faces
    .filter((face) => Array.from(text).some((letter) => covers(face, letter)))
    .map((face) =>
      face.replace(/src: url\(([^)]+)\)[^;]*;/, (_, path: string) => source(folder, path)),
    )
    .join("\n");
}

function covers(face: string, letter: string): boolean {
  const ranges = /unicode-range: ([^;]+);/.exec(face)?.[1]?.split(",") ?? [];
  const point = letter.codePointAt(0) ?? 0;
  return ranges.some((range) => {
    const [first = 0, last = first] = range
      .replace("U+", "")
      .split("-")
      .map((hex) => parseInt(hex, 16));
    return first <= point && point <= last;
  });
}

function source(folder: string, path: string): string {
  const bytes = readFileSync(join(folder, path)).toString("base64");
  return `src: url(data:font/woff2;base64,${bytes}) format("woff2");`;
}
