/** `release-deck post` against a GitHub on this machine: what it shows, what it changes, how it ends. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { aRepository, aWorld } from "../builders/github-world.ts";
import { itemOf } from "../builders/post-places.ts";
import { aSnapshot, anEvent, aTimeline, aWorkItem } from "../builders/snapshot.ts";
import { commentsOf } from "../servers/github/mutations.ts";
import { startGitHub, type GitHubServer } from "../servers/github/server.ts";
import type { Thing } from "../servers/github/world.ts";
import { makeFolder, run, type Finished } from "./command.ts";
import { writeWorlds } from "./world.ts";

const token = "ghp_e2eCanary0123456789abcdefghijklmnop";
const ref = "acme/kit#1";
const plan = "data/plans/v1.20.yaml";

let github: GitHubServer;
let cwd = "";

beforeEach(async () => {
  github = await startGitHub(aWorld(aRepository()), { token });
  cwd = makeFolder();
  collect("2020-10-22", []);
});

afterEach(() => github.close());

/** What the sources say on a day, and a plan that is posted to an issue. */
function collect(day: string, labels: readonly string[], post: readonly object[] = places()): void {
  const work = aWorkItem({ ref, createdAt: "2020-10-19T00:00:00Z", labels });
  const timeline = aTimeline({ events: [anEvent()] });
  const snapshot = aSnapshot({ asOf: `${day}T08:00:00Z`, workItems: [work], timeline });
  const items = [{ title: "ReplicationController", ref, adds: 30 }];
  const keyResult = { id: "KR1", title: "new endpoints", kind: "sum", unit: "endpoints", goal: 30 };
  const written = {
    release: "1.20",
    title: "v1.20",
    sources: { github: { host: github.host } },
    objectives: [
      { title: "Coverage", keyResults: [{ ...keyResult, freeze: "code-freeze", items }] },
    ],
    post,
  };
  writeWorlds(cwd, { "v1.20": { plan: written, snapshot } });
}

function places(): readonly object[] {
  const issue = { to: "github-issue", repo: "acme/kit", number: 2, host: github.host };
  return [issue, { ...issue, cut: "reminder" }];
}

/** Runs it and holds all that it printed and kept to hold no token. */
async function post(...options: readonly string[]): Promise<Finished> {
  const parameters = ["post", plan, "--insecure-loopback", ...options];
  const finished = await run(parameters, { cwd, environment: { GITHUB_TOKEN: token } });
  const kept = ledger().map((name) => readFileSync(join(cwd, "data/posts/v1.20", name), "utf8"));
  expect([finished.stdout, finished.stderr, ...kept, ...bodies()].join("\n")).not.toContain(token);
  return finished;
}

function ledger(): readonly string[] {
  const all = readdirSync(join(cwd, "data"), { recursive: true, encoding: "utf8" });
  return all.filter((name) => /^posts.v1\.20.\d+-/.test(name)).map((name) => name.slice(12));
}

const comments = (): readonly Thing[] => commentsOf(itemOf(github, 2));
const bodies = (): readonly string[] => comments().map(({ body }) => String(body));
const mutations = (): number =>
  github.requests().filter(({ question }) => question.query.startsWith("mutation")).length;

/** The place as it is printed. */
const place = (): string => `github-issue ${github.host}/acme/kit#2`;

test("shows what it would post, and changes nothing", async () => {
  const { code, stdout, stderr } = await post();
  expect(code).toBe(0);
  expect(stdout).toContain(`${place()}:\n  create comment\n+ <!-- release-deck begin report=v1.20`);
  expect(stdout).toContain("+ # v1.20\n");
  expect(stderr).toBe("Nothing has been changed; release-deck post --yes posts it.\n");
  expect([mutations(), bodies(), ledger()]).toEqual([0, [], []]);
});

test("--yes posts it and says where it stands; again, it is up to date", async () => {
  const shown = await post("--json");
  const first = await post("--yes");
  const [comment] = comments();
  expect(first).toEqual({
    code: 0,
    stdout: `${place()}:\n  created comment\n  ${String(comment?.["url"])}\n`,
    stderr: "",
  });
  expect(JSON.parse(shown.stdout)).toMatchObject({
    places: [{ writes: [{ after: comment?.["body"] }] }],
  });
  const again = { code: 0, stdout: `${place()}: up to date\n`, stderr: "" };
  expect(await post("--yes")).toEqual(again);
  expect(await post()).toEqual(again);
  expect([mutations(), bodies().length, ledger()]).toEqual([1, 1, ["0001-github-issue.json"]]);
});

test("a later report is shown as what changes, and written over the first", async () => {
  await post("--yes");
  collect("2020-10-29", ["lgtm", "approved"]);
  const { stdout } = await post();
  expect(stdout).toContain("  update comment\n");
  expect(stdout).toMatch(/^- As of 22 October 2020.*\n(?:- .*\n)*\+ As of 29 October 2020/m);
  expect((await post("--yes")).stdout).toContain("  updated comment\n");
  expect(bodies()).toHaveLength(1);
  expect(bodies()[0]).toContain("As of 29 October 2020");
});

test("--json gives the same for machines", async () => {
  const look = JSON.parse((await post("--json")).stdout) as object;
  expect(look).toMatchObject({
    plan,
    posted: false,
    places: [{ to: "github-issue", place: `${github.host}/acme/kit#2`, posts: [] }],
  });
  const { code, stdout, stderr } = await post("--json", "--yes");
  expect([code, stderr]).toEqual([0, ""]);
  expect(stdout.trim().split("\n")).toHaveLength(1);
  const [comment] = comments();
  const inner = String(comment?.["body"]).split("\n\n").slice(1, -1).join("\n\n");
  expect(JSON.parse(stdout)).toMatchObject({
    posted: true,
    places: [
      {
        writes: [{ kind: "create", title: "comment", before: "", after: comment?.["body"] }],
        posts: [
          {
            part: 1,
            id: comment?.id,
            url: comment?.["url"],
            hash: createHash("sha256").update(inner).digest("hex"),
          },
        ],
      },
    ],
  });
});

test("--reminder posts beside the report, where something crossed a line", async () => {
  await post("--yes");
  collect("2020-10-23", []);
  const quiet = await post("--reminder", "--yes");
  expect(quiet).toMatchObject({ code: 0, stdout: `${place()} (reminder): up to date\n` });
  collect("2020-10-24", ["do-not-merge/hold"]);
  expect((await post("--reminder", "--yes")).stdout).toContain("created comment");
  expect(bodies()).toHaveLength(2);
  expect(bodies()[1]).toContain("report=v1.20.reminder ");
  expect(bodies()[1]).toContain("ReplicationController");
});

describe("a region that somebody has changed", () => {
  const damage = async (): Promise<void> => {
    await post("--yes");
    const [own] = comments();
    const body = String(own?.["body"]).replace("# v1.20", "# v1.20, as I see it");
    (own as Record<string, unknown>)["body"] = `Dear all,\n\n${body}`;
  };

  test.each([{ options: [] }, { options: ["--yes"] }])(
    "ends with 6, what differs and what to do $options",
    async ({ options }) => {
      await damage();
      const before = bodies();
      const { code, stdout, stderr } = await post(...options);
      expect(code).toBe(6);
      expect(stdout).toBe(`${place()}: not posted\n`);
      expect(stderr).toContain("is left alone: somebody has changed what is between its marks\n");
      expect(stderr).toContain("\n- # v1.20, as I see it\n+ # v1.20\n");
      // What they wrote outside of the marks is nobody's business.
      expect(stderr).not.toContain("Dear all");
      expect(stderr).toMatch(
        /\nPut what you want to keep before or after the marks, .*post again\.\n$/,
      );
      expect([bodies(), mutations()]).toEqual([before, 1]);
    },
  );

  test("is told to machines too", async () => {
    await damage();
    const { code, stdout } = await post("--json");
    expect(code).toBe(6);
    expect(JSON.parse(stdout)).toMatchObject({
      places: [
        {
          writes: [],
          failure: { code: "region-damaged", diff: expect.stringContaining("as I see it") },
        },
      ],
    });
  });
});

describe("what cannot be posted", () => {
  test("without a token says so, and what to do", async () => {
    const parameters = ["post", plan, "--insecure-loopback", "--yes"];
    const { code, stdout, stderr } = await run(parameters, { cwd });
    expect(code).toBe(3);
    expect(stdout).toBe(`${place()}: not posted\n`);
    expect(stderr).toMatch(/^error: there is no token for .*\nSet GITHUB_TOKEN or GH_TOKEN/);
    expect(github.requests()).toEqual([]);
  });

  test("with a token that is not accepted says so, without the token", async () => {
    const wrong = token.replace("Canary", "Parrot");
    const parameters = ["post", plan, "--insecure-loopback", "--yes", "--debug"];
    const finished = await run(parameters, { cwd, environment: { GITHUB_TOKEN: wrong } });
    expect(finished.code).not.toBe(0);
    expect(finished.stderr).toMatch(/^error: GitHub does not accept the token\nSet GITHUB_TOKEN/);
    expect(`${finished.stdout}${finished.stderr}`).not.toContain("Parrot");
  });

  test("at one place does not hold up another", async () => {
    const file = { to: "file", path: "posted.md" };
    collect("2020-10-22", [], [{ ...places()[0], number: 9 }, file]);
    const { code, stdout, stderr } = await post("--yes");
    expect(code).toBe(6);
    expect(stdout).toBe(
      `${place().replace("#2", "#9")}: not posted\nfile posted.md:\n  created file\n`,
    );
    expect(stderr).toContain("GitHub does not show the issue acme/kit#9");
    expect(readFileSync(join(cwd, "posted.md"), "utf8")).toContain("# v1.20");
  });

  test("because the plan is wrong: check and post say the same, all at once, with its places", async () => {
    collect("2020-10-22", [], [{ to: "github-isue" }, { to: "file", pth: "posted.md" }]);
    const { code, stdout, stderr } = await run(["check", plan], { cwd });
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/^error: \d problems in data\/plans\/v1\.20\.yaml\n/);
    expect(stderr).toMatch(
      /v1\.20\.yaml:\d+:\d+ to: "github-isue" is not known\n(?:.*\n){2}  did you mean github-issue\?/,
    );
    expect(stderr).toMatch(
      /v1\.20\.yaml:\d+:\d+ unknown key "pth"\n(?:.*\n){2}  did you mean path\?/,
    );
    expect((await post("--yes")).stderr).toBe(stderr);
  });
});
