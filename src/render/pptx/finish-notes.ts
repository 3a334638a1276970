/** What is mended in speaker notes: the library gives every slide a page of them, with one paragraph. */
import { decode, encode, type Files } from "./zip.ts";

/** Notes only where there are any, each of their lines a paragraph. */
export function finishedNotes(parts: Files): Files {
  const done = new Map(parts);
  for (const [path, content] of parts) {
    const number = /^ppt\/notesSlides\/notesSlide(\d+)\.xml$/.exec(path)?.[1];
    if (number === undefined) continue;
    const xml = decode(content);
    if (xml.includes("<a:t></a:t>")) remove(done, number);
    else done.set(path, encode(withParagraphs(xml)));
  }
  return done;
}

function remove(parts: Map<string, Uint8Array>, number: string): void {
  parts.delete(`ppt/notesSlides/notesSlide${number}.xml`);
  parts.delete(`ppt/notesSlides/_rels/notesSlide${number}.xml.rels`);
  const path = `ppt/slides/_rels/slide${number}.xml.rels`;
  const relations = decode(parts.get(path) ?? new Uint8Array());
  const others = relations.replace(/<Relationship [^>]*Target="\.\.\/notesSlides\/[^>]*\/>/, "");
  parts.set(path, encode(others));
}

function withParagraphs(xml: string): string {
  const paragraph = /<a:p>(<a:r><a:rPr [^>]*\/><a:t>)([^<]*)<\/a:t><\/a:r>.*?<\/a:p>/s;
  return xml.replace(paragraph, (_, start: string, text: string) =>
    text
      .split(/\r?\n/)
      .map((line) => `<a:p>${start}${line}</a:t></a:r></a:p>`)
      .join(""),
  );
}
