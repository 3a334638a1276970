/** Comments under a pull request on GitHub. */
import { z } from "zod";
import type { PostTarget } from "../contract.ts";
import { issueComment } from "../github/issue-comment.ts";
import { host, number, repo } from "../github/settings.ts";
import { commentLimits, prepareComments } from "../github/thread.ts";

const settings = z.strictObject({ repo, number, host });

const kind = { field: "pullRequest", noun: "pull request", ...issueComment } as const;

export const githubPullRequest: PostTarget<z.infer<typeof settings>> = {
  to: "github-pull-request",
  about: "A comment under a pull request on GitHub.",
  settings,
  limits: commentLimits,
  place: (where) => `${where.host}/${where.repo}#${where.number}`,
  prepare: (context, job) => prepareComments(context, job, kind),
};
