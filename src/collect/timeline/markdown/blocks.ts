/**
 * Markdown as blocks with their lines. An own small reader: CommonMark takes a table apart where a row
 * is ragged, wants a blank behind `###`, and gives no line numbers; release calendars have all of that.
 */
import { readHtmlTable, type TableRow } from "./html-table.ts";
import { isSeparator, splitRow } from "./rows.ts";

export type Block =
  | {
      readonly kind: "heading";
      readonly level: number;
      readonly text: string;
      readonly line: number;
    }
  | { readonly kind: "paragraph"; readonly text: string; readonly line: number }
  | { readonly kind: "item"; readonly indent: number; readonly text: string; readonly line: number }
  | {
      readonly kind: "table";
      readonly rows: readonly TableRow[];
      readonly line: number;
      readonly isHtml: boolean;
    };

/** All blocks in order. Front matter, code, comments, quotes and link definitions are left out. */
export function readBlocks(text: string): readonly Block[] {
  const lines = text.split(/\r\n|\r|\n/);
  const blocks: Block[] = [];
  let at = 0;
  while (at < lines.length) {
    const { block, next } = readBlock(lines, at);
    if (block !== undefined) add(blocks, block);
    at = next;
  }
  return blocks;
}

/** A table that goes on behind an empty line has no second header. */
function add(blocks: Block[], block: Block): void {
  const last = blocks.at(-1);
  const goesOn = block.kind === "table" && last?.kind === "table" && !block.isHtml && !last.isHtml;
  if (goesOn && !block.rows.some(({ cells }) => isSeparator(cells))) {
    blocks[blocks.length - 1] = { ...last, rows: [...last.rows, ...block.rows] };
  } else blocks.push(block);
}

interface Step {
  readonly block?: Block;
  /** Index of the line behind it. */
  readonly next: number;
}

type Lines = readonly string[];

function readBlock(lines: Lines, at: number): Step {
  return (
    skipUntil(lines, at) ??
    leaveOut(lines, at) ??
    readHeading(lines, at) ??
    readHtml(lines, at) ??
    readTable(lines, at) ??
    readItem(lines, at) ??
    readParagraph(lines, at)
  );
}

function leaveOut(lines: Lines, at: number): Step | undefined {
  return isLeftOut(lines[at] ?? "") ? { next: at + 1 } : undefined;
}

/** What is fenced: the line that opens it and the one that closes it. */
const fences: readonly (readonly [open: RegExp, close: RegExp])[] = [
  [/^\s*```/, /^\s*```/],
  [/^\s*~~~/, /^\s*~~~/],
  [/^\s*<!--/, /-->/],
];

function skipUntil(lines: Lines, at: number): Step | undefined {
  const line = lines[at] ?? "";
  if (at === 0 && line.trim() === "---") return { next: afterNext(lines, at + 1, /^---\s*$/) };
  const fence = fences.find(([open]) => open.test(line));
  if (fence === undefined) return undefined;
  const [, close] = fence;
  const isClosed = close.source === "-->" && close.test(line);
  return { next: isClosed ? at + 1 : afterNext(lines, at + 1, close) };
}

function afterNext(lines: Lines, from: number, close: RegExp): number {
  for (let at = from; at < lines.length; at += 1) if (close.test(lines[at] ?? "")) return at + 1;
  return lines.length;
}

function readHeading(lines: Lines, at: number): Step | undefined {
  const [, marks, text] = /^ {0,3}(#{1,6})(?!#)(.*)$/.exec(lines[at] ?? "") ?? [];
  if (marks === undefined || text === undefined) return undefined;
  const level = marks.length;
  return { block: { kind: "heading", level, text: text.trim(), line: at + 1 }, next: at + 1 };
}

function readHtml(lines: Lines, at: number): Step | undefined {
  if (!/^\s*<table\b/i.test(lines[at] ?? "")) return undefined;
  const next = afterNext(lines, at, /<\/table>/i);
  const rows = readHtmlTable(lines.slice(at, next), at + 1);
  return { block: { kind: "table", rows, line: at + 1, isHtml: true }, next };
}

function readTable(lines: Lines, at: number): Step | undefined {
  if (!startsTable(lines, at)) return undefined;
  const rows: TableRow[] = [];
  let next = at;
  for (; isRow(lines[next]); next += 1) {
    const text = lines[next] ?? "";
    rows.push({ cells: splitRow(text), line: next + 1, text: text.trim() });
  }
  return { block: { kind: "table", rows, line: at + 1, isHtml: false }, next };
}

/** A row without a `|` in front is one only above a separator. */
function startsTable(lines: Lines, at: number): boolean {
  const line = lines[at] ?? "";
  if (/^\s*\|/.test(line)) return true;
  return isRow(line) && isRow(lines[at + 1]) && isSeparator(splitRow(lines[at + 1] ?? ""));
}

function isRow(line: string | undefined): boolean {
  return line?.includes("|") ?? false;
}

const itemMark = /^(\s*)(?:[-*+]|\d{1,9}[.)])\s+(?:\[[ xX]\]\s+)?(\S.*)$/;

function readItem(lines: Lines, at: number): Step | undefined {
  const [, indent, text] = itemMark.exec(lines[at] ?? "") ?? [];
  if (indent === undefined || text === undefined) return undefined;
  const { words, next } = withContinuation(lines, at + 1);
  const width = indent.replaceAll("\t", "    ").length;
  const block: Block = {
    kind: "item",
    indent: width,
    text: [text, ...words].join(" "),
    line: at + 1,
  };
  return { block, next };
}

function readParagraph(lines: Lines, at: number): Step {
  const { words, next } = withContinuation(lines, at + 1);
  const text = [lines[at]?.trim() ?? "", ...words].join(" ");
  const isTitle = /^\s*(?:=+|-{2,})\s*$/.test(lines[next] ?? "") && words.length === 0;
  if (!isTitle) return { block: { kind: "paragraph", text, line: at + 1 }, next };
  const level = lines[next]?.includes("=") === true ? 1 : 2;
  return { block: { kind: "heading", level, text, line: at + 1 }, next: next + 1 };
}

/** Lines that go on with what stands above them. */
function withContinuation(lines: Lines, from: number) {
  const words: string[] = [];
  let next = from;
  for (; next < lines.length && isContinuation(lines[next] ?? ""); next += 1) {
    words.push(lines[next]?.trim() ?? "");
  }
  return { words, next };
}

function isContinuation(line: string): boolean {
  const isOther =
    isLeftOut(line) || itemMark.test(line) || /^\s*(?:#{1,6}|\||```|~~~|<table\b)/i.test(line);
  return !isOther;
}

/** Blank lines, quotes, rules, comments and the definitions of links. */
function isLeftOut(line: string): boolean {
  return /^\s*(?:$|>|<!--|(?:[-=*_]\s*){2,}$|\[[^\]]*\]:)/.test(line);
}
