/** Placeholders in people's Markdown: `{{KR1.landed}}` stands for a named number. */

/** Every placeholder, well formed or not; the name is the first group. */
export const placeholderPattern = /\{\{([^{}]*)\}\}/g;

export interface Placeholder {
  /** The trimmed name; may be empty or unknown. */
  readonly name: string;
  readonly offset: number;
  readonly length: number;
}

/** All placeholders of a text in order. */
export function placeholdersIn(text: string): readonly Placeholder[] {
  return [...text.matchAll(placeholderPattern)].map((found) => ({
    name: (found[1] ?? "").trim(),
    offset: found.index,
    length: found[0].length,
  }));
}
