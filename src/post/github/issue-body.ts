/** A region in the body of an issue that people edit as well. */
import { z } from "zod";
import type { Changed, Job, PostContext, Prepared } from "../contract.ts";
import { markCharacters, readRegion } from "../region.ts";
import { split } from "../split.ts";
import { prepareTexts, type TextPlace, type Where } from "../texts.ts";
import { PostError } from "../../domain/errors.ts";
import { askFor, changeAt } from "./ask.ts";
import { bodyCharacters, commentCharacters } from "./settings.ts";
import type { ThreadAt } from "./read-thread.ts";

/** Too little room to say anything. */
const fewestCharacters = 2_000;

export async function prepareBody(
  { github: at, hash }: PostContext,
  job: Job<ThreadAt>,
): Promise<Prepared> {
  const { host, repo, number } = job.settings;
  const github = at(host);
  const [owner = "", name = ""] = repo.split("/");
  const title = `the issue ${repo}#${number}`;
  const variables = { owner, name, number };
  const { repository } = await askFor(github, { title, query, variables, schema });
  const { id, url, body } = repository.issue;
  const place: Omit<TextPlace, "contents"> = {
    audience: repository.visibility === "PUBLIC" ? "public" : "restricted",
    noun: "body",
    standing: [{ id, url, text: body }],
    update: async (_, text): Promise<Changed<Where>> => {
      const wanted = { title, query: mutation, variables: { id, body: text }, schema: changed };
      const made = await changeAt(github, wanted);
      return "done" in made ? { done: { id, url } } : made;
    },
  };
  const reading = readRegion(body, job.report.id, hash);
  const outside = reading.kind === "whole" ? reading.before + reading.after : body;
  const room = bodyCharacters - outside.length - markCharacters;
  if (room < fewestCharacters) throw noRoom(url);
  const characters = Math.min(room, commentCharacters);
  const contents = split(job.markdown, { characters, posts: 1 });
  return prepareTexts(job, hash, { ...place, contents });
}

const query = `query($owner: String!, $name: String!, $number: Int!) {
  repository(owner: $owner, name: $name) {
    visibility
    issue(number: $number) { id url body }
  }
}`;

const schema = z.object({
  repository: z.object({
    visibility: z.string(),
    issue: z.object({ id: z.string(), url: z.string(), body: z.string() }),
  }),
});

const mutation = `mutation($id: ID!, $body: String!) {
  changed: updateIssue(input: { id: $id, body: $body }) { issue { id } }
}`;

const changed = z.object({ changed: z.object({ issue: z.object({ id: z.string() }) }) });

function noRoom(url: string): PostError {
  return new PostError(`${url} has no room for the report`, {
    code: "post-size",
    hint: "Shorten what else stands there, or post a comment: as: comment.",
  });
}
