/** A Markdown file in a repository on GitHub, brought up to date by a pull request. */
import { z } from "zod";
import type { PostTarget } from "../contract.ts";
import { prepareFile } from "../github/file-by-pull.ts";
import { host, repo } from "../github/settings.ts";

const characters = 300_000;

const settings = z.strictObject({
  repo,
  path: z
    .string()
    .regex(
      /^(?!.*(?:^|\/)\.{1,2}(?:\/|$))[A-Za-z0-9._-]+(?:\/[A-Za-z0-9._-]+)*\.md$/,
      "expected a path in the repository such as docs/report.md",
    )
    .describe("The file; what people wrote into it around the report stays."),
  branch: z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9._/-]{0,99}$/, "expected the name of a branch")
    .optional()
    .describe("The branch that it belongs on; the repository's own default where left out."),
  host,
});

export const githubFile: PostTarget<z.infer<typeof settings>> = {
  to: "github-file",
  about: "A Markdown file in a repository on GitHub, by a pull request that others merge.",
  settings,
  limits: { characters, posts: 1 },
  place: (where) =>
    `${where.host}/${where.repo}/${where.path}${where.branch === undefined ? "" : `@${where.branch}`}`,
  prepare: (context, job) => prepareFile(context, job, { ...job.settings, characters }),
};
