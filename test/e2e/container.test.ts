/** The image that `deploy/Containerfile` makes holds all that the CronJob runs, and the CronJob all that it writes. */
import {
  chmodSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { root } from "../../scripts/lib/paths.mjs";
import { readCronJob } from "../builders/cron-job.ts";
import { makeImage, readInstructions, type Stage } from "../builders/image.ts";
import { nextSecond } from "../builders/next-second.ts";
import { startPlannedRelease } from "../builders/planned-release.ts";
import { runProgram, type Ended, type Words } from "../builders/workflow.ts";
import { startServer } from "../servers/http.ts";

const folder = mkdtempSync(join(tmpdir(), "release-deck-container-"));
const token = "ghp_containerCanary0123456789abcdefghi";
const release = await startPlannedRelease(token, ["{ to: slack, webhook: SLACK_WEBHOOK }"]);
const slack = await startServer();
afterAll(async () => {
  await Promise.all([release.github.close(), slack.close()]);
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
});

const { cronJob } = readCronJob(join(root, "deploy/kubernetes/cronjob.yaml"));
const [container] = cronJob.spec.jobTemplate.spec.template.spec.containers;

/** Where it mounts something: as its manifest has it, and here. */
const mounted = (path: string) => join(folder, "mounts", path);
const work = mounted("/work");
let image: Stage;
let before: readonly string[];

const everything = (place: string) => globSync("**", { cwd: place }).toSorted();

beforeAll(async () => {
  image = await makeImage(
    join(folder, "image"),
    readInstructions(join(root, "deploy/Containerfile")),
  );
  before = everything(image.folder);
  for (const { mountPath } of container.volumeMounts) {
    mkdirSync(mounted(mountPath), { recursive: true });
    // As an emptyDir is.
    chmodSync(mounted(mountPath), 0o777);
  }
  writeFileSync(join(work, "plans/release-deck.yaml"), release.plan);
  mkdirSync(join(folder, "bin"));
  // GitHub is on this machine.
  writeFileSync(
    join(folder, "bin/release-deck"),
    `#!/bin/sh
     if [ "$1" != build ]; then set -- "$@" --insecure-loopback; fi
     exec "${join(image.folder, "usr/local/bin/release-deck")}" "$@"`,
  );
  chmodSync(join(folder, "bin/release-deck"), 0o755);
}, 120_000);

/** What the container runs, in its own environment with these secrets; its `/tmp` is elsewhere. */
async function run(secrets: Words): Promise<Ended> {
  await nextSecond();
  const own = container.env.map(({ name, value }) => [name, value]);
  const images = Object.entries(image.environment).map(([name, value]) => [name, mounted(value)]);
  const folders = [
    join(folder, "bin"),
    join(image.folder, "usr/local/bin"),
    dirname(process.execPath),
  ];
  return runProgram([...container.command, ...container.args], {
    cwd: work,
    environment: {
      ...Object.fromEntries([...images, ...own]),
      FIRST_REPORT: new Date().toISOString().slice(0, 10),
      ...secrets,
      TMPDIR: mounted("/tmp"),
      PATH: `${folders.join(":")}:${process.env["PATH"] ?? ""}`,
    },
  });
}

const patience = { timeout: 120_000 };
const github = { GITHUB_TOKEN: token };
const secrets = { ...github, SLACK_WEBHOOK: `${slack.origin}/services/T0/B0/x` };

test("where one place cannot be reached, the other has the report, printed", patience, async () => {
  expect(await run(github)).toEqual({ code: 6, printed: expect.stringContaining("not posted") });
  expect([release.comments().length, slack.arrivals.length]).toEqual([1, 0]);
  expect(readdirSync(join(work, "output/release-deck"))).toContain("deck.pdf");
});

test("the next run brings the same report to that one, and to no other", patience, async () => {
  const writes = release.writes();
  expect(await run(secrets)).toEqual({ code: 0, printed: expect.stringContaining("up to date") });
  expect([release.writes(), slack.arrivals.length]).toEqual([writes, 1]);
});

test("a run more changes nothing", patience, async () => {
  const writes = release.writes();
  expect(await run(secrets)).toEqual({ code: 0, printed: expect.stringContaining("is posted") });
  expect([release.writes(), slack.arrivals.length]).toEqual([writes, 1]);
});

test("what is written lies where something is mounted, and each place is written to", () => {
  const writable = container.volumeMounts.filter(({ readOnly }) => readOnly !== true);
  const paths = writable.map(({ mountPath }) => mountPath);
  expect(paths.filter((path) => readdirSync(mounted(path)).length === 0)).toEqual([]);
  expect(readdirSync(work).toSorted()).toEqual(["data", "output", "plans"]);
  expect(readdirSync(mounted("/work/plans"))).toEqual(["release-deck.yaml"]);
  expect(everything(image.folder)).toEqual(before);
});
