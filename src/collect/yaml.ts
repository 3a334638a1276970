/** YAML that somebody else wrote: every scalar stays the text that stands there, so that 1.20 is not 1.2. */
import { Composer, isMap, isScalar, isSeq, Lexer, LineCounter, Parser } from "yaml";
import type { Document, ParsedNode, Scalar, YAMLMap } from "yaml";
import { SourceError } from "../domain/errors.ts";

const options = {
  version: "1.2",
  schema: "failsafe",
  merge: false,
  prettyErrors: false,
  // Checked below: the library compares every key with every other one.
  uniqueKeys: false,
} as const;

/** Deeper than any file that is known; the library would recurse until the stack is full. */
const maxDepth = 64;

/**
 * Maps, lists and texts; an empty value and an empty file are an empty text. `where` is the address
 * or file that messages name. Throws a SourceError with the code `malformed`, with line and column,
 * where the text is no YAML; and for what such files do not need: aliases, tags, a second document.
 */
export function readYaml(text: string, where: string): unknown {
  const lines = new LineCounter();
  const refuse: Refuse = (offset, why) => {
    const { line, col } = lines.linePos(offset);
    throw new SourceError(`${where}:${line}:${col}: ${why}`, {
      code: "malformed",
      hint: "Tell those who keep the file; until it is mended its facts are not known.",
    });
  };
  const [first, second] = documentsOf(text, lines, refuse);
  const [problem] = [...(first?.errors ?? []), ...(first?.warnings ?? [])];
  if (problem !== undefined) refuse(problem.pos[0], problem.message.slice(0, 200));
  if (second !== undefined) refuse(second.range[0], "a second document begins");
  return valueOf(first?.contents ?? null, refuse);
}

type Refuse = (offset: number, why: string) => never;

function documentsOf(text: string, lines: LineCounter, refuse: Refuse): readonly Document.Parsed[] {
  const parser = new Parser(lines.addNewLine);
  lines.addNewLine(0);
  const tokens = [];
  for (const lexeme of new Lexer().lex(text)) {
    tokens.push(...parser.next(lexeme));
    if (parser.stack.length > maxDepth)
      refuse(parser.offset, `nested more than ${maxDepth} levels deep`);
  }
  tokens.push(...parser.end());
  return [...new Composer(options).compose(tokens, true, text.length)];
}

function valueOf(node: ParsedNode | null, refuse: Refuse): unknown {
  if (node === null) return "";
  if (node.tag !== undefined && !ownTags.has(node.tag)) refuse(node.range[0], "a tag stands here");
  if (isMap(node)) return mapOf(node, refuse);
  if (isSeq(node)) return node.items.map((item) => valueOf(item, refuse));
  if (isScalar(node)) return textOf(node);
  return refuse(node.range[0], "an alias stands here");
}

/** What the library calls plain maps, lists and texts. */
const ownTags: ReadonlySet<string> = new Set(
  ["map", "seq", "str"].map((kind) => `tag:yaml.org,2002:${kind}`),
);

function mapOf(map: YAMLMap.Parsed, refuse: Refuse): Readonly<Record<string, unknown>> {
  const values = new Map<string, unknown>();
  for (const { key, value } of map.items) {
    const [offset] = key?.range ?? map.range;
    if (!isScalar(key)) refuse(offset, "a key must be a text");
    const name = textOf(key);
    if (values.has(name)) refuse(offset, "a key is there twice");
    values.set(name, valueOf(value, refuse));
  }
  return Object.fromEntries(values);
}

/** The schema makes texts of all scalars but of those that are left out. */
function textOf({ value }: Scalar): string {
  return typeof value === "string" ? value : "";
}
