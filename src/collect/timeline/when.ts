/** Of all dates in a piece of text: the one that counts, and those that it takes the place of. */
import { findMoments } from "./dates/moments.ts";
import type { Moment } from "./dates/written.ts";

export interface When {
  readonly when?: Moment;
  readonly replaced: readonly Moment[];
}

/** "slipped to", "moved one business day to": what follows counts instead of what was said first. */
const isMove =
  /\b(?:moved|slipped|postponed|delayed|pushed|rescheduled)\b.{0,80}\b(?:to|until)\s*$/i;
/** "was", "originally": what follows counted before. */
const isPast = /\b(?:was|were|originally|previously|formerly|from|instead of)\s*:?\s*$/i;
const contextLength = 120;

/** The first date counts, unless it is struck through or the text says that it has moved. */
export function whenIn(text: string, moments: readonly Moment[]): When {
  const struck = moments.filter(({ isStruck }) => isStruck);
  const [first, ...later] = moments.filter(({ isStruck }) => !isStruck);
  const result = { when: first, replaced: [...struck] };
  for (const moment of later) {
    const before = text.slice(Math.max(0, moment.start - contextLength), moment.start);
    const between = text.slice(result.when?.end ?? 0, moment.start);
    if (isMove.test(before) && result.when !== undefined) {
      result.replaced.push(result.when);
      result.when = moment;
    } else if (isPast.test(between.slice(-contextLength))) result.replaced.push(moment);
  }
  const { when, replaced } = result;
  return { ...(when && { when }), replaced };
}

/** The date of a cell that holds nothing else. */
export function whenInCell(cell: string, isBareAllowed: boolean): When {
  return whenIn(cell, findMoments(cell, isBareAllowed));
}

const untilWords =
  /^[\s:,.\u2010-\u2015-]*(?:week\s{0,3}(?<week>\d{1,2})\b)?[\s:,.\u2010-\u2015-]*/i;

/** What follows a date: `: Week 9 - Code Freeze` without the signs and the week. */
export function afterDate(text: string): { readonly what: string; readonly week?: number } {
  const found = untilWords.exec(text);
  const week = found?.groups?.["week"];
  const what = text.slice(found?.[0].length ?? 0).trim();
  return { what, ...(week !== undefined && { week: Number(week) }) };
}

/** The number in `week 9`. */
export function weekIn(text: string): number | undefined {
  const found = /\bweek\s{0,3}(\d{1,2})\b/i.exec(text)?.[1];
  return found === undefined ? undefined : Number(found);
}
