/** What is wrong with the parts of a presentation, as far as its own parts can tell. */
import { readXml, relationsOf, textOf, within, type Element } from "./presentation.ts";

type Parts = ReadonlyMap<string, Uint8Array>;

/** One line a problem; empty where every part is well-formed, typed, connected and has ids of its own. */
export function problemsIn(parts: Parts): readonly string[] {
  const texts = [...parts.keys()].filter((path) => /\.(?:xml|rels)$/.test(path));
  return [...texts.flatMap((path) => problemsOf(parts, path)), ...untyped(parts)];
}

function problemsOf(parts: Parts, path: string): readonly string[] {
  const text = textOf(parts, path);
  const characters = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/u;
  if (characters.test(text)) return [`${path} holds a character that XML does not know`];
  const root = readXml(text);
  return [
    ...repeatedIds(root),
    ...lostRelations(parts, path, root),
    ...lateProperties(root),
    ...emptyCells(root),
  ].map((problem) => `${path}: ${problem}`);
}

function repeatedIds(root: Element): readonly string[] {
  const ids = within(root, "p:cNvPr").map(({ attributes }) => attributes["id"] ?? "none");
  return ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `two objects ${id}`);
}

function lostRelations(parts: Parts, path: string, root: Element): readonly string[] {
  const used = allWithin(root).flatMap(({ attributes }) =>
    Object.entries(attributes).flatMap(([name, value]) => (name.startsWith("r:") ? [value] : [])),
  );
  const list = path.replace(/([^/]*)$/, "_rels/$1.rels");
  const relations = parts.has(list) ? relationsOf(parts, path) : new Map<string, never>();
  return [
    ...used.filter((id) => !relations.has(id)).map((id) => `no relation ${id}`),
    ...[...relations.values()]
      .filter(({ isOutside, target }) => !isOutside && !parts.has(target))
      .map(({ target }) => `leads to ${target}, which there is not`),
  ];
}

/** Properties of a paragraph stand before its runs, and once. */
function lateProperties(root: Element): readonly string[] {
  return within(root, "a:p").flatMap(({ children }) => {
    const places = children.flatMap(({ name }, index) => (name === "a:pPr" ? [index] : []));
    return places.every((place) => place === 0) ? [] : ["properties after a run"];
  });
}

/** Every row has a cell for every column. */
function emptyCells(root: Element): readonly string[] {
  return within(root, "a:tbl").flatMap((table) => {
    const columns = within(table, "a:gridCol").length;
    const rows = within(table, "a:tr").map((row) => within(row, "a:tc").length);
    return rows.filter((cells) => cells !== columns).map((cells) => `${cells} of ${columns} cells`);
  });
}

function allWithin(element: Element): readonly Element[] {
  return [element, ...element.children.flatMap(allWithin)];
}

/** Parts without a type, and types without a part. */
function untyped(parts: Parts): readonly string[] {
  const types = readXml(textOf(parts, "[Content_Types].xml"));
  const extensions = within(types, "Default").map(
    ({ attributes }) => attributes["Extension"] ?? "",
  );
  const typed = within(types, "Override").map(({ attributes }) =>
    (attributes["PartName"] ?? "").slice(1),
  );
  const plain = ["rels", "xlsx", "png", "svg"].filter((extension) =>
    extensions.includes(extension),
  );
  const isTyped = (path: string) =>
    typed.includes(path) || plain.some((extension) => path.endsWith(`.${extension}`));
  const others = [...parts.keys()].filter((path) => path !== "[Content_Types].xml");
  return [
    ...others.filter((path) => !isTyped(path)).map((path) => `${path} has no type`),
    ...typed.filter((path) => !parts.has(path)).map((path) => `a type for ${path}`),
  ];
}
