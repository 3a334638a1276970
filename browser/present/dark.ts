/**
 * Dark or light, against what the reader's system prefers. The theme says how either looks in its own
 * rules for `prefers-color-scheme`: these are made to hold, or not to, whatever the theme. Remembered
 * by the page alone.
 */
type Scheme = "dark" | "light";

let chosen: Scheme | undefined;
const pages = new Set([document]);

export function toggleDark(): void {
  const isDark =
    chosen === undefined ? matchMedia("(prefers-color-scheme: dark)").matches : chosen === "dark";
  chosen = isDark ? "light" : "dark";
  for (const page of pages) paint(page);
}

/** Keeps another document, with the theme in it, as dark or as light as this one. */
export function paintLikewise(page: Document): void {
  pages.add(page);
  paint(page);
}

function paint(page: Document): void {
  if (chosen === undefined) return;
  page.documentElement.dataset["scheme"] = chosen;
  for (const sheet of page.styleSheets) {
    for (const rule of sheet.cssRules) repaint(rule, chosen);
  }
}

const originals = new WeakMap<CSSRule, string>();

function repaint(rule: CSSRule, scheme: Scheme): void {
  if (!("media" in rule)) return;
  const media = rule.media as MediaList;
  const original = originals.get(rule) ?? media.mediaText;
  const [, preferred] = /\(prefers-color-scheme: (dark|light)\)/.exec(original) ?? [];
  if (preferred === undefined) return;
  originals.set(rule, original);
  media.mediaText = preferred === scheme ? "screen" : "not all";
}
