/** Where something stands in a text that a person wrote. Lines and columns count from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A text from the plan with the place of its first character, for whatever may be wrong with it. */
export interface PlacedText {
  readonly text: string;
  readonly at: Place;
}

/**
 * A longer text, so that a finding inside it can be shown where the author will look. `indent` is the
 * column (from 1) at which its later lines begin.
 */
export interface Prose extends PlacedText {
  readonly indent: number;
  /**
   * Only where lines of the file were folded into one: where the words of each line begin, as an
   * offset into `text`, a line and a column of the file, in ascending order.
   */
  readonly folds?: readonly Fold[];
}

export interface Fold {
  readonly offset: number;
  readonly line: number;
  readonly column: number;
}

/** The place in the file of the character at `offset` of a prose text. */
export function placeInProse({ text, at, indent, folds }: Prose, offset: number): Place {
  const fold = folds?.findLast((candidate) => candidate.offset <= offset);
  if (fold) return { ...at, line: fold.line, column: fold.column + offset - fold.offset };
  const before = text.slice(0, offset).split("\n");
  const inLine = before.at(-1)?.length ?? 0;
  const start = before.length === 1 ? at.column : indent;
  return { ...at, line: at.line + before.length - 1, column: start + inLine };
}

/** The last part of a path: the rest of it belongs to one machine and stands in no output. */
export function fileNameOf(path: string): string {
  return path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1);
}
