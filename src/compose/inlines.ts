/** Short ways to write inlines. */
import type { Inline, NumberInline, StatusInline } from "../domain/deck.ts";

export const text = (value: string): Inline => ({ kind: "text", text: value });
export const strong = (value: string): Inline => ({ kind: "strong", text: value });
export const code = (value: string): Inline => ({ kind: "code", text: value });

export function link(value: string, url: string | undefined): Inline {
  return url === undefined || url === "" ? text(value) : { kind: "link", text: value, url };
}

export function status(word: string, tone: StatusInline["tone"]): Inline {
  return { kind: "status", word, tone };
}

export function numberInline(name: string, value: string, url: string | undefined): NumberInline {
  return { kind: "number", name, text: value, ...(url === undefined ? {} : { url }) };
}

/** Inlines with a text between each two. */
export function joined(parts: readonly (readonly Inline[])[], between: string): readonly Inline[] {
  return parts.flatMap((part, index) => (index === 0 ? part : [text(between), ...part]));
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(parts: readonly (readonly Inline[])[]): readonly Inline[] {
  const [last, ...others] = parts.toReversed();
  if (last === undefined || others.length === 0) return last ?? [];
  return [...joined(others.toReversed(), ", "), text(" and "), ...last];
}
