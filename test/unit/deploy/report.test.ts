/** When `deploy/report.sh` makes a report, and what it does where a step of it fails. */
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { root } from "../../../scripts/lib/paths.mjs";
import { runProgram } from "../../builders/workflow.ts";

interface Situation {
  /** When it runs. */
  readonly now?: string;
  /** Day of the first report. */
  readonly first?: string;
  /** What an earlier run has kept. */
  readonly posted?: string;
  /** What a command leaves with; 0 where not said. */
  readonly codes?: Readonly<Record<string, number>>;
  /** Whether a post that fails has reached some places. */
  readonly isPartly?: boolean;
}

interface Outcome {
  readonly code: number;
  readonly commands: readonly string[];
  /** What it keeps. */
  readonly posted: string | undefined;
}

async function check(situation: Situation, expected: Outcome): Promise<void> {
  const { first, posted } = situation;
  const cwd = mkdtempSync(join(tmpdir(), "release-deck-report-"));
  onTestFinished(() => rmSync(cwd, { recursive: true }));
  const mark = join(cwd, "data/posts/v1.20/fortnight.txt");
  mkdirSync(join(cwd, "data/posts/v1.20"), { recursive: true });
  if (posted !== undefined) writeFileSync(mark, `${posted}\n`);
  const path = process.env["PATH"] ?? "";
  for (const [name, text] of Object.entries(programs(situation, path))) {
    writeFileSync(join(cwd, name), `#!/bin/sh\n${text}\n`);
    chmodSync(join(cwd, name), 0o755);
  }
  const script = [join(root, "deploy/report.sh"), "plans/v1.20.yaml"];
  const { code, printed } = await runProgram(first === undefined ? script : [...script, first], {
    cwd,
    environment: { PATH: `${cwd}:${path}` },
  });
  const commands = Array.from(printed.matchAll(/^ran (.*)$/gm), ([, command = ""]) => command);
  const kept = existsSync(mark) ? readFileSync(mark, "utf8").trim() : undefined;
  expect({ code, commands, posted: kept }).toEqual(expected);
}

/** In the place of the command, and of the clock. */
function programs(situation: Situation, path: string) {
  const { now = "2026-12-10T06:00:00Z", codes = {}, isPartly = false } = situation;
  const cases = Object.entries(codes).map(([command, code]) => `${command}) exit ${code} ;;`);
  return {
    "release-deck": `echo "ran $*" >&2
[ "$1" = collect ] && printf '%s\\n' '${fresh}' '  github: stale: \\n'
[ "$1" = post ] && ${isPartly} && touch data/posts/v1.20/0001-slack.json
case $1 in ${cases.join(" ")} *) ;; esac`,
    date: `[ "$*" = "-u +%s" ] && echo ${Date.parse(now) / 1000} || PATH='${path}' exec date "$@"`,
  };
}

const plan = "plans/v1.20.yaml";
const fresh = "data/snapshots/v1.20/2026-12-10T060000Z.json";
const nothing: readonly string[] = [];
const everything = [`collect ${plan}`, ...madeFrom(fresh)];

function madeFrom(snapshot: string): readonly string[] {
  return [`build --snapshot ${snapshot} ${plan}`, `post --yes --snapshot ${snapshot} ${plan}`];
}

test("makes a report at each run where no first day is named", () =>
  check({}, { code: 0, commands: everything, posted: undefined }));

test.each([
  // On the first day, and not before.
  ["2026-11-22T23:59:59Z", undefined, undefined],
  ["2026-11-23T00:00:00Z", undefined, "2026-11-23"],
  // None again for two weeks.
  ["2026-11-23T06:00:00Z", "2026-11-23", undefined],
  ["2026-12-06T23:59:59Z", "2026-11-23", undefined],
  // Then one, however late, and the next when that one is due.
  ["2026-12-07T00:00:00Z", "2026-11-23", "2026-12-07"],
  ["2026-12-11T06:00:00Z", "2026-11-23", "2026-12-07"],
  ["2027-03-29T06:00:00Z", "2026-12-07", "2027-03-29"],
])("from 23 November 2026: at %s after that of %s it makes that of %s", (now, posted, made) =>
  check(
    { first: "2026-11-23", now, ...(posted !== undefined && { posted }) },
    { code: 0, commands: made === undefined ? nothing : everything, posted: made ?? posted },
  ),
);

const first = "2026-12-07";

test("posts also where the slides cannot be printed, and says so", () =>
  check({ first, codes: { build: 4 } }, { code: 4, commands: everything, posted: first }));

test("goes no further where a source is missing, and is tried again", () =>
  check(
    { first, codes: { collect: 3 } },
    { code: 3, commands: everything.slice(0, 1), posted: undefined },
  ));

test("is tried again where all places refused", () =>
  check({ first, codes: { post: 6 } }, { code: 6, commands: everything, posted: undefined }));

test("remembers what some places have, and brings the same to the others", async () => {
  await check(
    { first, codes: { post: 6, build: 4 }, isPartly: true },
    { code: 6, commands: everything, posted: `${first} ${fresh}` },
  );
  const snapshot = "data/snapshots/v1.20/2026-12-07T060000Z.json";
  const posted = `${first} ${snapshot}`;
  const commands = madeFrom(snapshot);
  await check({ first, posted }, { code: 0, commands, posted: first });
  await check({ first, posted, codes: { post: 3 } }, { code: 3, commands, posted });
  await check(
    { first: "2026-12-10", posted },
    { code: 0, commands: everything, posted: "2026-12-10" },
  );
});

test("calls a day that is none a mistake of its arguments", () =>
  check({ first: "soon" }, { code: 2, commands: nothing, posted: undefined }));
