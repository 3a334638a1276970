/** Killed at any moment of a post, then run again: exactly one post, and the ledger says so. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { execPath } from "node:process";
import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Publication } from "../../../../src/domain/publication.ts";
import type { PostEffects } from "../../../../src/pipeline/post-report.ts";
import { bundled } from "../../../builders/bundled.ts";
import { places, startPlaces, type PlacesWorld } from "../../../builders/post-places.ts";
import { post, postEffects, type Posting } from "../../../builders/posting.ts";
import type { Fault } from "../../../servers/github/faults.ts";
import { hasStrace } from "../../effects/strace.ts";
import { killAtEveryCall, runTraced } from "./traced.ts";

const programs = mkdtempSync(join(tmpdir(), "release-deck-poster-"));
afterAll(() => rmSync(programs, { recursive: true }));
const poster = await bundled(join(import.meta.dirname, "poster.ts"), programs);
const environment = { PATH: process.env["PATH"] ?? "", UV_THREADPOOL_SIZE: "1" };

const markdown = "# v1.20\n\nOn track.\n";
/** Of three texts where a place takes several. */
const long = ["# v1.20", ...Array.from({ length: 13 }, (_, index) => sectionOf(index))].join(
  "\n\n",
);

function sectionOf(index: number): string {
  return `## Section ${index}\n\n${Array.from({ length: 100 }, () => "x".repeat(99)).join("\n")}`;
}

let world: PlacesWorld;
let folder = "";
let data = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "release-deck-kill-"));
});

afterEach(() => rmSync(folder, { recursive: true }));

async function restart(): Promise<void> {
  world = await startPlaces();
  data = mkdtempSync(join(folder, "data-"));
}

function start(posting: Posting): ChildProcess {
  return spawn(execPath, [poster, asFile(posting)], { env: environment, stdio: "ignore" });
}

function asFile(posting: Posting): string {
  const file = join(folder, "posting.json");
  writeFileSync(file, JSON.stringify(posting));
  return file;
}

function ended(child: ChildProcess): Promise<number | string | null> {
  return new Promise((resolve) => child.on("exit", (code, signal) => resolve(signal ?? code)));
}

function ledger(): readonly Publication[] {
  const names = readdirSync(join(data, "posts", "v1.20")).filter((name) => /^\d/.test(name));
  return names.map(
    (name) => JSON.parse(readFileSync(join(data, "posts", "v1.20", name), "utf8")) as Publication,
  );
}

/** Runs it again twice: the first makes what is missing, the second nothing. */
async function checkRerun(asked: Posting, texts: () => readonly string[], count: number) {
  const posting = { ...asked, effects: { files: filesInFolder() } };
  const [result] = await post(posting);
  expect(result?.failure).toBeUndefined();
  expect(texts()).toHaveLength(count);
  expect(result?.posts).toHaveLength(count);
  expect(ledger().at(-1)).toMatchObject({ state: "published", posts: result?.posts });
  expect(ledger()).toHaveLength(1);
  expect(await post(posting)).toMatchObject([{ writes: [], posts: result?.posts }]);
  expect(ledger()).toHaveLength(1);
}

/** As the process of its own sees them, which works in the folder. */
function filesInFolder(): PostEffects["files"] {
  const { files } = postEffects();
  return {
    ...files,
    readText: (path, maxBytes) => files.readText(resolve(folder, path), maxBytes),
    replace: (path, bytes) => files.replace(resolve(folder, path), bytes),
  };
}

describe.each(Object.entries(places))("%s", (name, place) => {
  test("killed before and after every request", { timeout: 240_000 }, async () => {
    // The three kinds of comments differ in the names of their mutations only.
    const isLong = name === "github-issue";
    const text = isLong ? long : markdown;
    const count = isLong ? 3 : 1;
    const ends: unknown[] = [];
    for (const when of ["unheard", "at"] as const) {
      for (let request = 1; ; request += 1) {
        await restart();
        const posting = { data, post: [place.entry(world.github.host)], markdown: text };
        const child = start(posting);
        const kill: Fault = () => void child.kill("SIGKILL");
        world.github.faults[when](request, kill);
        const end = await ended(child);
        world.github.faults.clear();
        await checkRerun(posting, () => place.texts(world), count);
        await world.close();
        ends.push(end);
        if (end !== "SIGKILL") break;
      }
    }
    const killed = ends.filter((end) => end === "SIGKILL").length;
    console.log(`${name}: killed at ${killed} requests`);
    expect(ends.filter((end) => end !== "SIGKILL")).toEqual([0, 0]);
    expect(killed).toBeGreaterThanOrEqual(2 * (count + 2));
  });
});

const local: readonly (readonly [string, (host: string) => string, () => readonly string[]])[] = [
  [
    "github-issue",
    (host) => places["github-issue"]?.entry(host) ?? "",
    () => places["github-issue"]?.texts(world) ?? [],
  ],
  [
    "file",
    () => "{ to: file, path: notes/report.md }",
    () => [readFileSync(join(folder, "notes", "report.md"), "utf8")],
  ],
];

describe.skipIf(!hasStrace).each(local)("%s", (name, entry, texts) => {
  test("killed at every write to the disk", { timeout: 240_000 }, async () => {
    const killed = await killAtEveryCall(async (injection) => {
      await restart();
      const posting = { data, post: [entry(world.github.host)], markdown };
      const end = await runTraced([poster, asFile(posting)], { injection, cwd: folder });
      await checkRerun(posting, texts, 1);
      await world.close();
      rmSync(join(folder, "notes"), { recursive: true, force: true });
      return end;
    });
    console.log(`${name}: killed at ${killed} calls that change the disk`);
    expect(killed).toBeGreaterThanOrEqual(5);
  });
});
