/** GitHub's REST interface, for what its GraphQL does not know. */
import type { z } from "zod";
import { PostError } from "../../domain/errors.ts";
import type { WebWrite } from "../../ports.ts";
import type { Changed, GitHub, PostContext } from "../contract.ts";

const accept = "application/vnd.github+json";
const maxBytes = 10 * 1024 * 1024;
const maxTries = 4;
const perPage = 100;
/** Where lists do not end, something is wrong. */
const maxPages = 100;

export interface Rest {
  readonly context: Pick<PostContext, "read" | "write" | "pause">;
  readonly github: GitHub;
}

/**
 * What the schema reads of an answer; one that is cut is asked for again. Throws a SourceError where
 * there is none, a PostError where it reads nothing.
 */
export async function getFrom<Output>(
  { context, github }: Rest,
  path: string,
  schema: z.ZodType<Output>,
): Promise<Output> {
  const url = `${github.rest}${path}`;
  for (let tries = 1; ; tries += 1) {
    const { text } = await context.read({ url, accept, maxBytes, credential: "github" });
    const read = schema.safeParse(parsed(text));
    if (read.success) return read.data;
    const why = `${url} answered with something else`;
    if (tries === maxTries) {
      throw new PostError(why, { code: "post-place", hint: "Try again later." });
    }
    await context.pause(2 ** (tries - 1), why);
  }
}

/** A list with all its pages. */
export async function getAll<Output>(
  rest: Rest,
  path: string,
  schema: z.ZodType<Output[]>,
): Promise<readonly Output[]> {
  const all: Output[] = [];
  for (let page = 1; page <= maxPages; page += 1) {
    const found = await getFrom(rest, `${path}?per_page=${perPage}&page=${page}`, schema);
    all.push(...found);
    if (found.length < perPage) break;
  }
  return all;
}

/** One change; unclear where the answer does not say what became of it. */
export async function changeTo<Output>(
  { context, github }: Rest,
  change: { readonly method: WebWrite["method"]; readonly path: string; readonly body: object },
  schema: z.ZodType<Output>,
): Promise<Changed<Output>> {
  const { method, path, body } = change;
  const request = { url: `${github.rest}${path}`, method, accept, maxBytes };
  const changed = await context.write({
    ...request,
    body: JSON.stringify(body),
    credential: "github",
  });
  if (!("done" in changed)) return changed;
  const read = schema.safeParse(parsed(changed.done.text));
  return read.success ? { done: read.data } : { unclear: "GitHub does not say what became of it" };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text === "" ? "{}" : text);
  } catch {
    return undefined;
  }
}
