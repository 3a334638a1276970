/** Sentences that say when: the summary of early calendars, and the sections about a freeze. */
import { findMoments } from "../dates/moments.ts";
import type { Moment } from "../dates/written.ts";
import type { Place, Statement } from "../contract.ts";
import type { Block } from "./blocks.ts";
import { plainText } from "./inline.ts";

type Paragraph = Extract<Block, { readonly kind: "paragraph" }>;

/**
 * `The 1.11 release cycle begins on …, and ends on release day, …. Code freeze begins … and ends …`:
 * of each date the words before it, back to the date or the sentence before.
 */
export function statementsOfSummary(paragraph: Paragraph, place: Place): readonly Statement[] {
  const text = plainText(paragraph.text);
  const statements: Statement[] = [];
  let from = 0;
  let subject = "";
  for (const when of findMoments(text)) {
    subject = clauseBefore(text.slice(from, when.start), subject);
    statements.push(statement(paragraph, place, { what: subject, when }));
    from = when.end;
  }
  return statements;
}

/** `and ends on` has the subject of the clause before it. */
function clauseBefore(between: string, subject: string): string {
  const sentence = between.slice(between.lastIndexOf(". ") + 1);
  const clause = sentence
    .replace(/^[\s,;:.-]*(?:tl;?dr\b)?[\s,;:.-]*(?:and\s)?/i, "")
    .replace(/[\s,;:.-]{1,20}$/, "");
  const end = /^(?:ends?|(?:is |will be )?lifted)(?:\s+on)?$/i.test(clause);
  return end ? `${subject.replace(/\s+(?:begins?|starts?)\b.*$/i, "")} ends` : clause;
}

/** The day that a section such as "Code Freeze" gives for what it is about. */
export function statementOfSection(
  paragraph: Paragraph,
  place: Place,
  event: string,
): Statement | undefined {
  const text = plainText(paragraph.text);
  const when = findMoments(text).find(({ start }) => isIntroduced(text, start));
  return when && statement(paragraph, place, { what: event, when });
}

function isIntroduced(text: string, start: number): boolean {
  return /(?:^|\b(?:by|on|starting|begins?|from|is))[\s:]*$/i.test(
    text.slice(Math.max(0, start - 40), start),
  );
}

function statement(
  { line, text }: Paragraph,
  place: Place,
  said: { readonly what: string; readonly when: Moment },
): Statement {
  return { ...said, replaced: [], place, line, text, isLoose: true };
}
