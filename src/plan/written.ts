/** A YAML value as it is written: what it says, in which words, and where. */

/** Offsets into the text, the end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Keys and indexes from the root of the document down to one value. */
export type Path = readonly PropertyKey[];

export interface Written {
  /** Plain data: maps are objects, scalars are what YAML 1.2 (core) takes them for. */
  readonly value: unknown;
  readonly span: Span;
  /** Where the key of this value stands; absent in lists and at the root. */
  readonly key?: Span;
  /** Of a scalar: how it is written, and its text before anything was made of it: `1.20` stays `1.20`. */
  readonly scalar?: { readonly style: ScalarStyle; readonly text: string };
  /** Of a map its values by key, of a list by index. */
  readonly entries?: ReadonlyMap<PropertyKey, Written>;
  /** An alias: noted already, and of no value. */
  readonly isRefused: boolean;
}

export type ScalarStyle = "plain" | "quoted" | "literal" | "folded";

/** The value at a path below `root`; undefined where the text has none. */
export function writtenAt(root: Written, path: Path): Written | undefined {
  let found: Written | undefined = root;
  for (const step of path) found = found?.entries?.get(step);
  return found;
}
