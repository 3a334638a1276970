/** Fortnights with nobody to ask: the scripts of the workflow and the action, run as they are. */
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { root } from "../../scripts/lib/paths.mjs";
import { hasGit } from "../builders/git.ts";
import { nextSecond } from "../builders/next-second.ts";
import { startPlannedRelease } from "../builders/planned-release.ts";
import {
  readAction,
  readWorkflow,
  runStep,
  valuesOf,
  type Context,
  type Ended,
  type Step,
} from "../builders/workflow.ts";

const folder = mkdtempSync(join(tmpdir(), "release-deck-unattended-"));
const token = "ghp_unattendedCanary0123456789abcdefgh";
const release = await startPlannedRelease(token);
afterAll(async () => {
  await release.github.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
});

const { runs, inputs } = readAction(join(root, "action.yml"));
const { jobs, on } = readWorkflow(join(root, "deploy/github/release-report.yml"));
const steps = Object.values(jobs).flatMap((job) => job.steps);
const [report = "", reminder = ""] = on.schedule.map(({ cron }) => cron);

const origin = join(folder, "origin.git");
const checkout = join(folder, "action");
const home = join(folder, "home");
const environment = {
  PATH: `${dirname(process.execPath)}:${process.env["PATH"] ?? ""}`,
  HOME: home,
  // Where the browser lies unpacked.
  XDG_CACHE_HOME: process.env["XDG_CACHE_HOME"] ?? join(process.env["HOME"] ?? "", ".cache"),
  GIT_CONFIG_NOSYSTEM: "1",
  GITHUB_ACTION_PATH: checkout,
};

function git(cwd: string, ...parameters: readonly string[]): string {
  const own = ["-c", "user.name=someone", "-c", "user.email=someone@example.org"];
  const options = { cwd, encoding: "utf8", env: environment } as const;
  return execFileSync("git", [...own, ...parameters], options).trim();
}

const commits = () => git(origin, "log", "--format=%s", "main").split("\n").toReversed();
const kept = () => git(origin, "ls-tree", "-r", "--name-only", "main").split("\n");

beforeAll(() => {
  mkdirSync(home);
  // The action's own checkout; the command may talk to this machine, where GitHub is.
  cpSync(join(root, "deploy"), join(checkout, "deploy"), { recursive: true });
  mkdirSync(join(checkout, "scripts"));
  writeFileSync(
    join(checkout, "scripts/run.mjs"),
    `if (process.argv[2] !== "build") process.argv.push("--insecure-loopback");
     await import(${JSON.stringify(pathToFileURL(join(root, "scripts/run.mjs")).href)});`,
  );
  git(folder, "init", "--quiet", "--bare", "--initial-branch=main", origin);
  const first = join(folder, "first");
  git(folder, "clone", "--quiet", origin, first);
  writeFileSync(join(first, "release-deck.yaml"), release.plan);
  git(first, "add", ".");
  git(first, "commit", "--quiet", "--message", "Plan v1.20");
  git(first, "push", "--quiet", "origin", "HEAD:main");
});

interface Event {
  /** When it is scheduled; by hand where left out. */
  readonly schedule?: string;
  readonly token?: string;
}

/** One run on a fresh clone, as a runner gets it: its exit code, and what all its steps printed. */
async function run({ schedule, token: given = token }: Event): Promise<Ended> {
  await nextSecond();
  const cwd = mkdtempSync(join(folder, "clone-"));
  git(folder, "clone", "--quiet", origin, cwd);
  const context = {
    github: {
      event_name: schedule === undefined ? "workflow_dispatch" : "schedule",
      event: { schedule: schedule ?? "" },
      token: given,
    },
    secrets: { SLACK_BOT_TOKEN: "", SLACK_WEBHOOK: "", HACKMD_TOKEN: "", MAIL_SERVER: "" },
  };
  const ended = { code: 0, printed: "" };
  for (const step of steps) {
    if (ended.code !== 0 && step.if !== "${{ !cancelled() }}") continue;
    const done = await runOne(step, { cwd, context });
    ended.code ||= done.code;
    ended.printed += done.printed;
  }
  return ended;
}

interface Place {
  readonly cwd: string;
  readonly context: Context;
}

/** What is not ours is as if it had done its work. */
async function runOne(step: Step, { cwd, context }: Place): Promise<Ended> {
  if (step.run !== undefined) return runStep(step, { cwd, context, environment });
  return step.id === "deck" ? runAction(step, { cwd, context }) : { code: 0, printed: "" };
}

async function runAction({ with: given = {}, env = {} }: Step, { cwd, context }: Place) {
  const defaults = Object.entries(inputs).map(([name, input]) => [name, input.default]);
  const values = { ...Object.fromEntries(defaults), ...valuesOf(given, context) };
  // Whatever day it is: the first report is due today.
  const today = new Date().toISOString().slice(0, 10);
  const first = values["first-report"] === "" ? "" : today;
  const { outputs, ...ended } = await runStep(runs.steps[0] ?? {}, {
    cwd,
    environment: { ...environment, ...valuesOf(env, context) },
    context: { inputs: { ...values, "first-report": first } },
  });
  expect(outputs).toEqual({ folder: join(cwd, "output"), "exit-code": String(ended.code) });
  return ended;
}

/** Runs start a browser, and machines may be slow. */
const patience = { timeout: 90_000 };

test.skipIf(!hasGit)(
  "posts nothing and keeps nothing where GitHub does not let it in",
  patience,
  async () => {
    const ended = await run({ schedule: report, token: "ghp_somebodyElses0123456789abcdefghij" });
    expect(ended).toEqual({ code: 3, printed: expect.stringContaining("not posted") });
    expect(release.writes()).toBe(0);
    expect(commits()).toEqual(["Plan v1.20"]);
  },
);

test.skipIf(!hasGit)(
  "makes up for it: posts once, and keeps the snapshot and the ledger",
  patience,
  async () => {
    const ended = await run({ schedule: report });
    expect(ended).toEqual({ code: 0, printed: expect.stringContaining("created comment") });
    expect(release.comments()).toHaveLength(1);
    expect(commits()).toEqual([
      "Plan v1.20",
      expect.stringMatching(/^Keep the release data of \d{4}-\d\d-\d\d$/),
    ]);
    expect(kept()).toEqual([
      "data/posts/release-deck/0001-github-issue.json",
      "data/posts/release-deck/fortnight.txt",
      expect.stringMatching(/^data\/snapshots\/release-deck\/[\dT-]+Z\.json$/),
      "release-deck.yaml",
    ]);
  },
);

test.skipIf(!hasGit)("posts nothing again, and keeps nothing new", patience, async () => {
  const before = { writes: release.writes(), commits: commits() };
  const ended = await run({ schedule: report });
  expect(ended).toEqual({ code: 0, printed: expect.stringContaining("is posted") });
  expect(await run({ schedule: reminder })).toMatchObject({ code: 0 });
  expect({ writes: release.writes(), commits: commits() }).toEqual(before);
});

test.skipIf(!hasGit)("reminds once of what has crossed a line", patience, async () => {
  release.hold();
  expect(await run({ schedule: reminder })).toMatchObject({ code: 0 });
  expect(await run({ schedule: reminder })).toMatchObject({ code: 0 });
  expect(release.comments()).toEqual([expect.any(String), expect.stringContaining("crossed")]);
  expect(commits()).toHaveLength(3);
  expect(kept().filter((name) => name.startsWith("data/snapshots/"))).toHaveLength(2);
});

test.skipIf(!hasGit)(
  "by hand refuses what somebody changed, and obeys no line of it",
  patience,
  async () => {
    release.scribble("##[error]forged");
    const before = { writes: release.writes(), commits: commits() };
    const { code, printed } = await run({});
    expect(code).toBe(6);
    const [, word = ""] = /^::stop-commands::(\S{32,})\n/.exec(printed) ?? [];
    const [inside = "", outside] = printed.split(`\n::${word}::\n`);
    expect(inside).toContain("##[error]forged");
    expect(outside).toBe("");
    expect({ writes: release.writes(), commits: commits() }).toEqual(before);
  },
);
