/** Reminders between reports: posted where something crossed a line since the last post, and only then. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { aSnapshot, anEvent, aTimeline, aWorkItem } from "../builders/snapshot.ts";
import { makeFolder, run } from "./command.ts";
import { writeWorlds } from "./world.ts";

const ref = "kubernetes/kubernetes#95713";

const plan = {
  release: "1.20",
  title: "v1.20",
  objectives: [
    {
      title: "Coverage",
      keyResults: [
        {
          id: "KR1",
          title: "new endpoints",
          kind: "sum",
          unit: "endpoints",
          goal: 30,
          freeze: "code-freeze",
          items: [{ title: "ReplicationController", ref, adds: 30 }],
        },
      ],
    },
  ],
  post: [
    { to: "file", path: "posted.md" },
    { to: "file", path: "posted.md", cut: "reminder" },
  ],
};

let cwd = "";

/** What the sources say on a day. */
function collect(day: string, labels: readonly string[]): void {
  const work = aWorkItem({ ref, createdAt: "2020-10-19T00:00:00Z", labels });
  const timeline = aTimeline({ events: [anEvent()] });
  const snapshot = aSnapshot({ asOf: `${day}T08:00:00Z`, workItems: [work], timeline });
  writeWorlds(cwd, { "v1.20": { plan, snapshot } });
}

async function post(...options: readonly string[]): Promise<string> {
  const parameters = ["post", "--yes", ...options, "data/plans/v1.20.yaml"];
  const { code, stdout, stderr } = await run(parameters, { cwd });
  expect([code, stderr]).toEqual([0, ""]);
  return stdout;
}

const posted = () => readFileSync(join(cwd, "posted.md"), "utf8");
const ledger = () => readdirSync(join(cwd, "data/posts/v1.20")).filter((name) => /^\d/.test(name));

beforeEach(() => {
  cwd = makeFolder();
});

test("a reminder says what crossed a line since the last post, and the report what changed since the report", async () => {
  collect("2020-10-21", []);
  await post();
  collect("2020-10-22", []);
  expect(await post("--reminder")).toContain("up to date");
  expect(ledger()).toHaveLength(1);
  collect("2020-10-23", ["do-not-merge/hold"]);
  expect(await post("--reminder")).toContain("created file");
  expect(posted()).toMatch(/lines? crossed since 21 October 2020/);
  expect(posted()).toContain("ReplicationController");
  expect(await post("--reminder")).toContain("up to date");
  collect("2020-10-24", ["do-not-merge/hold"]);
  expect(await post("--reminder")).toContain("updated file");
  expect(posted()).toContain("1 line crossed since 23 October 2020");
  expect(ledger()).toHaveLength(3);
  await post();
  expect(posted()).toContain("Since the report of 21 October 2020");
  expect(posted().match(/release-deck begin/g)).toHaveLength(2);
});

test("a plan without a place for reminders says so", async () => {
  collect("2020-10-21", []);
  const path = join(cwd, "data/plans/v1.20.yaml");
  writeWorlds(cwd, {
    "v1.20": { plan: { ...plan, post: plan.post.slice(0, 1) }, snapshot: aSnapshot() },
  });
  const { code, stderr } = await run(["post", "--reminder", "--yes", path], { cwd });
  expect(code).toBe(2);
  expect(stderr).toContain("names no place to post reminders to");
  expect(existsSync(join(cwd, "posted.md"))).toBe(false);
});
