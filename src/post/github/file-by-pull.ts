/** A file brought up to date by a pull request: a branch, a commit, the request; each made only once. */
import type { Posted } from "../../domain/publication.ts";
import type { Hash } from "../../ports.ts";
import type { Changed, GitHub, Job, PostContext, Prepared, Variables, Write } from "../contract.ts";
import { addedAgain, damageError } from "../damage.ts";
import { diffText } from "../diff.ts";
import { hashOf, readRegion, withRegion } from "../region.ts";
import { split } from "../split.ts";
import { changeAt } from "./ask.ts";
import { mutations, readFileState, type FileAt, type FileState } from "./file-state.ts";

export async function prepareFile(
  { github: at, hash }: PostContext,
  job: Job<unknown>,
  where: FileAt & { readonly characters: number },
): Promise<Prepared> {
  const github = at(where.host);
  const [content = ""] = split(job.markdown, { characters: where.characters, posts: 1 });
  const branch = `release-deck/${job.report.id}`;
  const state = await readFileState(github, where, branch);
  const given: Given = { github, hash, where, branch, state, report: job.report, content };
  const step = nextStep(given);
  return {
    writes: "kind" in step ? [step] : [],
    posts: "kind" in step ? [] : [step],
    audience: state.isPublic ? "public" : "restricted",
  };
}

interface Given {
  readonly github: GitHub;
  readonly hash: Hash;
  readonly where: FileAt;
  /** Ours, beside the one that the file belongs on. */
  readonly branch: string;
  readonly state: FileState;
  readonly report: { readonly id: string; readonly asOf: string };
  readonly content: string;
}

/** One change at a time: each next one follows from what is there after it. */
function nextStep(given: Given): Write | Posted {
  const { state, where } = given;
  const { base, head, open } = state;
  if (isUpToDate(given, base.text)) return posted(given, state.fileUrl);
  if (head === undefined) return branching(given);
  if (!isUpToDate(given, head.text)) {
    const isPast = open === undefined && state.past.some(({ oid }) => oid === head.oid);
    return isPast && head.oid !== base.oid ? restarting(given, head.ref) : committing(given, head);
  }
  if (open !== undefined) return posted(given, open.url);
  // People have closed it as it is: they do not want it.
  const declined = state.past.find(({ oid, isMerged }) => oid === head.oid && !isMerged);
  return declined === undefined ? requesting(given, where.path) : posted(given, declined.url);
}

function isUpToDate({ hash, report, content, where }: Given, text: string): boolean {
  const reading = readRegion(text, report.id, hash);
  if (reading.kind === "damaged") {
    const diff = diffText(reading.text, content);
    throw damageError({ where: where.path, why: reading.why, way: addedAgain, diff });
  }
  return reading.kind === "whole" && reading.hash === hashOf(content, hash);
}

function posted({ where, hash, content }: Given, url: string): Posted {
  return { part: 1, id: where.path, url, hash: hashOf(content, hash) };
}

function branching({ github, branch, state }: Given): Write {
  const { repositoryId, base } = state;
  const variables = { repositoryId, name: `refs/heads/${branch}`, oid: base.oid };
  const title = `branch ${branch}`;
  return change(github, { kind: "create", title, mutation: mutations.createRef, variables });
}

function restarting({ github, branch, state }: Given, refId: string): Write {
  const variables = { refId, oid: state.base.oid };
  const title = `branch ${branch}`;
  return change(github, { kind: "update", title, mutation: mutations.updateRef, variables });
}

/** The commit names nothing but the file: what stands in messages notifies and closes. */
function committing(given: Given, head: NonNullable<FileState["head"]>): Write {
  const { github, hash, where, branch, report, content } = given;
  const reading = readRegion(head.text, report.id, hash);
  const region = { report: report.id, part: 1, content };
  const text = withRegion(reading, region, hash);
  const after = text.endsWith("\n") ? text : `${text}\n`;
  const variables = {
    branch: { repositoryNameWithOwner: where.repo, branchName: branch },
    expectedHeadOid: head.oid,
    message: { headline: headline(where.path, report.asOf) },
    fileChanges: { additions: [{ path: where.path, contents: base64(after) }] },
  };
  const title = `${where.path} on ${branch}`;
  const step: Step = { kind: "update", title, mutation: mutations.commit, variables };
  return { ...change(github, step), before: head.text, after };
}

function requesting({ github, branch, state, report }: Given, path: string): Write {
  const body = `This brings \`${path}\` up to date with the release report. What people wrote around the report stays.`;
  const variables = {
    repositoryId: state.repositoryId,
    baseRefName: state.base.name,
    headRefName: branch,
    title: headline(path, report.asOf),
    body,
  };
  const mutation = mutations.createPullRequest;
  const step: Step = { kind: "create", title: "pull request", mutation, variables };
  return { ...change(github, step), after: body };
}

function headline(path: string, asOf: string): string {
  return `Update ${path} as of ${asOf.slice(0, 10)}`;
}

/** A change of no text, and what shows that it was made. */
interface Step extends Pick<Write, "kind" | "title"> {
  readonly mutation: (typeof mutations)[keyof typeof mutations];
  readonly variables: Variables;
}

function change(github: GitHub, { kind, title, mutation, variables }: Step): Write {
  const apply = async (): Promise<Changed<undefined>> => {
    const changed = await changeAt<unknown>(github, { title, variables, ...mutation });
    return "done" in changed ? { done: undefined } : changed;
  };
  return { kind, title, before: "", after: "", apply };
}

function base64(text: string): string {
  const bytes = new TextEncoder().encode(text);
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}
