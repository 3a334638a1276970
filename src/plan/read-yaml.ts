/** From YAML text to written values, with everything refused that a plan does not need: aliases, tags, several documents. */
import { Composer, isAlias, isMap, isScalar, isSeq, Lexer, Parser } from "yaml";
import type { Document, ParsedNode, Scalar, YAMLMap, YAMLSeq } from "yaml";
import type { Finding } from "./finding.ts";
import { syntaxFinding } from "./syntax.ts";
import type { ScalarStyle, Span, Written } from "./written.ts";

export interface ReadYaml {
  /** Undefined where the syntax is wrong: nothing can be said about the rest then. */
  readonly root: Written | undefined;
  readonly findings: readonly Finding[];
}

const options = {
  version: "1.2",
  schema: "core",
  merge: false,
  resolveKnownTags: false,
  prettyErrors: false,
  // Checked below: the library compares every key with every other one.
  uniqueKeys: false,
} as const;

/** Deeper than any plan; the library would recurse until the stack is full. */
const maxDepth = 64;

/** Reads a text with `\n` as line break. Never throws: what is wrong comes back as findings. */
export function readYaml(text: string): ReadYaml {
  const tokens = tokensOf(text);
  if ("message" in tokens) return { root: undefined, findings: [tokens] };
  const [first, second] = new Composer(options).compose(tokens, true, text.length);
  const findings = [...(first?.errors ?? []), ...(first?.warnings ?? [])].map(syntaxFinding);
  if (second) findings.push(secondDocument(second));
  if (findings.length > 0) return { root: undefined, findings };
  if (!first?.contents) return { root: undefined, findings: [emptyFinding] };
  return { root: convert(first.contents, findings), findings };
}

const emptyFinding: Finding = {
  span: { start: 0, end: 0 },
  message: "the plan is empty",
  hint: "a plan needs at least release and objectives",
};

function tokensOf(text: string) {
  const parser = new Parser();
  const tokens = [];
  for (const lexeme of new Lexer().lex(text)) {
    tokens.push(...parser.next(lexeme));
    if (parser.stack.length > maxDepth) return tooDeep(parser.offset);
  }
  tokens.push(...parser.end());
  return tokens;
}

function tooDeep(offset: number): Finding {
  return {
    span: { start: offset - 1, end: offset },
    message: `nested more than ${maxDepth} levels deep`,
  };
}

function secondDocument(document: Document.Parsed): Finding {
  const [start] = document.contents?.range ?? document.range;
  return {
    span: { start, end: start + 1 },
    message: "a second YAML document begins; a plan is one document",
    hint: "remove the line with --- or ... before it",
  };
}

function convert(node: ParsedNode | null, findings: Finding[], key?: Span): Written {
  const nowhere = key?.end ?? 0;
  const span = node === null ? { start: nowhere, end: nowhere } : spanOf(node);
  const isRefused = isAlias(node);
  if (isRefused) findings.push(aliasFinding(span));
  return { ...(key && { key }), span, isRefused, ...contentOf(node, findings) };
}

function contentOf(
  node: ParsedNode | null,
  findings: Finding[],
): Pick<Written, "value" | "scalar" | "entries"> {
  if (isMap(node)) return mapContent(node, findings);
  if (isSeq(node)) return listContent(node, findings);
  return isScalar(node) ? scalarContent(node) : { value: null };
}

function spanOf(node: ParsedNode): Span {
  return { start: node.range[0], end: node.range[1] };
}

function aliasFinding(span: Span): Finding {
  return {
    span,
    message: "an alias (*name) stands here; a plan may not use aliases",
    hint: "write the value out",
  };
}

function mapContent(map: YAMLMap.Parsed, findings: Finding[]) {
  const entries = new Map<string, Written>();
  for (const pair of map.items) {
    const span = spanOf(pair.key);
    const name = keyName(pair.key);
    const first = name === undefined ? undefined : entries.get(name);
    const fault = name === undefined ? notAKey(span) : keyFault(name, span, first);
    if (fault) findings.push(fault);
    const written = convert(pair.value, findings, span);
    if (name !== undefined && !fault) entries.set(name, written);
  }
  const value = Object.fromEntries([...entries].map(([name, entry]) => [name, entry.value]));
  return { entries, value };
}

/** A key's text as it is written: `1.20` is not 1.2. Undefined for an empty key, an alias, a list, a map. */
function keyName(key: ParsedNode): string | undefined {
  if (!isScalar(key)) return undefined;
  return scalarText(key) || undefined;
}

function notAKey(span: Span): Finding {
  return {
    span,
    message: "expected a key: one word before a colon",
    hint: "a text that begins with { or [ needs quotes",
  };
}

function keyFault(name: string, span: Span, first: Written | undefined): Finding | undefined {
  if (first) {
    return {
      span,
      message: `the key ${JSON.stringify(name)} is here twice`,
      hint: "keep one of the two",
    };
  }
  // The one key that can change the prototype of an object somewhere down the road.
  if (name === "__proto__") return { span, message: "__proto__ is not a key that a plan may have" };
  return undefined;
}

function listContent(list: YAMLSeq.Parsed, findings: Finding[]) {
  const written = list.items.map((item) => convert(item, findings));
  return {
    entries: new Map(written.map((entry, index) => [index, entry])),
    value: written.map(({ value }) => value),
  };
}

function scalarContent(scalar: Scalar.Parsed) {
  const { value } = scalar;
  const text = scalarText(scalar);
  return {
    // A zero has no sign in a plan: `-0` would print as `-0` in one place and as `0` in another.
    value: typeof value === "string" ? text : value === 0 ? 0 : value,
    scalar: { style: styles[scalar.type ?? "PLAIN"] ?? "plain", text },
  };
}

function scalarText(scalar: Scalar.Parsed): string {
  const text = typeof scalar.value === "string" ? scalar.value : scalar.source;
  return text.toWellFormed();
}

const styles: Readonly<Record<string, ScalarStyle>> = {
  PLAIN: "plain",
  QUOTE_DOUBLE: "quoted",
  QUOTE_SINGLE: "quoted",
  BLOCK_LITERAL: "literal",
  BLOCK_FOLDED: "folded",
};
