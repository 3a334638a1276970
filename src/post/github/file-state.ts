/** How a file stands on its branch and on ours, and which pull requests there are between the two. */
import { z } from "zod";
import { PostError } from "../../domain/errors.ts";
import type { GitHub } from "../contract.ts";
import { askFor } from "./ask.ts";

export interface FileAt {
  readonly host: string;
  readonly repo: string;
  readonly path: string;
  /** The repository's default branch where it is undefined. */
  readonly branch?: string | undefined;
}

export interface FileState {
  readonly repositoryId: string;
  readonly isPublic: boolean;
  /** Of the file on its branch. */
  readonly fileUrl: string;
  /** The branch that the file belongs on; its text is empty where there is no such file. */
  readonly base: { readonly name: string; readonly oid: string; readonly text: string };
  /** Ours, where there is one. */
  readonly head?: { readonly ref: string; readonly oid: string; readonly text: string };
  readonly open?: { readonly url: string };
  /** Those that are merged or closed, with the commit that they ended on. */
  readonly past: readonly PastPull[];
}

interface PastPull {
  readonly url: string;
  readonly oid: string;
  readonly isMerged: boolean;
}

export async function readFileState(
  github: GitHub,
  where: FileAt,
  branch: string,
): Promise<FileState> {
  const [owner = "", name = ""] = where.repo.split("/");
  const base = where.branch ?? (await defaultBranch(github, where));
  const variables = {
    owner,
    name,
    base: `refs/heads/${base}`,
    head: `refs/heads/${branch}`,
    baseFile: `${base}:${where.path}`,
    headFile: `${branch}:${where.path}`,
    headName: branch,
    baseName: base,
  };
  const title = `the branch ${base} of ${where.repo}`;
  const { repository } = await askFor(github, { title, query: stateQuery, variables, schema });
  if (repository.isArchived) throw archived(where.repo);
  const { head } = repository;
  const pulls = repository.pullRequests.nodes.flatMap((pull) => pull ?? []);
  const open = pulls.find(({ state }) => state === "OPEN");
  return {
    repositoryId: repository.id,
    isPublic: repository.visibility === "PUBLIC",
    fileUrl: `${repository.url}/blob/${base}/${where.path}`,
    base: { name: base, oid: repository.base.target.oid, text: textOf(repository.baseFile, where) },
    ...(head !== null && {
      head: { ref: head.id, oid: head.target.oid, text: textOf(repository.headFile, where) },
    }),
    ...(open !== undefined && { open }),
    past: pulls.flatMap(({ url, state, headRefOid: oid }) =>
      state === "OPEN" ? [] : [{ url, oid, isMerged: state === "MERGED" }],
    ),
  };
}

async function defaultBranch(github: GitHub, { repo }: FileAt): Promise<string> {
  const [owner = "", name = ""] = repo.split("/");
  const { repository } = await askFor(github, {
    title: `the default branch of ${repo}`,
    query: `query($owner: String!, $name: String!) {
  repository(owner: $owner, name: $name) { defaultBranchRef { name } }
}`,
    variables: { owner, name },
    schema: z.object({
      repository: z.object({ defaultBranchRef: z.object({ name: z.string() }) }),
    }),
  });
  return repository.defaultBranchRef.name;
}

const stateQuery = `query(
  $owner: String!, $name: String!, $base: String!, $head: String!,
  $baseFile: String!, $headFile: String!, $headName: String!, $baseName: String!
) {
  repository(owner: $owner, name: $name) {
    id url visibility isArchived
    base: ref(qualifiedName: $base) { target { oid } }
    head: ref(qualifiedName: $head) { id target { oid } }
    baseFile: object(expression: $baseFile) { ... on Blob { text isTruncated } }
    headFile: object(expression: $headFile) { ... on Blob { text isTruncated } }
    pullRequests(
      headRefName: $headName, baseRefName: $baseName, first: 20,
      orderBy: { field: CREATED_AT, direction: DESC }
    ) { nodes { url state headRefOid } }
  }
}`;

const commit = z.object({ oid: z.string() });
const blob = z.object({ text: z.string().nullish(), isTruncated: z.boolean().optional() });

const schema = z.object({
  repository: z.object({
    id: z.string(),
    url: z.string(),
    visibility: z.string(),
    isArchived: z.boolean(),
    base: z.object({ target: commit }),
    head: z.object({ id: z.string(), target: commit }).nullable(),
    baseFile: blob.nullable(),
    headFile: blob.nullable(),
    pullRequests: z.object({
      nodes: z.array(
        z.object({ url: z.string(), state: z.string(), headRefOid: z.string() }).nullable(),
      ),
    }),
  }),
});

/** Empty where there is no file. */
function textOf(file: z.infer<typeof blob> | null, { path }: FileAt): string {
  if (file === null) return "";
  if (typeof file.text === "string" && file.isTruncated !== true) return file.text;
  throw new PostError(`${path} cannot be read whole`, {
    code: "post-place",
    hint: "Name a Markdown file below half a megabyte.",
  });
}

function archived(repo: string): PostError {
  const hint = "Name another place in the plan.";
  return new PostError(`${repo} is archived`, { code: "post-place", hint });
}

/** What is to be changed, each with what shows that it was. */
export const mutations = {
  createRef: {
    query: `mutation($repositoryId: ID!, $name: String!, $oid: GitObjectID!) {
  changed: createRef(input: { repositoryId: $repositoryId, name: $name, oid: $oid }) { ref { id } }
}`,
    schema: z.object({ changed: z.object({ ref: z.object({ id: z.string() }) }) }),
  },
  updateRef: {
    query: `mutation($refId: ID!, $oid: GitObjectID!) {
  changed: updateRef(input: { refId: $refId, oid: $oid, force: true }) { ref { id } }
}`,
    schema: z.object({ changed: z.object({ ref: z.object({ id: z.string() }) }) }),
  },
  commit: {
    query: `mutation(
  $branch: CommittableBranch!, $expectedHeadOid: GitObjectID!,
  $message: CommitMessage!, $fileChanges: FileChanges!
) {
  changed: createCommitOnBranch(input: {
    branch: $branch, expectedHeadOid: $expectedHeadOid,
    message: $message, fileChanges: $fileChanges
  }) { commit { oid } }
}`,
    schema: z.object({ changed: z.object({ commit }) }),
  },
  createPullRequest: {
    query: `mutation(
  $repositoryId: ID!, $baseRefName: String!, $headRefName: String!, $title: String!, $body: String!
) {
  changed: createPullRequest(input: {
    repositoryId: $repositoryId, baseRefName: $baseRefName, headRefName: $headRefName,
    title: $title, body: $body
  }) { pullRequest { url } }
}`,
    schema: z.object({ changed: z.object({ pullRequest: z.object({ url: z.string() }) }) }),
  },
} as const;
