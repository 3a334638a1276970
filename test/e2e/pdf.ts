/** What pdf.js reads back from a PDF. */
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

export interface ReadPdf {
  readonly pageCount: number;
  readonly title: string;
  readonly language: string;
  /** Of each page, in points. */
  readonly sizes: readonly { readonly width: number; readonly height: number }[];
  /** Whether it says of itself that it is tagged. */
  readonly isMarked: boolean;
  /** Roles of each page's tags, as a set a page. */
  readonly roles: readonly ReadonlySet<string>[];
  /** Titles of the outline from top to bottom, with how deep they lie. */
  readonly outline: readonly { readonly title: string; readonly depth: number }[];
  /** Targets of the links of each page. */
  readonly urlsByPage: readonly (readonly string[])[];
  /** What the comments on each page say. */
  readonly commentsByPage: readonly (readonly string[])[];
  /** The text of each page, white space as single spaces. */
  readonly texts: readonly string[];
}

export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const document = await getDocument({ data: Uint8Array.from(bytes), verbosity: 0 }).promise;
  const numbers = Array.from({ length: document.numPages }, (_, index) => index + 1);
  const pages = await Promise.all(numbers.map((number) => document.getPage(number)));
  const { info } = (await document.getMetadata()) as { info: { Title: string; Language: string } };
  const annotations = await Promise.all(pages.map((page) => page.getAnnotations()));
  const contents = await Promise.all(pages.map((page) => page.getTextContent()));
  const trees = await Promise.all(pages.map((page) => page.getStructTree()));
  return {
    pageCount: document.numPages,
    title: info.Title,
    language: info.Language,
    sizes: pages.map((page) => page.getViewport({ scale: 1 })),
    isMarked: isMarked(await document.getMarkInfo()),
    roles: trees.map((tree) => new Set(rolesIn(tree as Tag))),
    outline: outlineOf(await document.getOutline(), 0),
    urlsByPage: annotations.map((found) => found.flatMap(urlsOf)),
    commentsByPage: annotations.map((found) => found.flatMap(commentsOf)),
    texts: contents.map(({ items }) =>
      items
        .map((item) => ("str" in item ? `${item.str}${item.hasEOL ? " " : ""}` : ""))
        .join("")
        .replace(/\s+/gu, " "),
    ),
  };
}

/** The library's types say an object; it is a map. */
function isMarked(marks: unknown): boolean {
  return marks instanceof Map && marks.get("Marked") === true;
}

/** Names in the file by which a PDF could act by itself or carry something along. Skia compresses no objects. */
export async function activeNamesIn(bytes: Uint8Array): Promise<readonly string[]> {
  const document = await getDocument({ data: Uint8Array.from(bytes), verbosity: 0 }).promise;
  const raw = Buffer.from(bytes).toString("latin1");
  const names = raw.matchAll(
    /\/(?:JavaScript|JS|OpenAction|AA|Launch|EmbeddedFiles?|AcroForm|XFA|RichMedia|SubmitForm|GoTo[RE]|ImportData|ObjStm)\b/g,
  );
  const scripts = (await document.getJSActions()) === null ? [] : ["script"];
  const files = (await document.getAttachments()) === null ? [] : ["attachment"];
  return [...Array.from(names, ([name]) => name), ...scripts, ...files];
}

function urlsOf({ url, unsafeUrl }: { url?: string; unsafeUrl?: string }): readonly string[] {
  return [url ?? unsafeUrl ?? []].flat();
}

interface Annotation {
  readonly subtype: string;
  readonly contentsObj: { readonly str: string };
}

function commentsOf({ subtype, contentsObj }: Annotation): readonly string[] {
  return subtype === "Text" ? [contentsObj.str] : [];
}

type Outline = Awaited<
  ReturnType<Awaited<ReturnType<typeof getDocument>["promise"]>["getOutline"]>
>;

function outlineOf(items: Outline, depth: number): ReadPdf["outline"] {
  return items.flatMap(({ title, items: inner }) => [
    { title, depth },
    ...outlineOf(inner as Outline, depth + 1),
  ]);
}

interface Tag {
  readonly role?: string;
  readonly children?: readonly Tag[];
}

function rolesIn({ role, children = [] }: Tag): readonly string[] {
  return [...(role === undefined ? [] : [role]), ...children.flatMap(rolesIn)];
}
