/** Comments under an issue, a pull request or a discussion: found by paging through all of them. */
import { z } from "zod";
import { PostError } from "../../domain/errors.ts";
import type { Changed, GitHub, Job, PostContext, Prepared } from "../contract.ts";
import { hasTraceOf } from "../marker.ts";
import { split } from "../split.ts";
import { prepareTexts, type Standing, type TextPlace, type Where } from "../texts.ts";
import { markCharacters } from "../region.ts";
import { askFor, changeAt } from "./ask.ts";
import { commentCharacters } from "./settings.ts";

/** What has comments; the words by which GitHub's schema knows it. */
export interface ThreadKind {
  readonly field: "issue" | "pullRequest" | "discussion";
  /** For messages. */
  readonly noun: string;
  readonly add: string;
  readonly update: string;
  readonly remove: string;
}

export interface ThreadAt {
  readonly host: string;
  readonly repo: string;
  readonly number: number;
}

export const commentLimits = { characters: commentCharacters, posts: 20 } as const;

/** The comments that are to be made, edited or removed so that the report stands there once. */
export async function prepareComments(
  { github: at, hash }: PostContext,
  job: Job<unknown>,
  kind: ThreadKind,
  place: ThreadAt,
): Promise<Prepared> {
  const github = at(place.host);
  const thread = await readThread(github, kind, place);
  const { report, remembered } = job;
  const known = new Set(remembered.map(({ id }) => id));
  const ours = thread.comments.filter(
    ({ id, body }) => known.has(id) || hasTraceOf(body, report.id),
  );
  const foreign = ours.find(({ id, isOwn }) => !isOwn && known.has(id));
  if (foreign !== undefined) throw postedByOther(foreign);
  const standing = ours
    .filter(({ isOwn }) => isOwn)
    .map(({ body, ...own }) => ({ ...own, text: body }));
  const budget = { ...commentLimits, characters: commentCharacters - markCharacters };
  return prepareTexts(
    job,
    hash,
    commentPlace(github, kind, thread, standing),
    split(job.markdown, budget),
  );
}

interface Comment {
  readonly id: string;
  readonly url: string;
  readonly body: string;
  readonly isOwn: boolean;
}

interface Thread {
  readonly id: string;
  readonly isPublic: boolean;
  readonly comments: readonly Comment[];
}

function commentPlace(
  github: GitHub,
  kind: ThreadKind,
  { id: subject, isPublic }: Thread,
  standing: readonly Standing[],
): TextPlace {
  const change = (query: string, variables: Readonly<Record<string, string>>) =>
    changeAt(github, { title: "the comment", query, variables, schema: changedSchema });
  const where = (changed: Changed<z.infer<typeof changedSchema>>): Changed<Where> =>
    "done" in changed ? placed(changed.done) : changed;
  return {
    audience: isPublic ? "public" : "restricted",
    noun: "comment",
    standing,
    create: async (body) => where(await change(kind.add, { subject, body })),
    update: async ({ id }, body) => where(await change(kind.update, { id, body })),
    remove: async ({ id }) => {
      const changed = await change(kind.remove, { id });
      return "done" in changed ? { done: undefined } : changed;
    },
  };
}

function placed({ changed }: z.infer<typeof changedSchema>): Changed<Where> {
  const comment = changed.comment ?? changed.commentEdge?.node;
  return comment == null
    ? { unclear: "GitHub does not say where the comment is" }
    : { done: comment };
}

const whereSchema = z.object({ id: z.string(), url: z.string() });

const changedSchema = z.object({
  changed: z.object({
    comment: whereSchema.nullish(),
    commentEdge: z.object({ node: whereSchema.nullish() }).nullish(),
  }),
});

async function readThread(github: GitHub, kind: ThreadKind, place: ThreadAt): Promise<Thread> {
  const comments: Comment[] = [];
  const seen = new Set<string>();
  for (let after: string | undefined; ;) {
    const { thread, isPublic, page } = await readPage(github, kind, place, after);
    comments.push(...page.nodes.flatMap((node) => (node === null ? [] : [commentOf(node)])));
    const { hasNextPage, endCursor } = page.pageInfo;
    if (!hasNextPage) return { id: thread, isPublic, comments };
    if (endCursor === null || seen.has(endCursor)) throw endless(nameOf(place));
    seen.add(endCursor);
    after = endCursor;
  }
}

async function readPage(
  github: GitHub,
  kind: ThreadKind,
  place: ThreadAt,
  after: string | undefined,
) {
  const [owner = "", name = ""] = place.repo.split("/");
  const title = `the ${kind.noun} ${nameOf(place)}`;
  const variables = { owner, name, number: place.number, ...(after !== undefined && { after }) };
  const wanted = { title, query: pageQuery(kind), variables, schema: pageSchema };
  const { repository } = await askFor(github, wanted);
  const { thread, nameWithOwner, isArchived, visibility } = repository;
  const home = `${thread.repository.nameWithOwner}#${thread.number}`;
  if (isArchived) throw unusable(`${nameWithOwner} is archived`, "Name another place in the plan.");
  if (home.toLowerCase() !== `${nameWithOwner}#${place.number}`.toLowerCase()) {
    throw unusable(`${title} has been moved to ${home}`, "Write that into the plan.");
  }
  return { thread: thread.id, isPublic: visibility === "PUBLIC", page: thread.comments };
}

/** Half of what GitHub gives at a time: a comment may have 64 kB. */
function pageQuery({ field }: ThreadKind): string {
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

function postedByOther({ url }: Comment): PostError {
  const hint = "Post with the credential that it was posted with, or remove it first.";
  return unusable(`${url} was posted with another credential`, hint);
}

function endless(name: string): PostError {
  return unusable(`GitHub's pages of ${name} do not come to an end`, "Try again later.");
}

function unusable(message: string, hint: string): PostError {
  return new PostError(message, { code: "post-place", hint });
}
