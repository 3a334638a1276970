/**
 * Days before past freezes, from recorded pull requests: what was known then, and what came of it. When a
 * pull request that was never merged was closed is not recorded; it is drawn from its own name, the
 * same each time.
 */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { csvParse } from "d3-dsv";
import type { PastTables } from "../../src/forecast/scoring/judge.ts";

const day = 1440;
const gated = "k/enhancements";

interface Recorded {
  readonly name: string;
  readonly repo: string;
  readonly created: number;
  readonly merged: number | undefined;
  readonly closed: number;
}

interface Freeze {
  readonly release: string;
  readonly enhancements: number;
  readonly code: number;
}

/** The tables of every release from `from` to `to` (minor numbers), so many days before its freezes. */
export function* pastFreezes(folder: string, from: number, to: number): Generator<PastTables> {
  const pulls = readPulls(join(folder, "pulls-k8s.csv"));
  const freezes = readFreezes(join(folder, "freezes.csv"));
  for (const freeze of freezes) {
    const minor = Number(freeze.release.split(".")[1]);
    if (minor < from || minor > to) continue;
    for (const daysLeft of [28, 14, 7, 3]) yield tablesOf(pulls, freezes, { freeze, daysLeft });
  }
}

function tablesOf(
  pulls: readonly Recorded[],
  freezes: readonly Freeze[],
  { freeze, daysLeft }: { readonly freeze: Freeze; readonly daysLeft: number },
): PastTables {
  const deadlineOf = ({ repo }: Recorded) => (repo === gated ? freeze.enhancements : freeze.code);
  const nowOf = (pull: Recorded) => deadlineOf(pull) - daysLeft * day;
  const known = pulls.filter((pull) => {
    const age = nowOf(pull) - pull.created;
    return age > 0 && age <= 1200 * day;
  });
  const open = known.filter((pull) => {
    return pull.closed > nowOf(pull) && nowOf(pull) - pull.created < 400 * day;
  });
  const before = (at: number | undefined, now: number) => (at !== undefined && at < now ? at : "");
  const rows = {
    history: known.map((pull) => {
      const now = nowOf(pull);
      return [pull.name, pull.created, before(pull.merged, now), before(pull.closed, now)];
    }),
    items: open.map((pull) => {
      const gate = pull.repo === gated ? "hard-gate" : "none";
      return [pull.name, nowOf(pull), deadlineOf(pull), gate];
    }),
    answers: open.map((pull) => [pull.name, Number((pull.merged ?? Infinity) <= deadlineOf(pull))]),
  };
  const earlier = freezes.filter(
    ({ enhancements, code }) => enhancements < freeze.enhancements || code < freeze.code,
  );
  const meta = {
    release: freeze.release,
    freezes: earlier.map(({ release, enhancements, code }) => [release, enhancements, code]),
  };
  const table = (file: string, head: string, lines: readonly (readonly unknown[])[]) => ({
    file,
    text: [head, ...lines.map((cells) => cells.join(","))].join("\n"),
  });
  return {
    history: table("history.csv", "repo,number,created,merged,closed", rows.history),
    items: table("items.csv", "repo,number,now,freeze,gate", rows.items),
    answers: table("answers.csv", "repo,number,y", rows.answers),
    meta: { file: "meta.json", text: JSON.stringify(meta) },
  };
}

function readPulls(file: string): readonly Recorded[] {
  return csvParse(readFileSync(file, "utf8"), (row) => {
    const [repo = "", number = ""] = [row["repo"], row["number"]];
    const created = Number(row["created_min"]);
    const lastCommit = created + Number(row["last_commit_after_min"]);
    const after = row["merged_after_min"] ?? "";
    const merged = after === "" ? undefined : created + Number(after);
    const closed = merged ?? lastCommit + drawnDays(repo, number);
    return { name: `${repo},${number}`, repo, created, merged, closed };
  });
}

/** Three in five are closed some weeks after the last commit, the others when a bot finds them forgotten. */
function drawnDays(repo: string, number: string): number {
  const [kind, rest] = ["a", "b"].map((which) => drawn(`${repo}|${number}|${which}`));
  const wait = Math.log(1 - (rest ?? 0));
  return Math.trunc(day * ((kind ?? 0) < 0.6 ? -25 * wait : 150 - 60 * wait));
}

/** A number from 0 up to 1 that looks random and belongs to a text. */
function drawn(text: string): number {
  const digest = createHash("sha256").update(text).digest("hex");
  return Number.parseInt(digest.slice(0, 12), 16) / 16 ** 12;
}

function readFreezes(file: string): readonly Freeze[] {
  const minutes = (text: string | undefined) => Math.floor(Date.parse(text ?? "") / 60_000);
  return csvParse(readFileSync(file, "utf8"), (row) => ({
    release: row["release"] ?? "",
    enhancements: minutes(row["enhancements_freeze"]),
    code: minutes(row["code_freeze"]),
  }));
}
