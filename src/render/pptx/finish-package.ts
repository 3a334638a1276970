/** What is mended in the parts that a presentation has once. Text in them is escaped, so `<` begins a tag. */
import type { Instant } from "../../domain/time.ts";
import type { Palette } from "./palette.ts";

/** Made and changed `at`, whenever that was really. */
export function datedCore(xml: string, at: Instant): string {
  return xml.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${at}`);
}

/** Only the types of parts that there are: the library names a master for each slide. */
export function presentTypes(xml: string, present: ReadonlySet<string>): string {
  return xml.replace(/\s*<Override PartName="\/([^"]*)"[^>]*\/>/g, (override, part: string) =>
    present.has(part) ? override : "",
  );
}

/** The colors that PowerPoint offers for what people add. */
export function themedColors(xml: string, palette: Palette): string {
  const colors = Object.entries(themeColors).map(
    ([slot, name]) => `<a:${slot}><a:srgbClr val="${palette[name]}"/></a:${slot}>`,
  );
  const scheme = `<a:clrScheme name="release-deck">${colors.join("")}</a:clrScheme>`;
  return xml.replace(/<a:clrScheme .*?<\/a:clrScheme>/s, scheme);
}

const themeColors = {
  dk1: "ink",
  lt1: "paper",
  dk2: "quiet",
  lt2: "wash",
  accent1: "progress",
  accent2: "good",
  accent3: "warning",
  accent4: "bad",
  accent5: "neutral",
  accent6: "accent",
  hlink: "accent",
  folHlink: "quiet",
} as const satisfies Record<string, keyof Palette>;
