/** Speaker notes in a PDF, read back by a library that did not write them. */
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { RenderError } from "../../../src/domain/errors.ts";
import { startPrinter } from "../../../src/effects/printer.ts";
import { withNotes } from "../../../src/render/pdf-notes.ts";
import { aDeck, aSlide, aText, aTitleSlide } from "../../builders/deck.ts";
import { pageOf } from "../../builders/html-pages.ts";

const printer = startPrinter({ onNote: () => undefined });
afterAll(() => printer.dispose());

const url = "https://example.org/";
const said = [
  [aText("Ask: who reviews "), { kind: "link", text: "#95713", url } as const, aText("?")],
  [aText("مرحبا, 你好, 🚀 (a) \\ b")],
];
const deck = aDeck({
  slides: [
    aTitleSlide({ notes: said }),
    aSlide({ id: "none" }),
    aSlide({
      id: "links",
      blocks: [{ kind: "paragraph", inlines: [{ kind: "link", text: "a", url }] }],
      notes: [[aText("Second")]],
    }),
  ],
});

let notes: readonly string[] = [];
let pdf = new Uint8Array();

beforeAll(async () => {
  const page = await pageOf(deck);
  ({ notes } = page);
  pdf = Uint8Array.from((await printer.print(page.html, deck.asOf)).pdf);
});

interface Annotation {
  readonly id: string;
  readonly subtype: string;
  readonly annotationFlags: number;
  readonly titleObj: { readonly str: string };
  readonly contentsObj: { readonly str: string };
}

async function pagesIn(bytes: Uint8Array) {
  const document = await getDocument({ data: Uint8Array.from(bytes), verbosity: 0 }).promise;
  const numbers = Array.from({ length: document.numPages }, (_, at) => at + 1);
  return Promise.all(
    numbers.map(async (number) => {
      const page = await document.getPage(number);
      const annotations = (await page.getAnnotations()) as readonly Annotation[];
      return { annotations, tree: await page.getStructTree() };
    }),
  );
}

interface Tag {
  readonly role?: string;
  readonly type?: string;
  readonly id?: string;
  readonly children?: readonly Tag[];
}

/** Which annotations stand below tags of a role. */
function annotationsIn(tag: Tag, role: string, isInside = false): readonly string[] {
  if (tag.type === "annotation") return isInside ? [tag.id ?? ""] : [];
  const inside = isInside || tag.role === role;
  return (tag.children ?? []).flatMap((child) => annotationsIn(child, role, inside));
}

test("a page has a comment with what may be said on it, in any script", async () => {
  expect(notes).toEqual(["Ask: who reviews #95713?\rمرحبا, 你好, 🚀 (a) \\ b", "", "Second"]);
  const pages = await pagesIn(withNotes(pdf, notes));
  const comments = pages.map(({ annotations }) =>
    annotations.filter(({ subtype }) => subtype === "Text"),
  );
  expect(comments.map((all) => all.map(({ contentsObj }) => contentsObj.str))).toEqual([
    [notes[0]],
    [],
    [notes[2]],
  ]);
  for (const { titleObj, annotationFlags } of comments.flat()) {
    expect(titleObj.str).toBe("Notes");
    expect(annotationFlags & 4, "it is not printed").toBe(0);
  }
});

test("each is a tag of its slide, beside those of the links, which stay", async () => {
  const [cover, , last] = await pagesIn(withNotes(pdf, notes));
  expect(cover && annotationsIn(cover.tree, "Annot")).toHaveLength(1);
  const [link, comment] = last?.annotations ?? [];
  const [linkId, commentId] = [link, comment].map((one) => `pdfjs_internal_id_${one?.id}`);
  expect([link?.subtype, comment?.subtype]).toEqual(["Link", "Text"]);
  expect(last && annotationsIn(last.tree, "Annot")).toEqual([commentId]);
  expect(last && annotationsIn(last.tree, "Link")).toEqual([linkId]);
});

test("what was printed stays as it is, byte for byte, with the same end each time", () => {
  const once = withNotes(pdf, notes);
  expect(Buffer.from(once.subarray(0, pdf.length)).equals(pdf)).toBe(true);
  expect(Buffer.from(withNotes(pdf, notes)).equals(once)).toBe(true);
  expect(withNotes(pdf, ["", "", ""])).toBe(pdf);
});

test("every object of the new end is where its table says", () => {
  const text = Buffer.from(withNotes(pdf, notes)).toString("latin1");
  const tableAt = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(text)?.[1]);
  const entries = Array.from(text.slice(tableAt).matchAll(/(\d+) 1\n(\d{10}) 00000 n \n/g));
  expect(text.slice(tableAt)).toMatch(/^xref\n/);
  // Two comments, their tags, their pages and slides; the root of the tags and what leads to it.
  expect(entries).toHaveLength(10);
  for (const [, number, at] of entries) {
    expect(text.slice(Number(at))).toMatch(new RegExp(`^${number} 0 obj\n`));
  }
});

test("a PDF of another make is refused", () => {
  const other = new TextEncoder().encode("%PDF-1.7\n1 0 obj\n<<>>\nendobj\nstartxref\n9\n%%EOF\n");
  expect(() => withNotes(other, ["x"])).toThrow(RenderError);
});
