/**
 * People's Markdown for GitHub: written anew from its tokens, so that it keeps the author's lists,
 * tables, code and emphasis, and cannot hold anything else: no HTML, no image, no large heading, no
 * open fence, no link that is not allowed.
 */
import type { AddressList } from "../address-list.ts";
import { proseTokens, type Token, type Tokens } from "../prose.ts";
import { fencedCode } from "./code.ts";
import { lineStart } from "./escape.ts";
import { type Bullet, freshBullet } from "./list.ts";
import { inlineProse, lineProse } from "./prose-inline.ts";
import { tableMarkdown } from "./table.ts";

/** Deeper quotes and lists are written as text. */
const maxDepth = 16;

/** The level below the deck's own headings. */
const topLevel = 4;

/** Where blocks stand: the bullet for a list that comes first, and how lists follow other blocks. */
interface Position {
  readonly addresses: AddressList;
  readonly bullet: Bullet;
  readonly depth: number;
  readonly isTight: boolean;
}

/** The author's text as blocks with empty lines between; `bullet` is for a list that comes first. */
export function proseMarkdown(addresses: AddressList, markdown: string, bullet: Bullet): string {
  return blocks(proseTokens(markdown), { addresses, bullet, depth: 0, isTight: false });
}

function blocks(tokens: readonly Token[], position: Position): string {
  let markdown = "";
  for (const token of tokens) {
    const bullet = markdown === "" ? position.bullet : freshBullet(markdown);
    const next = block(token, { ...position, bullet });
    if (next === "") continue;
    const between = position.isTight && /^[-*] |^1\. /.test(next) ? "\n" : "\n\n";
    markdown += markdown === "" ? next : between + next;
  }
  return markdown;
}

function block(token: Token, position: Position): string {
  if (position.depth > maxDepth) {
    return paragraph(position, [{ type: "text", raw: token.raw, text: token.raw }]);
  }
  switch (token.type) {
    case "space":
    case "def":
    case "checkbox":
      return "";
    case "hr":
      // Of dashes or stars it would, after a list's bullet, read as one longer rule.
      return "___";
    case "heading":
      return heading(position, token as Tokens.Heading);
    case "blockquote":
      return quote(blocks(token.tokens ?? [], inside(position)));
    case "list":
      return list(token as Tokens.List, position);
    case "table":
      return table(position, token as Tokens.Table);
    case "code":
      return fencedCode((token as Tokens.Code).text, (token as Tokens.Code).lang);
    case "paragraph":
      return paragraph(position, (token as Tokens.Paragraph).tokens);
    default:
      return paragraph(position, [token]);
  }
}

function inside(position: Position, isTight = false): Position {
  return { ...position, bullet: "-", depth: position.depth + 1, isTight };
}

function heading({ addresses }: Position, token: Tokens.Heading): string {
  const text = lineProse(addresses, token.tokens);
  return text === "" ? "" : `${"#".repeat(Math.max(topLevel, token.depth))} ${text}`;
}

function paragraph({ addresses }: Position, tokens: readonly Token[]): string {
  const lines = inlineProse(addresses, tokens).split("\n");
  return lines
    .map((line) => lineStart(line.trim()))
    .filter((line) => line !== "")
    .join("\n");
}

function quote(markdown: string): string {
  return markdown === "" ? "" : markdown.replace(/^/gm, "> ").replace(/^> $/gm, ">");
}

function list(token: Tokens.List, position: Position): string {
  const first = token.start === "" ? 1 : token.start;
  const items = token.items.map((item, index) => {
    const marker = token.ordered ? `${first + index}.` : position.bullet;
    return listItem(item, marker, position);
  });
  return items.join(token.loose ? "\n\n" : "\n");
}

function listItem(item: Tokens.ListItem, marker: string, position: Position): string {
  const box = item.task ? `[${item.checked === true ? "x" : " "}] ` : "";
  const content = blocks(item.tokens, inside(position, !item.loose));
  const indent = " ".repeat(marker.length + 1);
  return `${marker} ${box}${content.replace(/\n(?!\n)/g, `\n${indent}`)}`.trimEnd();
}

function table({ addresses }: Position, token: Tokens.Table): string {
  const cell = ({ tokens }: Tokens.TableCell) => lineProse(addresses, tokens);
  return tableMarkdown({
    head: token.header.map(cell),
    aligns: token.align.map((align) => align ?? undefined),
    rows: token.rows.map((row) => row.map(cell)),
  });
}
