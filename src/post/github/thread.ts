/** Comments under an issue, a pull request or a discussion. */
import { z } from "zod";
import { PostError } from "../../domain/errors.ts";
import type { Changed, GitHub, Job, PostContext, Prepared } from "../contract.ts";
import { hasTraceOf, marksIn } from "../marker.ts";
import { quietUrl } from "../quiet.ts";
import { markCharacters } from "../region.ts";
import { split } from "../split.ts";
import { prepareTexts, type Standing, type TextPlace, type Where } from "../texts.ts";
import { changeAt } from "./ask.ts";
import { readThread, type Comment, type Commented, type ThreadAt } from "./read-thread.ts";
import { commentCharacters } from "./settings.ts";

/** What has comments, with the mutations that change them. */
export interface ThreadKind extends Commented {
  readonly add: string;
  readonly update: string;
  readonly remove: string;
}

export const commentLimits = { characters: commentCharacters, posts: 20 } as const;

/** The comments that are to be made, edited or removed so that the report stands there once. */
export async function prepareComments(
  { github: at, hash }: PostContext,
  job: Job<ThreadAt>,
  kind: ThreadKind,
): Promise<Prepared> {
  const github = at(job.settings.host);
  const thread = await readThread({ github, kind, place: job.settings });
  const standing = oursAmong(thread.comments, job);
  const urls = urlsByPart(standing, job.report.id);
  const budget = { ...commentLimits, characters: commentCharacters - markCharacters, urls };
  const place: TextPlace = {
    ...changesOf(github, kind, thread.id),
    contents: split(job.markdown, budget),
    audience: thread.isPublic ? "public" : "restricted",
    noun: "comment",
    standing,
  };
  return prepareTexts(job, hash, place);
}

/** By their marks, or by what the ledger knows; whoever else writes our marks is not heard. */
function oursAmong(
  comments: readonly Comment[],
  { report, remembered }: Job<unknown>,
): readonly Standing[] {
  const known = new Set(remembered.map(({ id }) => id));
  const foreign = comments.find(({ id, isOwn }) => !isOwn && known.has(id));
  if (foreign !== undefined) throw postedByOther(foreign);
  return comments
    .filter(({ id, body, isOwn }) => isOwn && (known.has(id) || hasTraceOf(body, report.id)))
    .map(({ id, url, body }) => ({ id, url, text: body }));
}

/** Where the texts of the report show; links that lead there leave no trace of a mention. */
function urlsByPart(standing: readonly Standing[], report: string): ReadonlyMap<number, string> {
  const urls = new Map<number, string>();
  // Of two texts of one part the older stays.
  for (const { text, url = "" } of standing.toReversed()) {
    const [mark] = marksIn(text, report);
    if (mark !== undefined && isLinkable(url)) urls.set(mark.part, quietUrl(url));
  }
  return urls;
}

function isLinkable(url: string): boolean {
  return /^https?:\/\/[^\s()<>]{1,120}$/.test(url);
}

function changesOf(
  github: GitHub,
  kind: ThreadKind,
  subject: string,
): Required<Pick<TextPlace, "create" | "update" | "remove">> {
  const change = (query: string, variables: Readonly<Record<string, string>>) =>
    changeAt(github, { title: "the comment", query, variables, schema: changedSchema });
  return {
    create: async (body) => placed(await change(kind.add, { subject, body })),
    update: async ({ id }, body) => placed(await change(kind.update, { id, body })),
    async remove({ id }) {
      const changed = await change(kind.remove, { id });
      return "done" in changed ? { done: undefined } : changed;
    },
  };
}

const whereSchema = z.object({ id: z.string(), url: z.string() });

const changedSchema = z.object({
  changed: z.object({
    comment: whereSchema.nullish(),
    commentEdge: z.object({ node: whereSchema.nullish() }).nullish(),
  }),
});

function placed(made: Changed<z.infer<typeof changedSchema>>): Changed<Where> {
  if (!("done" in made)) return made;
  const { comment, commentEdge } = made.done.changed;
  const where = comment ?? commentEdge?.node ?? undefined;
  return where === undefined
    ? { unclear: "GitHub does not say where the comment is" }
    : { done: where };
}

function postedByOther({ url }: Comment): PostError {
  return new PostError(`${url} was posted with another credential`, {
    code: "post-place",
    hint: "Post with the credential that it was posted with, or remove it first.",
  });
}
