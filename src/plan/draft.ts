/** A plan while it is read: values are taken out through schemas, and what is wrong with them is gathered. */
import type { Place, Prose } from "../domain/place.ts";
import type { Finding } from "./finding.ts";
import { findingsOf } from "./issue-findings.ts";
import { labelOf, suggestion } from "./issue.ts";
import type { Lines } from "./lines.ts";
import { parseWritten, type Schema } from "./parse-written.ts";
import { proseOf } from "./prose.ts";
import { knownKeys } from "./known-keys.ts";

import { writtenAt, type Path, type Span, type Written } from "./written.ts";

export interface Draft {
  readonly root: Written;
  readonly lines: Lines;
  /** Grows while the plan is read. */
  readonly findings: Finding[];
  /** Names that must be unique, with the line that has each. Grows while the plan is read. */
  readonly names: Map<string, number>;
}

/** The value at a path as its schema gives it. Undefined where there is none, and where findings say why. */
export function check<Output>(
  draft: Draft,
  schema: Schema<Output>,
  path: Path,
): Output | undefined {
  return checkOthers(draft, { schema, path, handled: [] });
}

interface Others<Output> {
  readonly schema: Schema<Output>;
  readonly path: Path;
  /** The keys that another schema looks at. */
  readonly handled: readonly string[];
}

/** Like `check`, on a map that two schemas share. */
export function checkOthers<Output>(draft: Draft, others: Others<Output>): Output | undefined {
  const { schema, path, handled } = others;
  const written = writtenAt(draft.root, path);
  if (written === undefined) return undefined;
  const result = parseWritten(schema, written, handled);
  if (result.success) return result.data;
  for (const issue of result.error.issues) {
    const known = [...handled, ...knownKeys(schema, issue.path)];
    const site = {
      root: draft.root,
      text: draft.lines.text,
      path: [...path, ...issue.path],
      known,
    };
    draft.findings.push(...findingsOf(issue, site));
  }
  return undefined;
}

/** Every entry of the list at a path that `read` can make something of; none where there is no list. */
export function readEntries<Entry>(
  draft: Draft,
  path: Path,
  read: (path: Path, index: number) => Entry | undefined,
): readonly Entry[] {
  const list = writtenAt(draft.root, path);
  if (!Array.isArray(list?.value)) return [];
  return list.value.flatMap((_, index) => read([...path, index], index) ?? []);
}

/** Notes that the word at a path is none of those it may be. */
export function reportUnknown(draft: Draft, path: Path, known: readonly string[]): void {
  const written = writtenAt(draft.root, path) ?? draft.root;
  const word = written.scalar?.text ?? "";
  const message = `${labelOf(path)}: ${JSON.stringify(word.slice(0, 40))} is not known`;
  draft.findings.push({ span: written.span, message, hint: suggestion(word, known) });
}

/** Takes a name for the value at a path, e.g. for an `id`; notes it where another `id` has it already. */
export function claim(draft: Draft, path: Path, name: string): void {
  const label = labelOf(path);
  const key = `${label} ${name}`;
  const place = placeOf(draft, path);
  const line = draft.names.get(key);
  if (line === undefined) draft.names.set(key, place.line);
  else {
    const message = `${label}: ${JSON.stringify(name)} is taken already, on line ${line}`;
    draft.findings.push({ span: spanOf(draft, path), message, hint: "give each its own" });
  }
}

/** Where the value at a path begins; where it is not written, where its map does. */
export function placeOf(draft: Draft, path: Path): Place {
  return draft.lines.placeAt(spanOf(draft, path).start);
}

/** The scalar at a path as it is written; undefined where there is none. */
export function textAt({ root }: Draft, path: Path): string | undefined {
  return writtenAt(root, path)?.scalar?.text;
}

/** The prose at a path; undefined where the plan has none. */
export function proseAt(draft: Draft, path: Path): Prose | undefined {
  const written = writtenAt(draft.root, path);
  return written && proseOf(written, draft.lines);
}

function spanOf({ root }: Draft, path: Path): Span {
  const written = writtenAt(root, path) ?? writtenAt(root, path.slice(0, -1)) ?? root;
  return written.span;
}
