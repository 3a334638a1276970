/** Where an export of APISnoop lies: on GitHub at one commit, at an address, or in a folder. */
import { SourceError } from "../../../domain/errors.ts";
import type { Notice } from "../../../domain/notice.ts";
import type { WebRequest } from "../../../ports.ts";
import type { CollectContext } from "../../contract.ts";
import { readWeb } from "../../read-web.ts";
import type { ApisnoopSettings } from "./settings.ts";

export interface ExportPlace {
  /** Path or address of the folder that the files are read from. */
  readonly folder: string;
  /** Address of the folder for people; undefined for a folder of one's own. */
  readonly page?: string;
  readonly commit?: string;
  readonly notices: readonly Notice[];
}

type Asking = Pick<CollectContext, "web" | "pause">;

const repository = "kubernetes-sigs/apisnoop";
const inRepository = "resources/coverage";

/** All files of one run are read at one commit, wherever the branch moves meanwhile. */
export async function findPlace(
  context: Asking,
  { folder, url, ref = "main" }: ApisnoopSettings,
): Promise<ExportPlace> {
  if (folder !== undefined) return { folder: folder.replace(/\/+$/, ""), notices: [] };
  if (url !== undefined) {
    const address = url.replace(/\/+$/, "");
    return { folder: address, page: address, notices: [] };
  }
  if (isCommit(ref)) return onGitHub(ref, ref);
  const commit = await commitOf(context, ref);
  return commit === undefined
    ? { ...onGitHub(ref), notices: [unknownCommit(ref)] }
    : onGitHub(commit, commit);
}

/** Whether a person chose this very export. */
export function isCommit(ref: string): boolean {
  return /^[0-9a-f]{40}$/.test(ref);
}

function onGitHub(ref: string, commit?: string): ExportPlace {
  return {
    folder: `https://raw.githubusercontent.com/${repository}/${ref}/${inRepository}`,
    page: `https://github.com/${repository}/blob/${ref}/${inRepository}`,
    ...(commit === undefined ? {} : { commit }),
    notices: [],
  };
}

/**
 * Undefined where GitHub does not say: the figures are then right, but cannot be looked up later. With
 * a credential it answers more often; it does without, so nobody needs one.
 */
async function commitOf(context: Asking, ref: string): Promise<string | undefined> {
  return (await askCommit(context, ref, { credential: "github" })) ?? askCommit(context, ref, {});
}

async function askCommit(
  context: Asking,
  ref: string,
  by: Pick<WebRequest, "credential">,
): Promise<string | undefined> {
  const url = `https://api.github.com/repos/${repository}/commits/${encodeURIComponent(ref)}`;
  const accept = "application/vnd.github.sha";
  try {
    const { text } = await readWeb(context, { url, accept, maxBytes: 1_000, ...by });
    return isCommit(text.trim()) ? text.trim() : undefined;
  } catch (error) {
    if (error instanceof SourceError) return undefined;
    throw error;
  }
}

function unknownCommit(ref: string): Notice {
  return {
    code: "coverage-commit-unknown",
    severity: "info",
    subject: "APISnoop",
    message: `GitHub does not say which commit ${ref} is: these figures cannot be looked up once it moves`,
    url: `https://github.com/${repository}/commits/${ref}/${inRepository}`,
  };
}
