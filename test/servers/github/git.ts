/** Branches, files and pull requests of the test's GitHub, as far as a file by pull request needs them. */
import { createHash } from "node:crypto";
import type { Known } from "./known.ts";
import type { Arguments, Resolver } from "./resolvers.ts";
import { RefusalError, type Thing } from "./world.ts";

/** A branch with all its files; what it was before is not kept. */
export interface Branch {
  oid: string;
  files: Readonly<Record<string, string>>;
}

type Branches = Record<string, Branch>;

/** By type and field. The branches are `branches` of the repository, with `main` as the default. */
export const git: Readonly<Record<string, Resolver>> = {
  "Repository.defaultBranchRef": (repository) => refOf(repository, "main"),
  "Repository.ref": (repository, { qualifiedName }) =>
    refOf(repository, String(qualifiedName).replace("refs/heads/", "")),
  "Repository.object": (repository, { expression }) => {
    const [branch = "", path = ""] = String(expression).split(":");
    const text = branchesOf(repository)[branch]?.files[path];
    return text === undefined ? null : { __typename: "Blob", text, isTruncated: false };
  },
  "Mutation.createRef": (_, args, { known }) => {
    const { repositoryId, name, oid } = inputOf(args);
    const repository = repositoryWith(known, repositoryId);
    const branch = name.replace("refs/heads/", "");
    const from = Object.values(branchesOf(repository)).find((one) => one.oid === oid);
    if (from === undefined) return refuse("UNPROCESSABLE", "Object does not exist");
    if (branch in branchesOf(repository)) {
      return refuse("UNPROCESSABLE", `A ref named "${name}" already exists in the repository.`);
    }
    branchesOf(repository)[branch] = { ...from };
    return { ref: refOf(repository, branch) };
  },
  "Mutation.updateRef": (_, args, { known }) => {
    const { refId, oid } = inputOf(args);
    const [repository, branch] = branchWith(known, refId);
    const from = Object.values(branchesOf(repository)).find((one) => one.oid === oid);
    if (from === undefined) return refuse("UNPROCESSABLE", "Object does not exist");
    branchesOf(repository)[branch] = { ...from };
    return { ref: refOf(repository, branch) };
  },
  "Mutation.createCommitOnBranch": (_, args, { known }) => {
    const { branch: at, expectedHeadOid, fileChanges } = args["input"] as CommitInput;
    const repository = known.repositories.get(at.repositoryNameWithOwner.toLowerCase());
    const branch = repository && branchesOf(repository)[at.branchName];
    if (repository === undefined || branch === undefined) {
      return refuse("NOT_FOUND", `Branch "${at.branchName}" could not be found.`);
    }
    if (branch.oid !== expectedHeadOid) {
      const message = `Expected branch to point to "${expectedHeadOid}" but it did not.`;
      return refuse("STALE_DATA", message);
    }
    const added = fileChanges.additions.map(({ path, contents }) => [
      path,
      Buffer.from(contents, "base64").toString(),
    ]);
    const files = { ...branch.files, ...Object.fromEntries(added) } as Branch["files"];
    branchesOf(repository)[at.branchName] = { files, oid: oidOf([branch.oid, files]) };
    return { commit: { oid: branchesOf(repository)[at.branchName]?.oid } };
  },
  "Mutation.createPullRequest": (_, args, { known }) => {
    const { repositoryId, headRefName, baseRefName, title, body } = inputOf(args);
    const repository = repositoryWith(known, repositoryId);
    if (openPull(known, repository, headRefName) !== undefined) {
      return refuse("UNPROCESSABLE", `A pull request already exists for acme:${headRefName}.`);
    }
    const number = known.items.size + 100;
    const name = String(repository["nameWithOwner"]);
    const pullRequest: Thing = {
      __typename: "PullRequest",
      id: `PR_${name}_${number}`,
      url: `https://github.com/${name}/pull/${number}`,
      number,
      title,
      body,
      state: "OPEN",
      headRefName,
      baseRefName,
      createdAt: "2020-10-22T08:00:00Z",
      repository,
    };
    known.items.set(`${name}#${number}`.toLowerCase(), pullRequest);
    return { pullRequest };
  },
  "PullRequest.headRefOid": ({ headRefOid, headRefName, repository }) =>
    headRefOid ?? branchesOf(repository as Thing)[String(headRefName)]?.oid ?? "0".repeat(40),
};

interface CommitInput {
  readonly branch: { readonly repositoryNameWithOwner: string; readonly branchName: string };
  readonly expectedHeadOid: string;
  readonly fileChanges: {
    readonly additions: readonly { readonly path: string; readonly contents: string }[];
  };
}

export function branchesOf(repository: Thing): Branches {
  return (repository["branches"] ?? {}) as Branches;
}

export function openPull(
  { items }: Known,
  repository: Thing,
  headRefName: string,
): Thing | undefined {
  return [...items.values()].find(
    (item) =>
      item["repository"] === repository &&
      item["headRefName"] === headRefName &&
      item["state"] === "OPEN",
  );
}

function refOf(repository: Thing, branch: string): Thing | null {
  const found = branchesOf(repository)[branch];
  if (found === undefined) return null;
  const id = `REF_${String(repository["nameWithOwner"])}_${branch}`;
  return { id, name: branch, target: { __typename: "Commit", oid: found.oid } };
}

function branchWith({ repositories }: Known, refId: string): readonly [Thing, string] {
  for (const repository of repositories.values()) {
    const prefix = `REF_${String(repository["nameWithOwner"])}_`;
    if (refId.startsWith(prefix)) return [repository, refId.slice(prefix.length)];
  }
  return refuse("NOT_FOUND", `Could not resolve to a node with the global id of '${refId}'.`);
}

function repositoryWith({ repositories }: Known, id: string): Thing {
  const found = [...repositories.values()].find((one) => one.id === id);
  return found ?? refuse("NOT_FOUND", `Could not resolve to a node with the global id of '${id}'.`);
}

function inputOf(args: Arguments) {
  return args["input"] as Record<
    "repositoryId" | "name" | "oid" | "refId" | "headRefName" | "baseRefName" | "title" | "body",
    string
  >;
}

function oidOf(value: unknown): string {
  return createHash("sha1").update(JSON.stringify(value)).digest("hex");
}

function refuse(type: string, message: string): never {
  throw new RefusalError({ type, message });
}
