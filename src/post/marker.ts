/** The marks around what is ours in a text, by which it is found again. GitHub does not show them. */

export interface Mark {
  readonly end: "begin" | "end";
  /** The report's id. */
  readonly report: string;
  /** Which text of the report, from 1. */
  readonly part: number;
  /** SHA-256 of what stands between the marks; on the first of them only. */
  readonly hash?: string;
}

/** A mark as it stands in a text. */
export interface MarkFound extends Mark {
  /** Where its line begins, and where it ends before the line break. */
  readonly from: number;
  readonly to: number;
}

const form =
  /^<!-- release-deck (begin|end) report=(\S+) part=(\d{1,4})(?: sha256=([0-9a-f]{64}))? -->(?=[ \t\r]*$)/gm;

export function markText({ end, report, part, hash }: Mark): string {
  return `<!-- release-deck ${end} report=${report} part=${part}${hash === undefined ? "" : ` sha256=${hash}`} -->`;
}

/** The marks of one report, in their order. Only whole lines count: what somebody quotes does not. */
export function marksIn(text: string, report: string): readonly MarkFound[] {
  return [...text.matchAll(form)].flatMap((match) => {
    const [whole, end, id, part, hash] = match;
    if (id !== report || (end !== "begin" && end !== "end")) return [];
    const place = { from: match.index, to: match.index + whole.length };
    return [{ end, report, part: Number(part), ...place, ...(hash !== undefined && { hash }) }];
  });
}

/** Whether the text holds anything of a mark of the report, be it damaged. */
export function hasTraceOf(text: string, report: string): boolean {
  return text
    .split("\n")
    .some(
      (line) => /^\s*<!--\s*release-deck\b/.test(line) && line.split(/[\s=]+/).includes(report),
    );
}
