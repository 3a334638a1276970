/** An issue on GitHub: comments under it, or a region of its body. */
import { z } from "zod";
import type { PostTarget } from "../contract.ts";
import { prepareBody } from "../github/issue-body.ts";
import { issueComment } from "../github/issue-comment.ts";
import { host, number, repo } from "../github/settings.ts";
import { commentLimits, prepareComments } from "../github/thread.ts";

const settings = z.strictObject({
  repo,
  number,
  host,
  as: z
    .enum(["comment", "body"])
    .default("comment")
    .describe("A comment, or a part of the issue's own text: what people wrote around it stays."),
});

export const githubIssue: PostTarget<z.infer<typeof settings>> = {
  to: "github-issue",
  about: "An issue on GitHub: a comment under it, or a part of its text.",
  settings,
  limits: commentLimits,
  place: (where) =>
    `${where.host}/${where.repo}#${where.number}${where.as === "body" ? " (body)" : ""}`,
  prepare: (context, job) =>
    job.settings.as === "body"
      ? prepareBody(context, job)
      : prepareComments(context, job, { field: "issue", noun: "issue", ...issueComment }),
};
