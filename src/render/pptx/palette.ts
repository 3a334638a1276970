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
] as const;

/** Colors by what they are for, as six hexadecimal digits. */
export type Palette = Readonly<Record<(typeof names)[number], string>>;

export interface Palettes {
  readonly page: Palette;
  readonly cover: Palette;
}

/** Of the light theme. Throws a RenderError for a color that the style sheet does not tell. */
export function palettesIn(css: string): Palettes {
  const page = colorsIn(css, ":root");
  const cover = new Map([...page, ...colorsIn(css, ".slide.title")]);
  return { page: palette(page), cover: palette(cover) };
}

/** Custom properties with a color in the first rule of a selector. */
function colorsIn(css: string, selector: string): ReadonlyMap<string, string> {
  const [, rule = ""] = css.split(`\n${selector} {`);
  const [own = ""] = rule.split("}");
  const colors = own.matchAll(/--([\w-]+):\s*#([\da-f]{6})\s*;/gi);
  return new Map(Array.from(colors, ([, name = "", color = ""]) => [name, color.toUpperCase()]));
}

function palette(colors: ReadonlyMap<string, string>): Palette {
  return Object.fromEntries(names.map((name) => [name, color(colors, name)])) as Palette;
}

function color(colors: ReadonlyMap<string, string>, name: string): string {
  const found = colors.get(name);
  if (found !== undefined) return found;
  throw new RenderError(`templates/theme.css: there is no color --${name} such as #1f5cb8`, {
    code: "template",
    hint: "PowerPoint slides take their colors from :root of that file.",
  });
}
