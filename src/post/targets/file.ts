/** A Markdown file on this machine. */
import { z } from "zod";
import type { PostTarget } from "../contract.ts";
import { fileCharacters, prepareLocalFile } from "../local-file.ts";
import { split } from "../split.ts";

const settings = z.strictObject({
  path: z
    .string()
    .regex(
      /^(?!.*(?:^|\/)\.\.?(?:\/|$))[A-Za-z0-9._][A-Za-z0-9._ /-]*\.(?:md|markdown|txt)$/,
      "expected a path below this folder that ends in .md, .markdown or .txt",
    )
    .describe("Where it lies below the working folder; what else stands in it stays."),
});

const limits = { characters: fileCharacters, posts: 1 };

export const file: PostTarget<z.infer<typeof settings>> = {
  to: "file",
  about: "A Markdown file on this machine, or a part of one.",
  settings,
  limits,
  place: ({ path }) => path,
  prepare: (context, job) =>
    prepareLocalFile(context, job, split(job.markdown, limits).join("\n\n")),
};
