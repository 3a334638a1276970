/** A text file on this machine, of which a part is ours. */
import type { Job, PostContext, Prepared } from "./contract.ts";
import { prepareTexts, type Where } from "./texts.ts";

/** What is read at most of a file that others write as well. */
export const fileCharacters = 1_000_000;

export async function prepareLocalFile(
  { files, hash }: PostContext,
  job: Job<{ readonly path: string }>,
  content: string,
): Promise<Prepared> {
  const { path } = job.settings;
  const text = await files.readText(path, 4 * fileCharacters);
  const write = async (next: string): Promise<{ done: Where }> => {
    await files.replace(path, new TextEncoder().encode(next.endsWith("\n") ? next : `${next}\n`));
    return { done: { id: path } };
  };
  const place = {
    contents: [content],
    audience: "restricted",
    noun: "file",
    standing: text === undefined ? [] : [{ id: path, text }],
    create: write,
    update: (_: unknown, next: string) => write(next),
  } as const;
  return prepareTexts(job, hash, place);
}
