/** What a schema finds wrong, as findings with their place in the text. */
import type { Finding } from "./finding.ts";
import { labelOf, phraseOf, suggestion, wordingOf, type Issue } from "./issue.ts";
import { nearest } from "./nearest.ts";
import { writtenAt, type Path, type Span, type Written } from "./written.ts";

export interface IssueSite {
  readonly root: Written;
  readonly text: string;
  /** From the root to the value that the issue is about. */
  readonly path: Path;
  /** The keys that may stand there. */
  readonly known: readonly string[];
}

/** One finding for each fault: a schema reports all unknown keys of a map as one issue. */
export function findingsOf(issue: Issue, site: IssueSite): readonly Finding[] {
  const unknown = issue.code === "unrecognized_keys" ? issue.keys : undefined;
  if (unknown) return unknown.map((key) => unknownKey(key, site));
  const written = writtenAt(site.root, site.path);
  if (written === undefined) return [missingKey(issue, site)];
  if (written.isRefused) return [];
  if (written.value === null) return [missingValue(issue, written, site)];
  const name = site.path.at(-1);
  if (issue.code === "invalid_key" && written.key) {
    const holder = site.path.slice(0, -1);
    return [{ span: written.key, ...wordingOf(issue, holder, JSON.stringify(name)) }];
  }
  return [{ span: written.span, ...wordingOf(issue, site.path, wordsOf(written)) }];
}

/** A value in the words of the plan, cut where it is long. */
function wordsOf({ value, scalar }: Written): string {
  if (Array.isArray(value)) return value.length === 0 ? "an empty list" : "a list";
  if (scalar === undefined) return "a map of keys";
  const text = scalar.text.length > 40 ? `${scalar.text.slice(0, 40)}…` : scalar.text;
  return typeof value === "string" ? JSON.stringify(text) : text;
}

function unknownKey(key: string, { root, path, known }: IssueSite): Finding {
  const map = writtenAt(root, path);
  const free = known.filter((candidate) => !map?.entries?.has(candidate));
  const near = nearest(key, free);
  return {
    span: keySpan(root, [...path, key]),
    message: `unknown key ${JSON.stringify(key.slice(0, 40))}`,
    hint: suggestion(key, free),
    ...(near === undefined ? {} : { meant: pathKey([...path, near]) }),
  };
}

function missingKey(issue: Issue, { root, path }: IssueSite): Finding {
  const { span } = writtenAt(root, path.slice(0, -1)) ?? root;
  const message = `${labelOf(path)} is missing; ${phraseOf(issue)}`;
  return { span, message, missing: pathKey(path) };
}

function missingValue(issue: Issue, written: Written, { root, text, path }: IssueSite): Finding {
  const message = `${labelOf(path)} has no value; ${phraseOf(issue)}`;
  const rest = text.slice(written.span.start).split("\n", 1)[0] ?? "";
  const hint = rest.trim().startsWith("#")
    ? "a # begins a comment: put the value in quotes to keep it"
    : undefined;
  return { span: keySpan(root, path), message, hint };
}

function keySpan(root: Written, path: Path): Span {
  const written = writtenAt(root, path);
  return written?.key ?? written?.span ?? root.span;
}

function pathKey(path: Path): string {
  return JSON.stringify(path);
}
