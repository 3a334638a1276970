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

export interface HistoryWanted {
  readonly repo: string;
  readonly since: Instant;
  /** What must have been at `since` or later: that it was created, or anything happened to it. */
  readonly by: "created" | "updated";
}

/**
 * All that were created, or updated, at `since` or later, the newest first, each once. A request for each hundred.
 * Throws a SourceError where GitHub does not tell all of them: a part would mislead.
 */
export async function readHistory(
  reader: Reader,
  { repo, since, by }: HistoryWanted,
): Promise<readonly PastPull[]> {
  const pulls = new Map<number, PastPull>();
  for await (const { nodes } of pagesOf(reader, listingOf(repo, by))) {
    const read = nodes.filter((node) => nodeTime(node, by) !== undefined);
    const wanted = read.filter((node) => (nodeTime(node, by) ?? "") >= since);
    // What is created while pages are read moves others to the next page.
    for (const pull of wanted.flatMap((node) => pastPullOf(node) ?? []))
      pulls.set(pull.number, pull);
    reader.tell(`${pulls.size} pull requests of ${repo}`);
    if (wanted.length < read.length) break;
  }
  return [...pulls.values()];
}

function nodeTime(
  { createdAt, updatedAt }: PastPullsPage["nodes"][number],
  by: HistoryWanted["by"],
): Instant | undefined {
  return by === "created" ? createdAt : updatedAt;
}

function listingOf(repo: string, by: HistoryWanted["by"]): Listing<PastPullsPage> {
  return {
    title: `the pull requests of ${repo}`,
    question: (page) => historyQuestion({ repo, by }, page),
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
