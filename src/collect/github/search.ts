/** What a search on GitHub finds, all of it. */
import { addDays, dayOf, daysBetween } from "../../calendar.ts";
import { SourceError } from "../../domain/errors.ts";
import type { FoundItem } from "../../domain/item-query.ts";
import type { CalendarDate, Instant } from "../../domain/time.ts";
import { pagesOf, type Listing } from "./pages.ts";
import { searchQuestion } from "./queries.ts";
import type { Reader } from "./session.ts";
import { searchSchema, type SearchPage } from "./schema.ts";
import { foundItemOf, type Found } from "./found.ts";

/** GitHub gives out no more than that, and does not say that there are more. */
const maxResults = 1_000;
/** A plan that follows more items than that has another search in mind. */
const maxHits = 5_000;
/** Before the first issue there was. */
const earliest: CalendarDate = "2008-01-01";

/**
 * Where there are more hits than GitHub gives out, the days on which they were created are halved until
 * there are not. Throws a SourceError where GitHub refuses, or has far too many.
 */
export async function readSearch(reader: Reader, text: string, asOf: Instant): Promise<Found> {
  const isSplit = !/(^|\s)-?created:/.test(text);
  const days = { from: earliest, to: addDays(dayOf(asOf), 1) };
  const { items, findings } = await within(reader, { text, ...(isSplit && { days }) }, true);
  const byRef = new Map(items.map((item) => [item.ref, item]));
  return { items: [...byRef.values()], findings };
}

interface Part {
  readonly text: string;
  /** Absent where the search itself says which, so that it cannot be parted. */
  readonly days?: { readonly from: CalendarDate; readonly to: CalendarDate };
}

async function within(reader: Reader, part: Part, isWhole: boolean): Promise<Found> {
  const { text, days } = part;
  const asked = days === undefined || isWhole ? text : `${text} created:${days.from}..${days.to}`;
  const items: FoundItem[] = [];
  let count = 0;
  for await (const page of pagesOf(reader, listingOf(asked))) {
    count = page.issueCount;
    if (count > maxHits) throw tooMany(text, count);
    const halves = count > maxResults ? halvesOf(part) : [];
    if (halves.length > 0) return joined(reader, halves);
    items.push(...page.nodes.flatMap((node) => foundItemOf(node) ?? []));
  }
  const findings =
    items.length === count
      ? []
      : [`GitHub counts ${count} hits of "${asked}" and gave ${items.length}`];
  return { items, findings };
}

async function joined(reader: Reader, halves: readonly Part[]): Promise<Found> {
  const found: Found[] = [];
  for (const half of halves) found.push(await within(reader, half, false));
  return {
    items: found.flatMap(({ items }) => items),
    findings: found.flatMap(({ findings }) => findings),
  };
}

/** None where the days cannot be halved any more. */
function halvesOf({ text, days }: Part): readonly Part[] {
  if (days === undefined || days.from === days.to) return [];
  const middle = addDays(days.from, Math.floor(daysBetween(days.from, days.to) / 2));
  return [
    { text, days: { from: days.from, to: middle } },
    { text, days: { from: addDays(middle, 1), to: days.to } },
  ];
}

function listingOf(text: string): Listing<SearchPage> {
  return {
    title: `the search "${text}"`,
    question: (page) => searchQuestion(text, page),
    read: ({ data }) => searchSchema.safeParse(data["search"]).data,
  };
}

function tooMany(text: string, count: number): SourceError {
  const message = `the search "${text}" finds ${count} items, more than a plan can follow (${maxHits})`;
  return new SourceError(message, {
    code: "github-refused",
    hint: "Narrow the search in the plan.",
  });
}
