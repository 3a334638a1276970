/** What a speaker may say, as comments on the pages of a PDF: seen on a screen, not on paper. */
import {
  expected,
  objectIn,
  readPdfFile,
  references,
  updatedPdf,
  type PdfFile,
} from "./pdf-update.ts";

/** In the corner of a page of 960 × 540 pt, where no slide has text. */
const place = "[930 510 950 530]";
/** An icon of one size, which is not printed: bits of ISO 32000-1, 12.5.3. */
const flags = 8 + 16;

/**
 * The same PDF with a comment on each page that has notes, given in the order of the pages. Each is a
 * tag of its own, in the slide that it is on. Throws a RenderError for a PDF of another make.
 */
export function withNotes(pdf: Uint8Array, notes: readonly string[]): Uint8Array {
  const file = readPdfFile(pdf);
  const catalog = objectIn(file, file.root);
  const pages = pagesBelow(file, Number(expected(catalog, /\n\/Pages (\d+) 0 R/)));
  const tags = readTags(file, Number(expected(catalog, /\n\/StructTreeRoot (\d+) 0 R/)));
  const objects = new Map<number, string>();
  const parents: string[] = [];
  for (const [at, page] of pages.entries()) {
    const text = notes[at] ?? "";
    if (text === "") continue;
    const comment = file.offsets.length + 2 * parents.length;
    const key = tags.nextKey + parents.length;
    const pageObject = objectIn(file, page);
    const slide = slideOf(file, tags, pageObject);
    objects.set(comment, commentObject(text, page, key));
    objects.set(comment + 1, tagObject({ slide, page, comment }));
    objects.set(page, withAnnotation(pageObject, comment));
    objects.set(slide, withChild(objects.get(slide) ?? objectIn(file, slide), comment + 1));
    parents.push(`${key} ${comment + 1} 0 R`);
  }
  if (parents.length === 0) return pdf;
  const { root, rootObject, parentTree, nextKey } = tags;
  const treeObject = objectIn(file, parentTree);
  objects.set(parentTree, treeObject.replace(/\](?=>>$)/, ` ${parents.join(" ")}]`));
  const next = `/ParentTreeNextKey ${nextKey + parents.length}`;
  objects.set(root, rootObject.replace(/\/ParentTreeNextKey \d+/, next));
  return updatedPdf(file, objects);
}

function pagesBelow(file: PdfFile, node: number): readonly number[] {
  const object = objectIn(file, node);
  if (object.startsWith("<</Type /Page\n")) return [node];
  return references(expected(object, /\n\/Kids \[([^\]]*)\]/)).flatMap((kid) =>
    pagesBelow(file, kid),
  );
}

interface Tags {
  readonly root: number;
  readonly rootObject: string;
  /** The object that leads from what is on a page to its tags. */
  readonly parentTree: number;
  /** Its entries by their key. */
  readonly parents: ReadonlyMap<number, number>;
  readonly nextKey: number;
}

function readTags(file: PdfFile, root: number): Tags {
  const rootObject = objectIn(file, root);
  const parentTree = Number(expected(rootObject, /\n\/ParentTree (\d+) 0 R/));
  const entries = expected(objectIn(file, parentTree), /\n\/Nums \[([^\]]*)\]>>$/);
  const parents = new Map(
    Array.from(
      entries.matchAll(/(\d+) (\d+) 0 R/g),
      ([, key, tag]) => [Number(key), Number(tag)] as const,
    ),
  );
  const nextKey = Number(expected(rootObject, /\n\/ParentTreeNextKey (\d+)/));
  return { root, rootObject, parentTree, parents, nextKey };
}

/** The tag of what is drawn first on a page: the slide, for its ground. */
function slideOf(file: PdfFile, { parents }: Tags, pageObject: string): number {
  const key = Number(expected(pageObject, /\n\/StructParents (\d+)/));
  return Number(expected(objectIn(file, parents.get(key) ?? 0), /(\d+) 0 R/));
}

function commentObject(text: string, page: number, key: number): string {
  return [
    "<</Type /Annot",
    "/Subtype /Text",
    `/P ${page} 0 R`,
    `/Rect ${place}`,
    `/F ${flags}`,
    "/Name /Comment",
    "/T (Notes)",
    `/Contents <FEFF${utf16(text)}>`,
    `/StructParent ${key}>>`,
  ].join("\n");
}

function utf16(text: string): string {
  const units = Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
  return units.map((unit) => unit.toString(16).padStart(4, "0")).join("");
}

function tagObject(at: { slide: number; page: number; comment: number }): string {
  const kid = `<</Type /OBJR\n/Obj ${at.comment} 0 R\n/Pg ${at.page} 0 R>>`;
  return `<</Type /StructElem\n/S /Annot\n/P ${at.slide} 0 R\n/Pg ${at.page} 0 R\n/K ${kid}>>`;
}

function withAnnotation(pageObject: string, comment: number): string {
  const annotations = /(?<=\n\/Annots \[[^\]]*)(?=\])/;
  if (annotations.test(pageObject)) return pageObject.replace(annotations, ` ${comment} 0 R`);
  return pageObject.replace(/^<<\/Type \/Page\n/, `$&/Annots [${comment} 0 R]\n`);
}

/** After the other children, one or several. */
function withChild(tag: string, child: number): string {
  const children = expected(tag, /\n\/K (\[[^\]]*\]|\d+(?: 0 R)?)/);
  const others = children.replace(/^\[|\]$/g, "");
  return tag.replace(`\n/K ${children}`, `\n/K [${others} ${child} 0 R]`);
}
