/** Mends what the library calls the pictures of a presentation. */
import { decode, encode, type Files } from "./zip.ts";

/** A drawing stands a second time for programs that only know the older place; there it is called a PNG. */
export function namedDrawings(parts: Files): Files {
  const renamed = Array.from(parts, ([path, content]): [string, Uint8Array] => {
    if (path.endsWith(".rels")) return [path, encode(asDrawing(decode(content)))];
    return [asDrawing(path), content];
  });
  return new Map(renamed);
}

function asDrawing(text: string): string {
  return text.replace(/(\/media\/image-[\d-]+)\.png/g, "$1.svg");
}
