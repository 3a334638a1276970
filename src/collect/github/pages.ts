/** Lists that GitHub gives page by page. */
import { SourceError } from "../../domain/errors.ts";
import type { Question } from "./client.ts";
import { isDenied, isTooHeavy, remedyOf, type Fault } from "./fault.ts";
import type { Reader } from "./session.ts";
import type { Reply } from "./verdict.ts";

/** Which page; beyond the size that GitHub has time for, it is asked again for fewer. */
export interface PageWanted {
  readonly first: number;
  readonly after?: string;
}

export interface Page {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor?: string | undefined };
}

export interface Listing<OnePage extends Page> {
  /** What is listed, for messages: `the search "is:pr"`. */
  readonly title: string;
  question(page: PageWanted): Question;
  /** Undefined where the answer does not hold the page. */
  read(reply: Reply): OnePage | undefined;
}

const largestPage = 100;
const smallestPage = 5;

/**
 * One page after the other. Throws a SourceError where GitHub does not tell the list, and where its
 * pages do not come to an end.
 */
export async function* pagesOf<OnePage extends Page>(
  reader: Reader,
  listing: Listing<OnePage>,
): AsyncGenerator<OnePage> {
  const seen = new Set<string>();
  let wanted: PageWanted = { first: largestPage };
  for (;;) {
    const reply = await reader.ask(listing.question(wanted));
    if ("tooHeavy" in reply || reply.faults.some(isTooHeavy)) {
      wanted = smaller(wanted, listing.title);
      continue;
    }
    const page = listing.read(reply);
    if (page === undefined) throw untold(listing.title, reply.faults[0]);
    yield page;
    const { hasNextPage, endCursor } = page.pageInfo;
    if (!hasNextPage) return;
    if (endCursor === undefined || seen.has(endCursor)) throw endless(listing.title);
    seen.add(endCursor);
    wanted = { ...wanted, after: endCursor };
  }
}

function smaller(wanted: PageWanted, title: string): PageWanted {
  const first = Math.floor(wanted.first / 2);
  if (first >= smallestPage) return { ...wanted, first };
  const hint = "Try again later, or ask for less.";
  throw new SourceError(`GitHub has no time for ${title}`, { code: "github-unanswered", hint });
}

function untold(title: string, fault: Fault | undefined): SourceError {
  const why = fault?.message ?? "its answer holds no such list";
  const message = `GitHub does not tell ${title}: ${why}`;
  const hint = fault !== undefined && isDenied(fault) ? remedyOf(fault) : "Check it in the plan.";
  return new SourceError(message, { code: "github-refused", hint });
}

function endless(title: string): SourceError {
  const message = `GitHub's pages of ${title} do not come to an end`;
  return new SourceError(message, { code: "github-endless", hint: "Try again later." });
}
