/** All comments of an issue, a pull request or a discussion, page by page. */
import { z } from "zod";
import { PostError } from "../../domain/errors.ts";
import type { GitHub } from "../contract.ts";
import { askFor } from "./ask.ts";

export interface ThreadAt {
  readonly host: string;
  readonly repo: string;
  readonly number: number;
}

/** The words by which GitHub's schema and people know what has comments. */
export interface Commented {
  readonly field: "issue" | "pullRequest" | "discussion";
  /** For messages. */
  readonly noun: string;
}

export interface Comment {
  readonly id: string;
  readonly url: string;
  readonly body: string;
  /** The credential's own. */
  readonly isOwn: boolean;
}

export interface Thread {
  readonly id: string;
  readonly isPublic: boolean;
  /** Oldest first. */
  readonly comments: readonly Comment[];
}

export interface ThreadWanted {
  readonly github: GitHub;
  readonly kind: Commented;
  readonly place: ThreadAt;
}

/** Throws a PostError where there is none, or where it is not to be posted to. */
export async function readThread(wanted: ThreadWanted): Promise<Thread> {
  const comments: Comment[] = [];
  const seen = new Set<string>();
  for (let after: string | undefined; ;) {
    const { thread, isPublic, page } = await readPage(wanted, after);
    comments.push(...page.nodes.flatMap((node) => (node === null ? [] : [commentOf(node)])));
    const { hasNextPage, endCursor } = page.pageInfo;
    if (!hasNextPage) return { id: thread, isPublic, comments };
    if (endCursor === null || seen.has(endCursor)) throw endless(nameOf(wanted.place));
    seen.add(endCursor);
    after = endCursor;
  }
}

async function readPage({ github, kind, place }: ThreadWanted, after: string | undefined) {
  const [owner = "", name = ""] = place.repo.split("/");
  const title = `the ${kind.noun} ${nameOf(place)}`;
  const variables = { owner, name, number: place.number, ...(after !== undefined && { after }) };
  const question = { title, query: pageQuery(kind), variables, schema: pageSchema };
  const { repository } = await askFor(github, question);
  const { thread, nameWithOwner, isArchived, visibility } = repository;
  const home = `${thread.repository.nameWithOwner}#${thread.number}`;
  if (isArchived) throw unusable(`${nameWithOwner} is archived`, "Name another place in the plan.");
  if (home.toLowerCase() !== `${nameWithOwner}#${place.number}`.toLowerCase()) {
    throw unusable(`${title} has been moved to ${home}`, "Write that into the plan.");
  }
  return { thread: thread.id, isPublic: visibility === "PUBLIC", page: thread.comments };
}

/** Half of what GitHub gives at a time: a comment may have 64 kB. */
function pageQuery({ field }: Commented): string {
  return `query($owner: String!, $name: String!, $number: Int!, $after: String) {
  repository(owner: $owner, name: $name) {
    nameWithOwner isArchived visibility
    thread: ${field}(number: $number) {
      id number repository { nameWithOwner }
      comments(first: 50, after: $after) {
        pageInfo { hasNextPage endCursor }
        nodes { id url body viewerDidAuthor }
      }
    }
  }
}`;
}

const commentSchema = z.object({
  id: z.string(),
  url: z.string(),
  body: z.string(),
  viewerDidAuthor: z.boolean(),
});

const pageSchema = z.object({
  repository: z.object({
    nameWithOwner: z.string(),
    isArchived: z.boolean(),
    visibility: z.string(),
    thread: z.object({
      id: z.string(),
      number: z.number(),
      repository: z.object({ nameWithOwner: z.string() }),
      comments: z.object({
        pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
        nodes: z.array(commentSchema.nullable()),
      }),
    }),
  }),
});

function commentOf({ viewerDidAuthor, ...comment }: z.infer<typeof commentSchema>): Comment {
  return { ...comment, isOwn: viewerDidAuthor };
}

function nameOf({ repo, number }: ThreadAt): string {
  return `${repo}#${number}`;
}

function endless(name: string): PostError {
  return unusable(`GitHub's pages of ${name} do not come to an end`, "Try again later.");
}

function unusable(message: string, hint: string): PostError {
  return new PostError(message, { code: "post-place", hint });
}
