/** What is read back from a presentation: its parts, and what people find on its slides. */
import Archive from "jszip";
import { SaxesParser } from "saxes";

/** An XML element with what it holds. Names keep their prefix. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  /** All text within. */
  readonly text: string;
}

export interface ReadPresentation {
  readonly parts: ReadonlyMap<string, Uint8Array>;
  readonly slides: readonly ReadNativeSlide[];
}

export interface ReadNativeSlide {
  readonly title: string;
  /** The text of each paragraph. */
  readonly paragraphs: readonly string[];
  /** The text of each row of its tables, cell by cell. */
  readonly rows: readonly (readonly string[])[];
  /** Addresses of its hyperlinks, each once. */
  readonly urls: readonly string[];
  readonly charts: readonly ReadChart[];
  /** What the speaker may say, a paragraph each. */
  readonly notes: readonly string[];
}

export interface ReadChart {
  readonly name: string;
  readonly description: string;
  readonly series: readonly { readonly name: string; readonly values: readonly number[] }[];
}

/** Throws for an archive, or XML, that is damaged. */
export async function readPresentation(bytes: Uint8Array): Promise<ReadPresentation> {
  const parts = await unzip(bytes);
  const count = [...parts.keys()].filter((path) =>
    /^ppt\/slides\/slide\d+\.xml$/.test(path),
  ).length;
  const slides = Array.from({ length: count }, (_, index) => readSlide(parts, index + 1));
  return { parts, slides };
}

export async function unzip(bytes: Uint8Array): Promise<ReadonlyMap<string, Uint8Array>> {
  const archive = await Archive.loadAsync(bytes, { checkCRC32: true });
  const files = Object.values(archive.files);
  const read = files.map(async (file) => [file.name, await file.async("uint8array")] as const);
  return new Map(await Promise.all(read));
}

/** Throws for a part that there is not. */
export function textOf(parts: ReadonlyMap<string, Uint8Array>, path: string): string {
  const bytes = parts.get(path);
  if (bytes === undefined) throw new Error(`There is no part ${path}.`);
  return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
}

/** The root element. Throws for what is not well-formed, with its namespaces. */
export function readXml(text: string): Element {
  const parser = new SaxesParser({ xmlns: true });
  const root = { name: "", attributes: {}, children: [] as Element[], text: "" };
  const open = [root];
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    const values = Object.entries(attributes).map(([key, { value }]) => [key, value] as const);
    const element = { name, attributes: Object.fromEntries(values), children: [], text: "" };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on("text", (text) => {
    for (const element of open) element.text += text;
  });
  parser.on("closetag", () => open.pop());
  parser.write(text).close();
  const [only] = root.children;
  if (only === undefined) throw new Error("There is no element.");
  return only;
}

/** The elements of a name within one, in order. */
export function within(element: Element, name: string): readonly Element[] {
  const inner = element.children.flatMap((child) => within(child, name));
  return element.name === name ? [element, ...inner] : inner;
}

/** The relations of a part, by id: where each leads, and whether outside. */
export function relationsOf(parts: ReadonlyMap<string, Uint8Array>, path: string) {
  const [folder = "", name = ""] = path.split(/\/(?=[^/]*$)/);
  const list = readXml(textOf(parts, `${folder}/_rels/${name}.rels`));
  const relations = within(list, "Relationship").map(({ attributes }) => attributes);
  return new Map(
    relations.map(({ Id = "", Target = "", TargetMode }) => {
      const isOutside = TargetMode === "External";
      return [Id, { isOutside, target: isOutside ? Target : resolved(folder, Target) }] as const;
    }),
  );
}

function resolved(folder: string, target: string): string {
  return new URL(target, `file:///${folder}/`).pathname.slice(1);
}

function readSlide(parts: ReadonlyMap<string, Uint8Array>, number: number): ReadNativeSlide {
  const path = `ppt/slides/slide${number}.xml`;
  const slide = readXml(textOf(parts, path));
  const relations = relationsOf(parts, path);
  const target = (id: string | undefined) => relations.get(id ?? "")?.target ?? "";
  const links = within(slide, "a:hlinkClick").map(({ attributes }) => target(attributes["r:id"]));
  const frames = within(slide, "p:graphicFrame");
  return {
    title: within(slide, "p:sp").filter(isTitle).map(textWithin).join("\n"),
    paragraphs: within(slide, "a:p").map(paragraphText),
    rows: within(slide, "a:tr").map((row) => within(row, "a:tc").map(textWithin)),
    urls: [...new Set(links)],
    charts: frames.flatMap((frame) =>
      within(frame, "c:chart").map(({ attributes }) =>
        readChart(frame, readXml(textOf(parts, target(attributes["r:id"])))),
      ),
    ),
    notes: notesOf(parts, `ppt/notesSlides/notesSlide${number}.xml`),
  };
}

function isTitle(shape: Element): boolean {
  return isPlaceFor("title", shape);
}

function isPlaceFor(type: string, shape: Element): boolean {
  return within(shape, "p:ph").some(({ attributes }) => attributes["type"] === type);
}

function paragraphText(paragraph: Element): string {
  return within(paragraph, "a:t")
    .map(({ text }) => text)
    .join("");
}

function textWithin(element: Element): string {
  return within(element, "a:p").map(paragraphText).join("\n");
}

function readChart(frame: Element, chart: Element): ReadChart {
  const [properties] = within(frame, "p:cNvPr");
  return {
    name: properties?.attributes["name"] ?? "",
    description: properties?.attributes["descr"] ?? "",
    series: within(chart, "c:ser").map((series) => ({
      name: valuesIn(series, "c:tx")[0] ?? "",
      values: valuesIn(series, "c:val").map(Number),
    })),
  };
}

function valuesIn(series: Element, name: string): readonly string[] {
  return within(series, name).flatMap((part) => within(part, "c:v").map(({ text }) => text));
}

function notesOf(parts: ReadonlyMap<string, Uint8Array>, path: string): readonly string[] {
  if (!parts.has(path)) return [];
  const shapes = within(readXml(textOf(parts, path)), "p:sp");
  const body = shapes.filter((shape) => isPlaceFor("body", shape));
  return body.flatMap((shape) => within(shape, "a:p").map(paragraphText));
}
