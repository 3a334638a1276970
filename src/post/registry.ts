/** All kinds of target. A new kind is one file in `targets/` and one line here. */
import type { PostTarget } from "./contract.ts";
import { file } from "./targets/file.ts";
import { githubIssue } from "./targets/github-issue.ts";

export const postTargets: readonly PostTarget<unknown>[] = [githubIssue, file];
