/**
 * People's Markdown as blocks of the deck. The one door to marked. No HTML passes: what looks like
 * a tag becomes text, an image becomes a link, and a link leads only where `safeProseUrl` allows.
 */
import { Marked, type Token, type Tokens } from "marked";
import type { Block, Inline, ListBlock, ListItem, TableBlock } from "../domain/deck.ts";
import { safeProseUrl } from "./safe-url.ts";

export type { Token, Tokens } from "marked";

/** Longer prose is cut, and says so. */
const maxLength = 10_000;
/** Deeper quotes and lists are read as text. */
const maxDepth = 16;
/** In a longer paragraph `*`, `_` and `~` are text: pairing them takes the square of its length. */
const maxEmphasisLength = 2_000;

/** `false` has marked try its rule, undefined says that the rule does not hold. */
const tried = (mayHold: boolean): false | undefined => (mayHold ? false : undefined);

/**
 * Marked tries each rule on each text, and its expressions take the engine milliseconds to compile.
 * Short ones tell first whether the text has what a rule cannot hold without.
 */
const marked = new Marked({
  tokenizer: {
    blockquote: (source) => tried(/^ {0,3}>/.test(source)),
    html: (source) => tried(/^ {0,3}</.test(source)),
    def: (source) => tried(/^ {0,3}\[/.test(source)),
    table: (source) => tried(/^[^\n]*\n {0,3}[- ]*[|:]/.test(source)),
    lheading: (source) => tried(/\n {0,3}[=-]+[ \t]*(?:\n|$)/.test(source)),
    tag: (source) => tried(source.startsWith("<")),
    link: (source) => tried(/^!?\[/.test(source)),
    emStrong: (source, { length }) => tried(/^[*_]/.test(source) && length <= maxEmphasisLength),
    del: (_, { length }) => tried(length <= maxEmphasisLength),
  },
});

/** Paragraphs, headings, lists and tables of the text. Never throws, whatever the text. */
export function proseBlocks(markdown: string): readonly Block[] {
  return blocks(proseTokens(markdown), 0);
}

/** The text as marked reads it, cut to a length and a depth at which reading it takes no time. */
export function proseTokens(markdown: string): readonly Token[] {
  const short = markdown.slice(0, maxLength).toWellFormed();
  const left = markdown.length - short.length;
  const cut = left > 0 ? marked.lexer(`(${left} more characters are not shown)`) : [];
  return [...marked.lexer(shallow(short)), ...cut];
}

/** The text with at most `maxDepth` quote and list marks in a row: each further one costs marked a stack frame. */
function shallow(markdown: string): string {
  const mark = String.raw`[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))`;
  return markdown.replace(
    new RegExp(`^((?:${mark}){${maxDepth}})(?:${mark})+`, "gm"),
    (_, kept: string) => kept,
  );
}

function blocks(tokens: readonly Token[], depth: number): readonly Block[] {
  return tokens.flatMap((token) => blocksOf(token, depth));
}

function blocksOf(token: Token, depth: number): readonly Block[] {
  if (depth > maxDepth) return [paragraph([text(token.raw)])];
  switch (token.type) {
    case "space":
    case "hr":
    case "def":
      return [];
    case "heading":
      return [{ kind: "heading", inlines: inlines(token.tokens) }];
    case "blockquote":
      return blocks(token.tokens ?? [], depth + 1);
    case "list":
      return [list(token as Tokens.List, depth)];
    case "table":
      return [table(token as Tokens.Table)];
    case "code":
      return (token as Tokens.Code).text
        .split("\n")
        .filter((line) => line.trim() !== "")
        .map((line) => paragraph([{ kind: "code", text: line }]));
    default:
      return [paragraph(inlines("tokens" in token ? token.tokens : [token]))];
  }
}

function paragraph(content: readonly Inline[]): Block {
  return { kind: "paragraph", inlines: content };
}

function list(token: Tokens.List, depth: number): ListBlock {
  const items = listItems(token, depth);
  if (!token.ordered) return { kind: "list", items };
  return { kind: "list", items, first: Number(token.start) || 1 };
}

/** An item's own text, then the lists in it; other blocks in it, and too deep lists, are read as text. */
function listItems(list: Tokens.List, depth: number): readonly ListItem[] {
  return list.items.map((item) => {
    const isNested = (token: Token): token is Tokens.List =>
      token.type === "list" && depth < maxDepth;
    const own = item.tokens.filter((token) => !isNested(token)).flatMap(itemInlines);
    const nested = item.tokens.filter(isNested);
    const items = nested.flatMap((inner) => listItems(inner, depth + 1));
    const content = merged(own);
    return items.length === 0 ? { inlines: content } : { inlines: content, items };
  });
}

function itemInlines(token: Token): readonly Inline[] {
  if (token.type === "checkbox") return [text((token as Tokens.Checkbox).checked ? "☑ " : "☐ ")];
  if (token.type === "space") return [text(" ")];
  if (token.type === "list") return [text(` ${token.raw}`)];
  return inlines("tokens" in token ? token.tokens : [token]);
}

function table(token: Tokens.Table): TableBlock {
  return {
    kind: "table",
    columns: token.header.map((cell) => ({
      title: plainText(inlines(cell.tokens)),
      align: cell.align === "right" ? "end" : "start",
    })),
    rows: token.rows.map((cells) => ({ cells: cells.map((cell) => inlines(cell.tokens)) })),
  };
}

function inlines(tokens: readonly Token[] | undefined): readonly Inline[] {
  return merged((tokens ?? []).flatMap(inlinesOf));
}

function inlinesOf(token: Token): readonly Inline[] {
  switch (token.type) {
    case "br":
      return [text(" ")];
    case "codespan":
      return [{ kind: "code", text: (token as Tokens.Codespan).text }];
    case "strong":
      return inlines(token.tokens).map((one) =>
        one.kind === "text" ? { kind: "strong", text: one.text } : one,
      );
    case "link":
    case "image":
      return [link(token as Tokens.Link | Tokens.Image)];
    case "html":
      return [text(token.raw)];
    default:
      return "tokens" in token && token.tokens !== undefined
        ? inlines(token.tokens)
        : [text(withoutEntities(String("text" in token ? token.text : token.raw)))];
  }
}

function link(token: Tokens.Link | Tokens.Image): Inline {
  const words = plainText(inlines(token.tokens)) || token.href;
  const url = safeProseUrl(token.href);
  if (url !== undefined) return { kind: "link", text: words, url };
  return text(words === token.href ? words : `${words} (${token.href})`);
}

function text(content: string): Inline {
  return { kind: "text", text: content };
}

function plainText(content: readonly Inline[]): string {
  return content.map((one) => (one.kind === "status" ? one.word : one.text)).join("");
}

function merged(content: readonly Inline[]): readonly Inline[] {
  const result: Inline[] = [];
  for (const inline of content) {
    const last = result.at(-1);
    if (inline.kind === "text" && last?.kind === "text") {
      result[result.length - 1] = text(last.text + inline.text);
    } else result.push(inline);
  }
  return result;
}

const entities = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
  ["nbsp", " "],
]);

/** Marked leaves character references to HTML; other names than these stay as they were typed. */
export function withoutEntities(content: string): string {
  return content.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w+));/gi,
    (whole, ...groups: (string | undefined)[]) => {
      const [decimal, hex, name] = groups;
      if (name !== undefined) return entities.get(name) ?? whole;
      const codePoint = Number.parseInt(String(decimal ?? hex), decimal === undefined ? 16 : 10);
      return codePoint > 0 && codePoint <= 0x10ffff ? String.fromCodePoint(codePoint) : whole;
    },
  );
}
