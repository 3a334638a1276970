/** All kinds of target. A new kind is one file in `targets/` and one line here. */
import type { PostTarget } from "./contract.ts";
import { clipboardHtml } from "./targets/clipboard-html.ts";
import { email } from "./targets/email.ts";
import { file } from "./targets/file.ts";
import { gist } from "./targets/gist.ts";
import { githubDiscussion } from "./targets/github-discussion.ts";
import { githubFile } from "./targets/github-file.ts";
import { githubIssue } from "./targets/github-issue.ts";
import { githubPullRequest } from "./targets/github-pull-request.ts";
import { githubRelease } from "./targets/github-release.ts";
import { hackmd } from "./targets/hackmd.ts";
import { slack } from "./targets/slack.ts";
import { stepSummary } from "./targets/step-summary.ts";

export const postTargets: readonly PostTarget<unknown>[] = [
  githubIssue,
  githubPullRequest,
  githubDiscussion,
  githubRelease,
  githubFile,
  gist,
  stepSummary,
  file,
  slack,
  hackmd,
  email,
  clipboardHtml,
];
