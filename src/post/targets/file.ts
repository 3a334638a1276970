/** A Markdown file on this machine. */
import { z } from "zod";
import type { PostTarget } from "../contract.ts";
import { split } from "../split.ts";
import { prepareTexts, type Where } from "../texts.ts";

const characters = 1_000_000;

const settings = z.strictObject({
  path: z
    .string()
    .regex(
      /^(?!.*(?:^|\/)\.\.?(?:\/|$))[A-Za-z0-9._][A-Za-z0-9._ /-]*\.(?:md|markdown|txt)$/,
      "expected a path below this folder that ends in .md, .markdown or .txt",
    )
    .describe("Where it lies below the working folder; what else stands in it stays."),
});

export const file: PostTarget<z.infer<typeof settings>> = {
  to: "file",
  about: "A Markdown file on this machine, or a part of one.",
  settings,
  limits: { characters, posts: 1 },
  place: ({ path }) => path,
  async prepare({ files, hash }, job) {
    const { path } = job.settings;
    const text = await files.readText(path, 4 * characters);
    const write = async (next: string): Promise<{ done: Where }> => {
      await files.replace(path, new TextEncoder().encode(next.endsWith("\n") ? next : `${next}\n`));
      return { done: { id: path } };
    };
    const place = {
      audience: "restricted",
      noun: "file",
      standing: text === undefined ? [] : [{ id: path, text }],
      create: write,
      update: (_: unknown, next: string) => write(next),
    } as const;
    return prepareTexts(job, hash, place, split(job.markdown, { characters, posts: 1 }));
  },
};
