/** The question for the runs of a branch's newest commits, and the form of its answer. */
import { z } from "zod";
import type { Question } from "../../github/client.ts";
import { rateLimit } from "../../github/queries.ts";

export interface AskedRuns {
  /** `owner/name`. */
  readonly repo: string;
  /** The repository's default branch where left out. */
  readonly branch?: string | undefined;
}

/** Workflows are no objects that GraphQL can be asked for; their runs hang on the checks of a commit. */
export function runsQuestion({ repo, branch }: AskedRuns, commits: number): Question {
  const [owner, name] = repo.split("/");
  const selected = branch === undefined ? "defaultBranchRef" : "ref(qualifiedName:$branch)";
  const declared = branch === undefined ? "" : ",$branch:String!";
  const query = `query($owner:String!,$name:String!${declared}){${rateLimit}
repository(owner:$owner,name:$name){branch:${selected}{name target{...on Commit{
history(first:${commits}){nodes{checkSuites(first:50){nodes{status conclusion branch{name}
workflowRun{runNumber createdAt url workflow{name resourcePath}}}}}}}}}}}`;
  const ref = branch === undefined ? {} : { branch: `refs/heads/${branch}` };
  return { query, variables: { owner, name, ...ref } };
}

const workflowRun = z.object({
  runNumber: z.int(),
  createdAt: z.string(),
  url: z.string(),
  workflow: z.object({ name: z.string(), resourcePath: z.string() }),
});

const suite = z.object({
  status: z.string(),
  conclusion: z.string().nullish(),
  branch: z.object({ name: z.string() }).nullish(),
  /** Other programs than Actions leave checks too. */
  workflowRun: workflowRun.nullish(),
});

const list = <Node extends z.ZodType>(node: Node) => z.object({ nodes: z.array(node) });

export const answer = z.object({
  repository: z.object({
    branch: z
      .object({
        name: z.string(),
        target: z.object({ history: list(z.object({ checkSuites: list(suite) })) }),
      })
      .nullish(),
  }),
});

export type Suite = z.infer<typeof suite>;
