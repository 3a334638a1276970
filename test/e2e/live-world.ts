/** The world of the v1.20 example as servers on loopback: GitHub, the release calendar, APISnoop and two Prows. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll } from "vitest";
import { root } from "../../scripts/lib/paths.mjs";
import type { WorkItem } from "../../src/domain/facts.ts";
import type { Snapshot } from "../../src/domain/snapshot.ts";
import { startGitHub, type GitHubServer } from "../servers/github/server.ts";
import type { World, WorldItem } from "../servers/github/world.ts";
import { startServer, status, text, type TestServer } from "../servers/http.ts";

/** Real files of that time; a user's machine does not have them. */
export const corpus = join(root, "../shared/corpus");

export interface LiveWorld {
  readonly github: GitHubServer;
  readonly files: TestServer;
  readonly prows: readonly [TestServer, TestServer];
  /** The plan of that day, with these servers in the place of the real ones. */
  readonly plan: string;
}

export interface Day {
  /** File names: a snapshot of the example, a revision of the calendar, an export of APISnoop. */
  readonly snapshot: string;
  readonly calendar: string;
  readonly coverage: string;
  /** How the job of the two Prows ended last. */
  readonly jobs: readonly ["success" | "failure", "success" | "failure"];
}

export const october: Day = {
  snapshot: "2020-10-22T080000Z.json",
  calendar: "1.20@2020-09-25.md",
  coverage: "2020-10-22_dba3b92a",
  jobs: ["failure", "success"],
};

export function exampleSnapshot({ snapshot }: Day): Snapshot {
  const path = join(root, "data/snapshots/v1.20", snapshot);
  return JSON.parse(readFileSync(path, "utf8")) as Snapshot;
}

export const token = "ghp_e2eCanary0123456789abcdefghijklmnop";

/** Starts all servers; they end with the tests of the file. */
export async function startLiveWorld(day: Day): Promise<LiveWorld> {
  const example = exampleSnapshot(day);
  const github = await startGitHub(githubWorld(example.workItems), { token, limit: 1e6 });
  const files = await startServer(corpusFile(day));
  const prows = [await prow(example, day.jobs[0]), await prow(example, day.jobs[1])] as const;
  afterAll(() => Promise.all([github, files, ...prows].map((server) => server.close())));
  const plan = livePlan(example.plan.text, { github, files, prows });
  return { github, files, prows, plan };
}

type Servers = Pick<LiveWorld, "github" | "files" | "prows">;

function livePlan(plan: string, { github, files, prows: [k8s, cncf] }: Servers): string {
  return plan
    .replace("github: {}", `github: { host: "${github.host}" }`)
    .replace("{ kind: sig-release }", `{ kind: file, from: "${files.origin}/calendar.md" }`)
    .replace("{ kind: apisnoop, ref: main }", `{ kind: apisnoop, url: "${files.origin}/coverage" }`)
    .replace('url: "https://prow.k8s.io"', `url: "${k8s.origin}"`)
    .replace('url: "https://prow.cncf.io"', `url: "${cncf.origin}"`)
    .replace(
      "instances: [prow.k8s.io, prow.cncf.io]",
      `instances: ["${hostOf(k8s)}", "${hostOf(cncf)}"]`,
    );
}

export function hostOf({ origin }: TestServer): string {
  return new URL(origin).host;
}

function corpusFile({ calendar, coverage }: Day) {
  return (response: Parameters<ReturnType<typeof text>>[0], arrival: { readonly path: string }) => {
    const { path } = arrival;
    const file =
      path === "/calendar.md"
        ? join(corpus, "timelines/revisions", calendar)
        : join(corpus, "apisnoop", coverage, path.slice("/coverage/".length));
    const content = read(file);
    const reply = content === undefined ? status(404, "404: Not Found") : text(content);
    reply(response, { method: "GET", path, headers: {}, body: "" });
  };
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}

/** One finished run of the job, an hour before the snapshot. */
function prow({ asOf }: Snapshot, state: string): Promise<TestServer> {
  const started = new Date(Date.parse(asOf) - 3_600_000).toISOString();
  const job = {
    metadata: { name: "1", creationTimestamp: started },
    spec: { type: "periodic", job: "apisnoop-conformance-gate" },
    status: {
      startTime: started,
      completionTime: asOf,
      state,
      build_id: "1319195433333333333",
      url: "https://prow.example.org/view/1",
    },
  };
  const items = JSON.stringify({ items: [job] });
  return startServer((response, arrival) => {
    const isJobs = arrival.path.startsWith("/prowjobs.js");
    (isJobs ? text(items, { "content-type": "application/json" }) : status(404))(response, arrival);
  });
}

/** GitHub as it stood by the facts of the example: what is not known there is closed to nobody's guess. */
function githubWorld(works: readonly WorkItem[]): World {
  const names = [...new Set(works.map(({ ref }) => ref.split("#")[0] ?? ""))];
  return {
    repositories: names.map((nameWithOwner) => ({
      nameWithOwner,
      items: works.filter(({ ref }) => ref.startsWith(`${nameWithOwner}#`)).map(worldItem),
    })),
  };
}

function worldItem({ ref, kind, state, title }: WorkItem): WorldItem {
  const number = Number(ref.split("#")[1]);
  const shared = {
    number,
    title: title ?? `What ${ref} is about`,
    createdAt: "2020-10-01T09:00:00Z",
    updatedAt: "2020-10-20T09:00:00Z",
    author: { __typename: "User", login: "someone" },
  };
  if (kind === "issue") {
    const isOpen = state !== "closed";
    return {
      __typename: "Issue",
      ...shared,
      state: isOpen ? "OPEN" : "CLOSED",
      closedAt: isOpen ? null : "2020-10-20T09:00:00Z",
    };
  }
  // The one whose state the example does not know is merged: its test was soaking.
  const isMerged = state === "merged" || state === undefined;
  return {
    __typename: "PullRequest",
    ...shared,
    state: isMerged ? "MERGED" : "OPEN",
    merged: isMerged,
    mergedAt: isMerged ? "2020-10-14T09:00:00Z" : null,
    closedAt: isMerged ? "2020-10-14T09:00:00Z" : null,
    isDraft: false,
    baseRefName: "master",
    mergeable: "MERGEABLE",
  };
}
