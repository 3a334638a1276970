/** The summary of a workflow's step, which everybody can read who can read the repository. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import type { PostResult } from "../../../../src/pipeline/post-report.ts";
import { aRepository, aWorld } from "../../../builders/github-world.ts";
import { post, type Posting } from "../../../builders/posting.ts";
import { startGitHub } from "../../../servers/github/server.ts";

const secret = { nameWithOwner: "acme/secret", isPrivate: true, items: [] };
const github = await startGitHub(aWorld(aRepository(), secret));
const folder = mkdtempSync(join(tmpdir(), "release-deck-summary-"));
const summaryFile = join(folder, "summary.md");
afterAll(async () => {
  await github.close();
  rmSync(folder, { recursive: true });
});

beforeEach(() => {
  writeFileSync(summaryFile, "What an earlier step says.\n");
  rmSync(join(folder, "posts"), { recursive: true, force: true });
});

interface Step {
  readonly repository?: string;
  readonly server?: string;
  readonly more?: string;
}

async function run(
  { repository, server = github.url, more = "" }: Step,
  fields: Partial<Posting> = {},
): Promise<PostResult> {
  const [result] = await post({
    data: folder,
    post: [`{ to: step-summary${more} }`],
    markdown: "# v1.20\n\nOn track.\n",
    host: github.host,
    effects: { step: { summaryFile, repository, server } },
    ...fields,
  });
  if (result === undefined) throw new Error("nothing was posted");
  return result;
}

const summary = () => readFileSync(summaryFile, "utf8");

test("the report stands below what other steps say, once", async () => {
  const step = { repository: "acme/kit" };
  expect((await run(step)).writes).toMatchObject([{ kind: "update", title: "summary" }]);
  expect(summary()).toMatch(/^What an earlier step says\.\n[^]*# v1\.20\n\nOn track\./);
  expect((await run(step)).writes).toEqual([]);
  expect(summary().match(/On track/g)).toHaveLength(1);
});

test.each([undefined, ""])("outside of a step (%j) it is refused", async (none) => {
  const { failure } = await run(
    {},
    {
      effects: { step: { summaryFile: none, repository: undefined, server: undefined } },
    },
  );
  expect(failure).toMatchObject({ name: "PostError", code: "post-place" });
});

describe("facts of a private repository", () => {
  const refs = ["acme/kit#1", "acme/secret#7"];

  test.each([
    ["of a public repository", { repository: "acme/kit" }],
    ["of a repository that nobody sees", { repository: "acme/gone" }],
    ["of nobody knows what", {}],
    ["on another GitHub", { repository: "acme/secret", server: "https://github.invalid" }],
  ])("stay out of the summary %s", async (_, step) => {
    const { failure, writes } = await run(step, { refs });
    expect(failure).toMatchObject({ name: "PostError", code: "post-private" });
    expect(failure?.message).toContain("acme/secret");
    expect(failure?.message).toContain("GITHUB_STEP_SUMMARY");
    expect(writes).toEqual([]);
    expect(summary()).toBe("What an earlier step says.\n");
  });

  test.each([
    ["where the repository is private too", { repository: "acme/secret" }],
    ["where the plan says so", { repository: "acme/kit", more: ", allowPrivate: true" }],
  ])("may stand in it %s", async (_, step) => {
    expect((await run(step, { refs })).failure).toBeUndefined();
    expect(summary()).toContain("On track.");
  });
});
