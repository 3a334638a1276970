/** The draft of a release's notes on GitHub. */
import { z } from "zod";
import { PostError } from "../../domain/errors.ts";
import type { Changed, Job, PostContext, PostTarget } from "../contract.ts";
import { audienceOf } from "../github/audience.ts";
import { changeTo, getAll, type Rest } from "../github/rest.ts";
import { host, repo } from "../github/settings.ts";
import { hasTraceOf } from "../marker.ts";
import { split } from "../split.ts";
import { prepareTexts, type TextPlace, type Where } from "../texts.ts";

/** GitHub takes 125,000 characters; people write into it as well. */
const characters = 100_000;

const settings = z.strictObject({
  repo,
  tag: z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9._/+-]{0,99}$/, "expected a tag such as v1.20.0")
    .describe("The tag that the release is to have."),
  host,
});

type Settings = z.infer<typeof settings>;

export const githubRelease: PostTarget<Settings> = {
  to: "github-release",
  about: "The draft of a release's notes on GitHub; a release that is out is left alone.",
  settings,
  limits: { characters, posts: 1 },
  place: (where) => `${where.host}/${where.repo}@${where.tag}`,
  async prepare(context, job) {
    const place = await draftsFor(context, job);
    return prepareTexts(job, context.hash, place);
  },
};

async function draftsFor(context: PostContext, job: Job<Settings>): Promise<TextPlace> {
  const { repo: name, tag, host: at } = job.settings;
  const rest: Rest = { context, github: context.github(at) };
  const path = `/repos/${name}/releases`;
  const drafts = await findDrafts(rest, job, path);
  const change = async (method: "POST" | "PATCH", to: string, body: object) =>
    placed(await changeTo(rest, { method, path: to, body }, releaseSchema));
  const fresh = { tag_name: tag, name: tag, draft: true };
  const place: TextPlace = {
    contents: split(job.markdown, { characters, posts: 1 }),
    // A draft is seen by those who may write; once it is out, by whoever may read.
    audience: await audienceOf(rest.github, name),
    noun: "draft",
    standing: drafts.map(({ id, html_url: url, body }) => ({
      id: String(id),
      url,
      text: body ?? "",
    })),
    update: ({ id }, text) => change("PATCH", `${path}/${id}`, { body: text }),
    async remove({ id }) {
      const request = { method: "DELETE", path: `${path}/${id}`, body: {} } as const;
      const changed = await changeTo(rest, request, z.unknown());
      return "done" in changed ? { done: undefined } : changed;
    },
  };
  // A draft that people have begun is added to.
  if (drafts.length > 0) return place;
  return { ...place, create: (body) => change("POST", path, { ...fresh, body }) };
}

const releaseSchema = z.object({
  id: z.int(),
  html_url: z.string(),
  tag_name: z.string(),
  draft: z.boolean(),
  created_at: z.string(),
  body: z.string().nullish(),
});

/** Our drafts, oldest first; where there is none, the oldest of people. */
async function findDrafts(rest: Rest, { settings: where, report }: Job<Settings>, path: string) {
  const all = await getAll(rest, path, z.array(releaseSchema));
  const same = all
    .filter((release) => release.tag_name === where.tag)
    .toSorted((one, other) => one.id - other.id);
  const out = same.find(({ draft }) => !draft);
  if (out !== undefined) throw isOut(out.html_url);
  const ours = same.filter(({ body }) => hasTraceOf(body ?? "", report.id));
  return ours.length > 0 ? ours : same.slice(0, 1);
}

function placed(changed: Changed<z.infer<typeof releaseSchema>>): Changed<Where> {
  if (!("done" in changed)) return changed;
  const { id, html_url: url } = changed.done;
  return { done: { id: String(id), url } };
}

function isOut(url: string): PostError {
  return new PostError(`the release is out: ${url}`, {
    code: "post-place",
    hint: "Its notes are left alone. Name the next tag in the plan.",
  });
}
