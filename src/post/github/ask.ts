/** Questions to GitHub whose answer is needed whole. */
import type { z } from "zod";
import { PostError } from "../../domain/errors.ts";
import type { Changed, GitHub, Variables } from "../contract.ts";

export interface Wanted<Output> {
  /** What is asked for, e.g. `the issue acme/kit#12`. */
  readonly title: string;
  readonly query: string;
  readonly variables: Variables;
  readonly schema: z.ZodType<Output>;
}

/** What the schema reads. Throws a PostError where GitHub has no such thing, or does not show it. */
export async function askFor<Output>(github: GitHub, wanted: Wanted<Output>): Promise<Output> {
  const { data, faults } = await github.ask(wanted.query, wanted.variables);
  const read = wanted.schema.safeParse(data);
  if (read.success) return read.data;
  const why = faults[0]?.message ?? "its answer does not hold it";
  throw new PostError(`GitHub does not show ${wanted.title}: ${why}`, {
    code: "post-place",
    hint: "Check the place in the plan, and that the credential may see it.",
  });
}

/** One mutation, and what the schema reads of its answer; unclear where it reads nothing. */
export async function changeAt<Output>(
  github: GitHub,
  { title, query, variables, schema }: Wanted<Output>,
): Promise<Changed<Output>> {
  const changed = await github.change(query, variables);
  if (!("done" in changed)) return changed;
  const read = schema.safeParse(changed.done);
  return read.success
    ? { done: read.data }
    : { unclear: `GitHub does not say what became of ${title}` };
}
