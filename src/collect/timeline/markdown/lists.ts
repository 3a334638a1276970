/** Bullets of a release calendar: `- **Thursday, Nov 12th**: Week 9 - Code Freeze`, and what hangs below a day. */
import { findMoments, findTime, findWeekday } from "../dates/moments.ts";
import type { Moment } from "../dates/written.ts";
import type { Place, Statement } from "../contract.ts";
import { afterDate, whenIn } from "../when.ts";
import type { Block } from "./blocks.ts";
import { plainText } from "./inline.ts";

type Item = Extract<Block, { readonly kind: "item" }>;

/** A day that holds for what stands below it. */
export interface Below {
  readonly day: Moment;
  /** The line of the day says nothing itself, so that all that is below says it. */
  readonly isBare: boolean;
}

export interface ReadItem {
  readonly statements: readonly Statement[];
  /** For the bullets inside it. */
  readonly below?: Below;
}

/** `below` is the day of the bullet or heading around it. */
export function readItem(item: Item, place: Place, below: Below | undefined): ReadItem {
  const text = plainText(item.text);
  const moments = [...weekdayOf(text, below), ...findMoments(text)];
  const lead = leadOf(text, moments);
  const source = { line: item.line, text: item.text };
  if (lead !== undefined) return readDated(text, { moments, lead }, { place, ...source });
  const common = { replaced: [], place: { ...place, kind: "detail" }, ...source } as const;
  const own = whenIn(text, moments);
  const what = own.when === undefined ? text : without(text, own.when);
  if (own.when !== undefined) return { statements: [{ ...common, what, ...own, isLoose: true }] };
  if (below === undefined) return { statements: [] };
  return { statements: [{ ...common, what, when: below.day, isLoose: !below.isBare }] };
}

/** A weekday is a date below a week. */
function weekdayOf(text: string, below: Below | undefined): readonly Moment[] {
  const [week] = below?.day.readings ?? [];
  const found = week?.day && week.end ? findWeekday(text, week.day) : undefined;
  return found === undefined ? [] : [found];
}

/** The last of the dates that open the text; struck ones may stand before it. */
function leadOf(text: string, moments: readonly Moment[]): Moment | undefined {
  let lead: Moment | undefined;
  for (const moment of moments) {
    const before = text.slice(lead?.end ?? 0, moment.start);
    const isOpen = lead === undefined || lead.isStruck;
    if (!isOpen || !/^[^\p{L}\p{N}]*(?:(?:by|on|week of|moved to|now) )?$/iu.test(before)) break;
    lead = moment;
  }
  return lead;
}

interface Dated {
  readonly moments: readonly Moment[];
  readonly lead: Moment;
}

function readDated(
  text: string,
  { moments, lead }: Dated,
  source: Pick<Statement, "place" | "line" | "text">,
): ReadItem {
  const { what, week } = afterDate(text.slice(lead.end));
  const when = whenIn(text, moments);
  const day = when.when ?? lead;
  if (what === "") return { statements: [], below: { day, isBare: true } };
  const time = findTime(what);
  const statement = {
    what: what.replaceAll("~~", ""),
    ...when,
    ...(time && { time }),
    ...(week !== undefined && { week }),
    ...source,
  };
  return { statements: [statement], below: { day, isBare: false } };
}

function without(text: string, { start, end }: Moment): string {
  return `${text.slice(0, start)} ${text.slice(end)}`.replace(/\s+/g, " ").trim();
}
