/** What a schema finds wrong with a value, said for people. */
import { nearest } from "./nearest.ts";
import type { Path } from "./written.ts";

/** The parts of a zod issue that the wording needs. */
export interface Issue {
  readonly code?: string | undefined;
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly expected?: string;
  readonly origin?: string;
  readonly minimum?: number | bigint;
  readonly maximum?: number | bigint;
  readonly keys?: readonly string[];
  readonly values?: readonly unknown[];
  readonly errors?: readonly (readonly Issue[])[];
  readonly issues?: readonly Issue[];
  readonly params?: Readonly<Record<string, unknown>> | undefined;
}

export interface Wording {
  readonly message: string;
  readonly hint: string | undefined;
}

/** Wording for an issue with the value at `path`; `found` is that value in the words of the plan. */
export function wordingOf(issue: Issue, path: Path, found: string): Wording {
  const label = labelOf(path);
  if (issue.code === "invalid_value") {
    const hint = suggestion(found.replaceAll('"', ""), (issue.values ?? []).map(String));
    return { message: `${label}: ${found} is not known`, hint };
  }
  const phrase = phraseOf(issue);
  const message = `${label}: ${phrase}`;
  const hint = issue.params?.["hint"];
  return {
    message: phrase.startsWith("expected ") ? `${message}, found ${found}` : message,
    hint: typeof hint === "string" ? hint : undefined,
  };
}

/** `title`, `needs, entry 2`, or `the plan` at the root. */
export function labelOf(path: Path): string {
  const last = path.at(-1);
  if (last === undefined) return "the plan";
  if (typeof last === "number") return `${labelOf(path.slice(0, -1))}, entry ${last + 1}`;
  const key = String(last).slice(0, 40);
  return /^[A-Za-z]\w*$/.test(key) ? key : JSON.stringify(key);
}

/** "did you mean …?", or the words that there are; undefined where there are none. */
export function suggestion(word: string, known: readonly string[]): string | undefined {
  const near = nearest(word, known);
  if (near !== undefined) return `did you mean ${near}?`;
  return known.length === 0 ? undefined : `it may be ${either(known)}`;
}

/** What is wrong, or what should stand there: "is empty", "expected a number". */
export function phraseOf(issue: Issue): string {
  return phrases.get(issue.code)?.(issue) ?? issue.message;
}

/** Wordings by the code of an issue; the others come with a message of their own. */
const phrases: ReadonlyMap<string | undefined, (issue: Issue) => string | undefined> = new Map([
  ["invalid_type", ({ expected = "" }) => `expected ${typeWords[expected] ?? expected}`],
  ["invalid_value", ({ values = [] }) => `expected ${either(values.map(String))}`],
  ["invalid_union", ({ errors = [] }) => `expected ${either(errors.flat().map(withoutVerb))}`],
  ["invalid_key", ({ issues = [] }) => issues[0]?.message],
  ["too_small", tooSmall],
  ["too_big", ({ maximum }) => `expected at most ${maximum}`],
]);

function tooSmall({ origin, minimum }: Issue): string {
  if (origin === "string") return "is empty";
  return origin === "array" ? "expected at least one entry" : `expected ${minimum} or more`;
}

function withoutVerb(issue: Issue): string {
  return phraseOf(issue).replace(/^expected /, "");
}

/** What schemas call the types of values, in people's words. */
const typeWords: Readonly<Record<string, string>> = {
  string: "a text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  object: "a map of keys",
  record: "a map of keys",
  array: "a list",
};

function either(words: readonly string[]): string {
  return new Intl.ListFormat("en", { type: "disjunction" }).format(words);
}
