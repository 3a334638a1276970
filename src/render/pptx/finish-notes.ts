/** Notes only where there are any: the library gives each slide a page of notes. */
import { decode, encode, type Files } from "./zip.ts";

export function withoutEmptyNotes(parts: Files): Files {
  const kept = new Map(parts);
  for (const [path, content] of parts) {
    const number = /^ppt\/notesSlides\/notesSlide(\d+)\.xml$/.exec(path)?.[1];
    if (number === undefined || !decode(content).includes("<a:t></a:t>")) continue;
    kept.delete(path);
    kept.delete(`ppt/notesSlides/_rels/notesSlide${number}.xml.rels`);
    const relations = `ppt/slides/_rels/slide${number}.xml.rels`;
    kept.set(relations, encode(withoutNotes(decode(kept.get(relations) ?? new Uint8Array()))));
  }
  return kept;
}

function withoutNotes(relations: string): string {
  return relations.replace(/<Relationship [^>]*Target="\.\.\/notesSlides\/[^>]*\/>/, "");
}
