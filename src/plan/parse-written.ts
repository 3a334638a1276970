/** A written value through a schema, with scalars taken as text where the schema wants a text. */
import type { Issue } from "./issue.ts";
import { writtenAt, type Path, type Written } from "./written.ts";

/** The part of a zod schema that reading needs. */
export interface Schema<Output> {
  safeParse(value: unknown, context: { readonly jitless: boolean }): Parsed<Output>;
}

export type Parsed<Output> =
  | { readonly success: true; readonly data: Output }
  | { readonly success: false; readonly error: { readonly issues: readonly Issue[] } };

/** Each shape is read a few times in a run: making code for it first takes longer than that saves. */
const context = { jitless: true };

/**
 * What the schema makes of a value, of a map without its keys `handled`. Where the schema wants a text
 * and YAML made a number or a truth value of it, the text is what was written: `release: 1.20` is
 * "1.20", not 1.2.
 */
export function parseWritten<Output>(
  schema: Schema<Output>,
  written: Written,
  handled: readonly string[],
): Parsed<Output> {
  const value = without(written.value, handled);
  const result = schema.safeParse(value, context);
  if (result.success) return result;
  const misread = result.error.issues.flatMap(wantedTexts).filter((path) => {
    const found = typeof writtenAt(written, path)?.value;
    return found === "number" || found === "boolean";
  });
  return misread.length === 0
    ? result
    : schema.safeParse(withTexts(value, written, misread), context);
}

function without(value: unknown, keys: readonly string[]): unknown {
  if (keys.length === 0 || typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key)));
}

function wantedTexts(issue: Issue): readonly Path[] {
  if (issue.code === "invalid_type" && issue.expected === "string") return [issue.path];
  const inner = (issue.errors ?? []).flat().flatMap(wantedTexts);
  return inner.map((path) => [...issue.path, ...path]);
}

/** One copy for all paths: a copy for each would be quadratic in a long list. */
function withTexts(value: unknown, written: Written, paths: readonly Path[]): unknown {
  const copy = { value: structuredClone(value) };
  for (const path of paths) {
    const text = writtenAt(written, path)?.scalar?.text;
    const steps: Path = ["value", ...path];
    const holder = steps
      .slice(0, -1)
      .reduce<unknown>((at, step) => Reflect.get(Object(at), step), copy);
    Reflect.set(Object(holder), steps.at(-1) ?? "value", text);
  }
  return copy.value;
}
