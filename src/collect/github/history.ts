/** The pull requests of a repository's past, from which its habits are learned. */
import type { Instant } from "../../domain/time.ts";
import { known } from "./known.ts";
import { pagesOf, type Listing } from "./pages.ts";
import { isProgram } from "./people.ts";
import { historyQuestion } from "./queries.ts";
import { historySchema, type PastPullsPage } from "./schema.ts";
import type { Reader } from "./session.ts";

/** One pull request of the past: when it came, and when and how it ended. */
export interface PastPull {
  readonly number: number;
  readonly createdAt: Instant;
  readonly mergedAt?: Instant;
  /** When it was closed, merged or not. */
  readonly closedAt?: Instant;
  readonly baseBranch?: string;
  /** Its author is a program. */
  readonly isBot?: boolean;
}

/**
 * All that were created at `since` or later, the newest first, each once. A request for each hundred.
 * Throws a SourceError where GitHub does not tell all of them: a part would mislead.
 */
export async function readHistory(
  reader: Reader,
  repo: string,
  since: Instant,
): Promise<readonly PastPull[]> {
  const pulls = new Map<number, PastPull>();
  for await (const { nodes } of pagesOf(reader, listingOf(repo))) {
    const read = nodes.flatMap((node) => pastPullOf(node) ?? []);
    const wanted = read.filter(({ createdAt }) => createdAt >= since);
    // What is created while pages are read moves others to the next page.
    for (const pull of wanted) pulls.set(pull.number, pull);
    reader.tell(`${pulls.size} pull requests of ${repo}`);
    if (wanted.length < read.length) break;
  }
  return [...pulls.values()];
}

function listingOf(repo: string): Listing<PastPullsPage> {
  return {
    title: `the pull requests of ${repo}`,
    question: (page) => historyQuestion(repo, page),
    read: ({ data }) => historySchema.safeParse(data["repository"]).data?.pullRequests,
  };
}

function pastPullOf(node: PastPullsPage["nodes"][number]): PastPull | undefined {
  const { number, createdAt, mergedAt, closedAt, baseRefName, author } = node;
  if (createdAt === undefined) return undefined;
  return known<PastPull>({
    number,
    createdAt,
    mergedAt,
    closedAt,
    baseBranch: baseRefName,
    isBot: isProgram(author),
  });
}
