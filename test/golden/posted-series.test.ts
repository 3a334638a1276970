/** The reports of 1.20 as they would have been posted: each tells what changed since the last that was. */
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readLedger } from "../../src/archive/ledger.ts";
import type { Snapshot } from "../../src/domain/snapshot.ts";
import { nodeEffects } from "../../src/effects/node.ts";
import { postDeck } from "../../src/pipeline.ts";
import { aRepository, aWorld } from "../builders/github-world.ts";
import { itemOf } from "../builders/post-places.ts";
import { postEffects } from "../builders/posting.ts";
import { commentsOf } from "../servers/github/mutations.ts";
import { startGitHub, type GitHubServer } from "../servers/github/server.ts";

const snapshots = new URL("../../data/snapshots/v1.20/", import.meta.url).pathname;

let github: GitHubServer;
let data = "";

beforeEach(async () => {
  github = await startGitHub(aWorld(aRepository()));
  data = mkdtempSync(join(tmpdir(), "release-deck-series-"));
  mkdirSync(join(data, "snapshots/v1.20"), { recursive: true });
});

afterEach(async () => {
  await github.close();
  rmSync(data, { recursive: true });
});

/** Gives the plan of the day, as `collect` leaves a snapshot behind. */
function collect(day: string): string {
  const name = `${day}T080000Z.json`;
  copyFileSync(join(snapshots, name), join(data, "snapshots/v1.20", name));
  const { plan } = JSON.parse(readFileSync(join(snapshots, name), "utf8")) as Snapshot;
  return plan.text;
}

/** Collects and posts; gives the part of what stands there that tells of changes. */
async function report(day: string): Promise<string> {
  const entry = `{ to: github-issue, repo: acme/kit, number: 2, host: "${github.host}", allowPrivate: true }`;
  const plan = { file: "v1.20.yaml", text: `${collect(day)}\npost:\n  - ${entry}\n` };
  const effects = { ...nodeEffects(undefined), ...postEffects() };
  const order = { data, isForReal: true };
  const [result] = await postDeck(effects, { plan, choice: { data } }, order);
  if (result?.failure !== undefined) throw result.failure;
  const [comment, ...others] = commentsOf(itemOf(github, 2));
  expect(others).toEqual([]);
  return changesIn(String(comment?.["body"]));
}

/** The first sections, up to the scores, and what is folded away at the end of restated figures. */
function changesIn(body: string): string {
  const [sections = ""] = /^## [^]*?(?=^## Objective scores)/m.exec(body) ?? [];
  const folded = body.match(/^<details>\n<summary>[^\n]*restated[^]*?^<\/details>$/gm) ?? [];
  return [sections.trim(), ...folded, ""].join("\n\n");
}

async function ledger(): Promise<readonly string[]> {
  const { publications, notices } = await readLedger(nodeEffects(undefined).files, data, "v1.20");
  expect(notices).toEqual([]);
  return publications.map(({ state, asOf }) => `${state} ${asOf.slice(0, 10)}`);
}

describe("posted every time", () => {
  it("each tells what happened since the one before, restated figures apart", async () => {
    await report("2020-09-25");
    const october = await report("2020-10-22");
    expect(october).toContain("*Since the report of 25 September 2020*");
    expect(october).toMatch(/tested in 1\.20 \(from 229 to \[235\]\S*, \+1 of it restated\)/);
    await expect(october).toMatchFileSnapshot("posted-series/2020-10-22.md");
    const november = await report("2020-11-23");
    expect(november).toContain("*Since the report of 22 October 2020*");
    expect(november).toMatch(/tested in 1\.20 \(from 235 to \[263\]\S*, \+1 of it restated\)/);
    await expect(november).toMatchFileSnapshot("posted-series/2020-11-23.md");
    expect(await ledger()).toEqual([
      "published 2020-09-25",
      "published 2020-10-22",
      "published 2020-11-23",
    ]);
  });
});

describe("collected, but not posted in October", () => {
  it("November tells of all since September, as its readers know no other", async () => {
    await report("2020-09-25");
    collect("2020-10-22");
    const november = await report("2020-11-23");
    expect(november).toContain("*Since the report of 25 September 2020*");
    expect(november).toMatch(/tested in 1\.20 \(from 229 to \[263\]\S*, \+2 of it restated\)/);
    expect(await ledger()).toEqual(["published 2020-09-25", "published 2020-11-23"]);
  });
});

it("a report that is posted again is compared with the same as before, so nothing changes", async () => {
  await report("2020-09-25");
  const first = await report("2020-10-22");
  const count = github.requests().length;
  expect(await report("2020-10-22")).toBe(first);
  const asked = github.requests().slice(count);
  expect(asked.filter(({ question }) => question.query.startsWith("mutation"))).toEqual([]);
  expect(await ledger()).toEqual(["published 2020-09-25", "published 2020-10-22"]);
});
