/** What is mended in slides and their layouts. Text in them is escaped, so `<` begins a tag. */
import { contentWidth, measures } from "../measures.ts";
import type { NativeObject } from "./native.ts";

/** Takes the XML that the library made of the slide. */
export function finishedSlide(
  xml: string,
  objects: readonly NativeObject[],
  count: number,
): string {
  return describedObjects(
    coloredBullets(oneOfEach(tablesWithHead(numberOfAll(xml, count)))),
    objects,
  );
}

export function finishedLayout(xml: string, count: number): string {
  const numbered = xml.replace(/(type="slidenum">.*?<a:t>)\d+/s, "$1‹#›");
  return describedObjects(placedTitle(numberOfAll(numbered, count)), []);
}

/** Of the objects no two have the same id; 1 is the slide itself. The library describes charts only. */
function describedObjects(xml: string, objects: readonly NativeObject[]): string {
  let id = 0;
  return xml.replace(/<p:cNvPr id="\d+"/g, () => {
    const object = objects[id - 1];
    id += 1;
    const own = object?.kind === "text" ? object.description : undefined;
    return `<p:cNvPr id="${id}"${own === undefined ? "" : ` descr="${attribute(own)}"`}`;
  });
}

function attribute(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
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
