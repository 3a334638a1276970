/** Where something stands in a text that a person wrote. Lines and columns count from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/**
 * A text from the plan with the place of its first character, so that a finding inside it can be
 * shown where the author will look. `indent` is the column (from 1) at which its later lines begin.
 */
export interface Prose {
  readonly text: string;
  readonly at: Place;
  readonly indent: number;
}

/** The place of the character at `offset` of a text. Exact for one-line and literal block texts. */
export function placeInProse({ text, at, indent }: Prose, offset: number): Place {
  const lines = text.slice(0, offset).split("\n");
  const width = lines.at(-1)?.length ?? 0;
  const start = lines.length === 1 ? at.column : indent;
  return { file: at.file, line: at.line + lines.length - 1, column: start + width };
}
