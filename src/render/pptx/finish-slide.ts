/** What is mended in slides and their layouts. Text in them is escaped, so `<` begins a tag. */
import { contentWidth, measures } from "../measures.ts";

export function finishedSlide(xml: string, count: number): string {
  return numberedObjects(coloredBullets(oneOfEach(tablesWithHead(numberOfAll(xml, count)))));
}

export function finishedLayout(xml: string, count: number): string {
  const numbered = xml.replace(/(type="slidenum">.*?<a:t>)\d+/s, "$1‹#›");
  return numberedObjects(placedTitle(numberOfAll(numbered, count)));
}

/** Of the objects on a slide no two have the same id. The first, of the slide itself, stays 1. */
function numberedObjects(xml: string): string {
  let id = 0;
  return xml.replace(/(<p:cNvPr id=")\d+/g, (_, start: string) => `${start}${(id += 1)}`);
}

/** Properties stand once, at the beginning of their paragraph; the library writes them before each run. */
function oneOfEach(xml: string): string {
  return xml.replace(/<\/a:r><a:pPr[ >].*?<\/a:pPr>/gs, "</a:r>");
}

/** Bullets in the accent color of the theme rather than that of the first word. */
function coloredBullets(xml: string): string {
  return xml.replaceAll("<a:buSzPct", '<a:buClr><a:schemeClr val="accent6"/></a:buClr><a:buSzPct');
}

/** The first row is read as the head of the others. */
function tablesWithHead(xml: string): string {
  return xml.replaceAll("<a:tblPr/>", '<a:tblPr firstRow="1"/>');
}

/** `3 / 12`. */
function numberOfAll(xml: string, count: number): string {
  return xml.replace(
    /(type="slidenum">.*?<\/a:fld>)/s,
    `$1<a:r><a:rPr lang="en-US"/><a:t> / ${count}</a:t></a:r>`,
  );
}

/** EMU in a px. */
const emu = 9525;

/** Where the title of an added slide stands: given to the library, all slides would have it there. */
function placedTitle(xml: string): string {
  const x = measures.marginX * emu;
  const y = (measures.marginTop + measures.kickerLine) * emu;
  const box = `<a:off x="${x}" y="${y}"/><a:ext cx="${contentWidth * emu}" cy="${2 * measures.titleLine * emu}"/>`;
  return xml.replace(/(type="title".*?)<a:off [^>]*\/><a:ext [^>]*\/>/s, `$1${box}`);
}
