/** What is wrong in a plan while it is being read, before it is made ready for print. */
import { excerpt, visible } from "../domain/excerpt.ts";
import type { Problem } from "../domain/errors.ts";
import type { Lines } from "./lines.ts";
import type { Span } from "./written.ts";

export interface Finding {
  readonly span: Span;
  readonly message: string;
  readonly hint?: string | undefined;
  /** The key that is not there, as the text of its path. */
  readonly missing?: string;
  /** The key that a misspelt one probably stands for, as the text of its path. */
  readonly meant?: string;
}

/** As many as a person will read at once; junk can hold a hundred thousand. */
const shown = 100;

/** The findings in the order of the file, each with its place and excerpt. */
export function problemsOf(findings: readonly Finding[], lines: Lines): readonly Problem[] {
  const sorted = withoutEchoes(findings).toSorted(
    (left, right) => left.span.start - right.span.start || left.span.end - right.span.end,
  );
  const problems = sorted.slice(0, shown).map((finding) => problemOf(finding, lines));
  const [next] = sorted.slice(shown);
  if (next === undefined) return problems;
  const message = `${sorted.length - shown} more problems from here on`;
  return [...problems, { message, at: lines.placeAt(next.span.start) }];
}

/** A key that is missing because it is misspelt is one fault: the misspelling. */
function withoutEchoes(findings: readonly Finding[]): readonly Finding[] {
  const meant = new Set(findings.map((finding) => finding.meant));
  return findings.filter(({ missing }) => missing === undefined || !meant.has(missing));
}

function problemOf(finding: Finding, lines: Lines): Problem {
  const at = lines.placeAt(finding.span.start);
  return {
    message: visible(finding.message),
    at,
    excerpt: excerpt(lines.textOf(at.line), at, finding.span.end - finding.span.start),
    ...(finding.hint === undefined ? {} : { hint: finding.hint }),
  };
}
