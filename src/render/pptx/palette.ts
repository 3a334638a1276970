/** The colors of the theme, read from its style sheet, so that a theme is told once. */
import { RenderError } from "../../domain/errors.ts";

const names = [
  "paper",
  "ink",
  "quiet",
  "rule",
  "wash",
  "accent",
  "accent-line",
  "good",
  "good-tint",
  "progress",
  "progress-tint",
  "warning",
  "warning-tint",
  "bad",
  "bad-tint",
  "neutral",
  "neutral-tint",
  "on-solid",
  "panel",
  "panel-ink",
  "panel-accent",
] as const;

/** Colors by what they are for, as six hexadecimal digits. */
export type Palette = Readonly<Record<(typeof names)[number], string>>;

export interface Palettes {
  readonly page: Palette;
  readonly cover: Palette;
}

/** Of the light theme. Throws a RenderError for a color that the style sheet does not tell. */
export function palettesIn(css: string): Palettes {
  const [light, dark] = [colorsIn(css, "light"), colorsIn(css, "dark")];
  const page = paletteOf((name) => colorOf(light, name));
  const cover = paletteOf((name) => {
    const own = ownOfCover[name];
    return own === undefined ? colorOf(dark, name) : colorOf(dark, own);
  });
  return { page, cover };
}

/** What the cover has in the place of a color of the dark theme. */
const ownOfCover: Readonly<Partial<Record<keyof Palette, string>>> = {
  paper: "cover",
  ink: "cover-ink",
  quiet: "cover-quiet",
  rule: "cover-quiet",
  accent: "cover-accent",
  "accent-line": "cover-accent",
};

/** Custom properties with a color, of which those for light and dark are written as `light-dark(…)`. */
function colorsIn(css: string, scheme: "light" | "dark"): ReadonlyMap<string, string> {
  const colors = css.matchAll(
    /--([\w-]+):\s*(?:light-dark\(\s*#([\da-f]{6})\s*,\s*#([\da-f]{6})\s*\)|#([\da-f]{6}))\s*;/gi,
  );
  return new Map(
    Array.from(colors, ([, name = "", light = "", dark = "", both = ""]) => {
      const color = both || (scheme === "light" ? light : dark);
      return [name, color.toUpperCase()];
    }),
  );
}

function paletteOf(color: (name: keyof Palette) => string): Palette {
  return Object.fromEntries(names.map((name) => [name, color(name)])) as Palette;
}

function colorOf(colors: ReadonlyMap<string, string>, name: string): string {
  const found = colors.get(name);
  if (found !== undefined) return found;
  throw new RenderError(`the theme has no color --${name} such as light-dark(#1f5cb8, #86b4ff)`, {
    code: "template",
    hint: "Every theme.css below templates/themes/ has the same colors as that of the default theme.",
  });
}
