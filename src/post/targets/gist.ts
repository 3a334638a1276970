/** A gist of one's own on GitHub. */
import { z } from "zod";
import type { Changed, Job, PostContext, PostTarget } from "../contract.ts";
import { changeTo, getAll, getFrom, type Rest } from "../github/rest.ts";
import { host } from "../github/settings.ts";
import { split } from "../split.ts";
import { prepareTexts, type Standing, type TextPlace, type Where } from "../texts.ts";

/** GitHub gives out no more than 1 MB of a file at once; a character has at most three bytes. */
const characters = 300_000;

const settings = z.strictObject({
  file: z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}\.md$/, "expected a name such as report.md")
    .default("report.md")
    .describe("Name of its file; what people write into it around the report stays."),
  public: z
    .boolean()
    .default(false)
    .describe("Lists it for everybody; whoever has its address can read it anyway."),
  host,
});

type Settings = z.infer<typeof settings>;

export const gist: PostTarget<Settings> = {
  to: "gist",
  about: "A gist of one's own on GitHub; needs a token of a person with the scope gist.",
  settings,
  limits: { characters, posts: 1 },
  place: (where) => `${where.host}/gist/${where.file}`,
  async prepare(context, job) {
    const place = await gistsFor(context, job);
    return prepareTexts(job, context.hash, place);
  },
};

async function gistsFor(context: PostContext, job: Job<Settings>): Promise<TextPlace> {
  const { file, public: isPublic } = job.settings;
  const rest: Rest = { context, github: context.github(job.settings.host) };
  const description = `release-deck report ${job.report.id}`;
  const change = async (method: "POST" | "PATCH", path: string, body: object) =>
    placed(await changeTo(rest, { method, path, body }, gistSchema));
  const files = (text: string) => ({ files: { [file]: { content: text } } });
  return {
    contents: split(job.markdown, { characters, posts: 1 }),
    // Who knows the address of a secret gist can read it.
    audience: "public",
    noun: "gist",
    standing: await ownGists(rest, { file, description }),
    create: (text) => change("POST", "/gists", { description, public: isPublic, ...files(text) }),
    update: ({ id }, text) => change("PATCH", `/gists/${id}`, files(text)),
    async remove({ id }) {
      const request = { method: "DELETE", path: `/gists/${id}`, body: {} } as const;
      const changed = await changeTo(rest, request, z.unknown());
      return "done" in changed ? { done: undefined } : changed;
    },
  };
}

const gistSchema = z.object({
  id: z.string().regex(/^[0-9A-Za-z]+$/),
  html_url: z.string(),
  created_at: z.string(),
  description: z.string().nullable(),
  files: z.record(z.string(), z.object({ content: z.string().optional() }).nullable()),
});

/** Those with the description of this report, oldest first. The list has no contents. */
async function ownGists(
  rest: Rest,
  { file, description }: { readonly file: string; readonly description: string },
): Promise<readonly Standing[]> {
  const all = await getAll(rest, "/gists", z.array(gistSchema));
  const ours = all
    .filter((one) => one.description === description && file in one.files)
    .toSorted((one, other) => (one.created_at < other.created_at ? -1 : 1));
  const standing: Standing[] = [];
  for (const { id } of ours) {
    const whole = await getFrom(rest, `/gists/${id}`, gistSchema);
    standing.push({ id, url: whole.html_url, text: whole.files[file]?.content ?? "" });
  }
  return standing;
}

function placed(changed: Changed<z.infer<typeof gistSchema>>): Changed<Where> {
  if (!("done" in changed)) return changed;
  const { id, html_url: url } = changed.done;
  return { done: { id, url } };
}
