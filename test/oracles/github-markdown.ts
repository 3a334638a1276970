/**
 * What GitHub makes of a Markdown text: GitHub Flavored Markdown with raw HTML let through, then the
 * filters that GitHub documents, run on the text outside links and code. Stricter than GitHub where
 * that is simpler: it takes every name for a user's, every hexadecimal word for a commit's, every
 * `:word:` for an emoji's, and lets raw HTML act that GitHub would remove.
 *
 * Sources: "Autolinked references and URLs", "Basic writing and formatting syntax", "Writing
 * mathematical expressions" and "Linking a pull request to an issue" on docs.github.com; the
 * mention, commit and emoji filters of github.com/gjtorikian/html-pipeline.
 */
import { Lexer, Parser, Tokenizer, type TokensList, walkTokens } from "marked";
import { type DefaultTreeAdapterTypes as Tree, parseFragment } from "parse5";

export interface Reading {
  /** Tags in nested brackets, without text: what the document is built of. */
  readonly skeleton: string;
  /** The elements at the top, in order. */
  readonly blocks: readonly Tree.Element[];
  /** Targets of all links. */
  readonly targets: readonly string[];
  /** Definitions of links and footnotes: they change what brackets elsewhere mean. */
  readonly definitions: readonly string[];
  /** What acts though it should not, as `kind: where`; empty when all is well. */
  readonly findings: readonly string[];
}

/** Reads Markdown as GitHub would, with every link in it taken as meant. */
export function readAsGithub(markdown: string): Reading {
  const tokens = aLexer().lex(markdown);
  const root = parseFragment(Parser.parse(tokens));
  const elements = descendants(root);
  return {
    skeleton: skeletonOf(root),
    blocks: root.childNodes.filter(isElement),
    targets: elements
      .filter(({ tagName }) => tagName === "a")
      .map((link) => attribute(link, "href")),
    definitions: definitionsIn(tokens),
    findings: [
      ...rawFindings(markdown),
      ...elements.flatMap(elementFindings),
      ...comments(root).map((data) => `comment: ${data}`),
      ...actingTexts(root).flatMap(textFindings),
    ],
  };
}

/** A sign behind a backslash, or a code span: no bracket in it makes a link. */
const literal = /\\[!-/:-@[-`{-~]|(?<!`)(?<ticks>`+)(?!`)[^]*?(?<!`)\k<ticks>(?!`)/g;

/**
 * A lexer that looks for emphasis as GitHub does: around links, but not around what only looks like
 * one because its bracket stands in code or behind a backslash, which marked 18 passes over as well.
 */
function aLexer(): Lexer {
  const tokenizer = new Tokenizer();
  const lexer = new Lexer({ gfm: true, tokenizer });
  const { inline, ...rules } = tokenizer.rules;
  const reflinkSearch = new RegExp(`${literal.source}|${inline.reflinkSearch.source}`, "g");
  tokenizer.rules = { ...rules, inline: { ...inline, reflinkSearch } };
  return lexer;
}

/** The text that a reader sees, without what is invisible, white space as single spaces. */
export function visibleText(node: Tree.Node): string {
  return allText(node).replaceAll("\u200b", "").replace(/\s+/gu, " ").trim();
}

/** Tags that GitHub Flavored Markdown itself makes, but for images. */
const allowed = new Set(
  "a blockquote br code del em h1 h2 h3 h4 h5 h6 hr input li ol p pre strong table tbody td th thead tr ul".split(
    " ",
  ),
);

function elementFindings(element: Tree.Element): readonly string[] {
  const findings: string[] = [];
  if (!allowed.has(element.tagName) && !isFold(element)) findings.push(`tag: ${element.tagName}`);
  if (!isBlock(element)) return findings;
  const line = actingTexts(element).join("");
  if (/^\s*\/[a-z]/i.test(line)) findings.push(`command: ${line}`);
  return findings;
}

/** What our documents fold away, under a summary that is nothing but text. */
function isFold({ tagName, attrs, childNodes, parentNode }: Tree.Element): boolean {
  if (attrs.length > 0) return false;
  if (tagName === "details") return childNodes.find(isElement)?.tagName === "summary";
  const isFirst = parentNode?.nodeName === "details" && !childNodes.some(isElement);
  return tagName === "summary" && isFirst;
}

const closing = String.raw`\b(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?|duplicate of)[ \t:(]+`;
const closingLink = new RegExp(`${closing}\\[[^\\]]*\\](?:\\(https?://github|\\[).*`, "i");

/** What bots and mail programs find in the raw text. */
const inRawText: Readonly<Record<string, RegExp>> = {
  command: /^[\s>]*\/[a-z].*/im,
  marker: /<!--.*/,
  "closing keyword": new RegExp(
    `${closing}(?:(?:[\\w.-]+/[\\w.-]+)?#\\d|gh-\\d|https?://github).*`,
    "i",
  ),
  "front matter": /^---\n/,
};

function rawFindings(markdown: string): readonly string[] {
  return [
    ...found(inRawText, markdown),
    ...found({ "closing keyword": closingLink }, markdown.replace(literal, "`")),
  ];
}

function definitionsIn(tokens: TokensList): readonly string[] {
  const definitions: string[] = [];
  void walkTokens(tokens, (token) => {
    if (token.type === "def") definitions.push(token.raw.trim());
  });
  return definitions;
}

/** What GitHub's filters look for in each text outside links and code. */
const inText: Readonly<Record<string, RegExp>> = {
  mention: /@[\p{L}\p{N}_].*/u,
  reference: /(?:#|\bgh-)\d.*/i,
  commit: /(?<![0-9a-z])[0-9a-f]{7,40}(?![0-9a-z])/i,
  address: /[a-z]:\/\/.*|\bwww\..*|github\.com.*/i,
  emoji: /:(?!\d\d:)[\w+-]+:/,
  math: /\$\$|(?:^|[\s\p{P}])\$(?=\S)[^$]*?\S\$(?=$|[\s\p{P}])/u,
};

function textFindings(text: string): readonly string[] {
  return found(inText, text);
}

function found(patterns: Readonly<Record<string, RegExp>>, text: string): readonly string[] {
  return Object.entries(patterns).flatMap(([kind, pattern]) => {
    const match = pattern.exec(text);
    return match === null ? [] : [`${kind}: ${match[0]}`];
  });
}

function skeletonOf(node: Tree.ParentNode): string {
  return node.childNodes
    .filter(isElement)
    .map((child) => {
      const inner = skeletonOf(child);
      return `${child.tagName}${alertOf(child)}${inner === "" ? "" : `(${inner})`}`;
    })
    .join(" ");
}

/** GitHub turns a quote whose first line is `[!NOTE]` or the like into a colored box. */
function alertOf(element: Tree.Element): string {
  if (element.tagName !== "blockquote") return "";
  return (
    /^\s*(\[!(?:note|tip|important|warning|caution)\])\s*\n/i.exec(allText(element))?.[1] ?? ""
  );
}

function isBlock({ tagName }: Tree.Element): boolean {
  return /^(?:p|li|t[dh]|h\d|blockquote)$/.test(tagName);
}

function isElement(node: Tree.Node): node is Tree.Element {
  return "tagName" in node;
}

function childrenOf(node: Tree.Node): readonly Tree.Node[] {
  return "childNodes" in node ? node.childNodes : [];
}

function descendants(node: Tree.Node): readonly Tree.Element[] {
  return childrenOf(node).flatMap((child) => [
    ...(isElement(child) ? [child] : []),
    ...descendants(child),
  ]);
}

function comments(node: Tree.Node): readonly string[] {
  return childrenOf(node).flatMap((child) =>
    child.nodeName === "#comment" && "data" in child ? [child.data] : comments(child),
  );
}

/** Stands for what GitHub's filters pass over. */
const silence = "\u0000";

function actingTexts(node: Tree.Node): readonly string[] {
  return childrenOf(node).flatMap((child) => {
    if (child.nodeName === "#text" && "value" in child) return [child.value];
    return /^(?:a|code|pre|script|style)$/.test(child.nodeName) ? [silence] : actingTexts(child);
  });
}

function allText(node: Tree.Node): string {
  if (node.nodeName === "#text" && "value" in node) return node.value;
  return childrenOf(node).map(allText).join("");
}

function attribute(element: Tree.Element, name: string): string {
  return element.attrs.find((one) => one.name === name)?.value ?? "";
}
