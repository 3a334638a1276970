/** An issue on a GitHub of the real schema, and posting to it, for the tests of this folder. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach } from "vitest";
import type { PostError } from "../../../../src/domain/errors.ts";
import { anIssue, aPull, aRepository, aWorld } from "../../../builders/github-world.ts";
import { post, type Posting } from "../../../builders/posting.ts";
import { commentsOf } from "../../../servers/github/mutations.ts";
import { startGitHub, type GitHubServer } from "../../../servers/github/server.ts";
import type { Thing, World, WorldItem } from "../../../servers/github/world.ts";

/** Started anew by `start`, in each test. */
export let github: GitHubServer;
/** Folder of the ledger, a new one for each test. */
export let data = "";

beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), "release-deck-post-"));
});

afterEach(async () => {
  await github.close();
  rmSync(data, { recursive: true });
});

/** An issue 2 with these fields, in a repository with these. */
export async function start(
  fields: Partial<WorldItem> = {},
  repository: Partial<Thing> = {},
  ...others: NonNullable<World["repositories"]>
) {
  const items = [aPull(), anIssue(fields)];
  github = await startGitHub(aWorld(aRepository({ items, ...repository }), ...others));
}

/** Posts to the issue. */
export function run(fields: Partial<Posting> = {}) {
  return post({ data, post: [issue()], markdown: "# v1.20\n\nOn track.\n", ...fields });
}

/** The entry of the plan, with more settings. */
export function issue(more = ""): string {
  return `{ to: github-issue, repo: acme/kit, number: 2, host: "${github.host}"${more} }`;
}

export function subject(): Thing {
  const found = github.known.items.get("acme/kit#2");
  if (found === undefined) throw new Error("there is no issue");
  return found;
}

export function bodies(): readonly string[] {
  return commentsOf(subject()).map(({ body }) => String(body));
}

export function mutations(): number {
  return github.requests().filter(({ question }) => question.query.startsWith("mutation")).length;
}

export function ledger(): readonly { state: string; posts: { id: string; url: string }[] }[] {
  const folder = join(data, "posts", "v1.20");
  const names = readdirSync(folder).filter((name) => name.endsWith(".json"));
  return names.map((name) => JSON.parse(readFileSync(join(folder, name), "utf8")) as never);
}

/** Why it was not posted; throws where it was. */
export async function failureOf(fields: Partial<Posting> = {}): Promise<PostError> {
  const [result] = await run(fields);
  if (result?.failure === undefined) throw new Error("it was posted");
  return result.failure as PostError;
}
