import { describe, expect, it } from "vitest";
import { githubActions } from "../../../../src/collect/jobs/github-actions/github-actions.ts";
import { runsQuestion } from "../../../../src/collect/jobs/github-actions/question.ts";
import type { WebRequest } from "../../../../src/ports.ts";
import { collectedBy } from "../../../builders/collecting.ts";
import { checkQuestion } from "../../../servers/github/execute.ts";

interface RunFields {
  readonly name?: string;
  readonly file?: string;
  readonly branch?: string | null;
  readonly status?: string;
}

/** A check suite of a workflow: its number, how it ended and what is unlike the others. */
function suite(runNumber: number, conclusion: string | null, fields: RunFields = {}): object {
  const { name = "CI", file = "ci.yml", branch = "main", status = "COMPLETED" } = fields;
  const createdAt = `2020-11-${10 + runNumber}T08:00:00Z`;
  const url = `https://github.com/acme/kit/actions/runs/1${runNumber}`;
  const workflow = { name, resourcePath: `/acme/kit/actions/workflows/${file}` };
  const workflowRun = { runNumber, createdAt, url, workflow };
  return { status, conclusion, branch: branch && { name: branch }, workflowRun };
}

function answerOf(suites: readonly object[], errors: readonly object[] = []): object {
  const history = { nodes: [{ checkSuites: { nodes: suites } }] };
  const repository = { branch: { name: "main", target: { history } } };
  const data = { rateLimit: { cost: 1, remaining: 4999 }, repository };
  return errors.length === 0 ? { data } : { data, errors };
}

/** The job by answers in their order, and what was asked. */
async function read(answers: readonly object[], settings: object = {}) {
  const asked: WebRequest[] = [];
  const send = async (request: WebRequest) => {
    const answer = answers[asked.length];
    asked.push(request);
    const headers = { "content-type": "application/json" };
    return { status: 200, url: request.url, headers, text: JSON.stringify(answer) };
  };
  const wanted = { repo: "acme/kit", workflow: "ci.yml", ...settings };
  const { facts, cost } = await collectedBy(githubActions, wanted, { web: { send } });
  return { job: facts.jobs?.[0], cost, asked };
}

const runOf = async (...suites: readonly object[]) => (await read([answerOf(suites)])).job;

describe("the question", () => {
  it.each([{}, { branch: "release-1.20" }])("with %j is one that GitHub takes", (fields) => {
    expect(checkQuestion(runsQuestion({ repo: "acme/kit", ...fields }, 20))).not.toHaveProperty(
      "errors",
    );
  });

  it("is asked with the user's credential, of the branch by its whole name", async () => {
    const { asked } = await read([answerOf([])], { branch: "release-1.20" });
    expect(asked).toMatchObject([{ method: "POST", credential: "github" }]);
    expect(asked[0]?.body).toContain('"refs/heads/release-1.20"');
  });
});

describe("a workflow", () => {
  it.each([
    ["SUCCESS", "passing"],
    ["FAILURE", "failing"],
    ["TIMED_OUT", "failing"],
    ["STARTUP_FAILURE", "failing"],
    ["CANCELLED", "unknown"],
    ["ACTION_REQUIRED", "unknown"],
    ["NEUTRAL", "unknown"],
    ["STALE", "unknown"],
    ["BRAND_NEW", "unknown"],
    [null, "unknown"],
  ])("that ends as %s is %s", async (conclusion, state) => {
    expect(await runOf(suite(9, conclusion), suite(8, "FAILURE"))).toMatchObject({ state });
  });

  it.each(["QUEUED", "IN_PROGRESS", "WAITING", "REQUESTED", "PENDING"])(
    "whose newest run is %s stands as the run before",
    async (status) => {
      const job = await runOf(
        suite(13, null, { status }),
        suite(9, "SUCCESS"),
        suite(8, "FAILURE"),
      );
      expect(job).toMatchObject({ state: "passing", since: "2020-11-19" });
    },
  );

  it("is not told by runs that were skipped", async () => {
    const job = await runOf(suite(9, "SKIPPED"), suite(8, "SUCCESS"), suite(7, "FAILURE"));
    expect(job).toMatchObject({ state: "passing", since: "2020-11-18" });
  });

  it("is found by its file, else by its name; others and other programs' checks are not it", async () => {
    const lint = suite(9, "FAILURE", { name: "ci.yml", file: "lint.yml" });
    const program = { status: "COMPLETED", conclusion: "FAILURE", branch: { name: "main" } };
    const suites = [lint, program, suite(8, "SUCCESS"), suite(7, "FAILURE")];
    expect((await read([answerOf(suites)])).job?.state).toBe("passing");
    expect((await read([answerOf(suites)], { workflow: "CI" })).job?.state).toBe("passing");
    expect((await read([answerOf(suites)], { workflow: "lint.yml" })).job?.state).toBe("failing");
  });

  it("is not told by pull requests on the same commit", async () => {
    const suites = [
      suite(9, "FAILURE", { branch: "feature" }),
      suite(9, "FAILURE", { branch: null }),
      suite(8, "SUCCESS"),
    ];
    expect((await runOf(...suites))?.state).toBe("passing");
  });

  it("whose name another has too is to be named by its file", async () => {
    const suites = [suite(9, "SUCCESS"), suite(8, "SUCCESS", { file: "other.yml" })];
    await expect(read([answerOf(suites)], { workflow: "CI" })).rejects.toMatchObject({
      code: "ambiguous",
    });
  });

  it("that has not run is unknown", async () => {
    expect(await runOf()).toMatchObject({ state: "unknown", note: "no run of it is known" });
  });

  it("is another on another branch and on another host", async () => {
    const { job } = await read([answerOf([])], { branch: "old", host: "github.example.org" });
    expect(job?.instance).toBe("github.example.org/acme/kit@old");
  });
});

describe("GitHub", () => {
  const tooHeavy = { type: "RESOURCE_LIMITS_EXCEEDED", message: "too much", path: ["repository"] };

  it("is asked for fewer commits where it has no time: a part could lack the newest run", async () => {
    const cut = answerOf([suite(7, "SUCCESS")], [tooHeavy]);
    const { job, asked } = await read([cut, answerOf([suite(9, "FAILURE")])]);
    expect(job?.state).toBe("failing");
    const counts = asked.map(({ body = "" }) => /history\(first:(\d+)\)/.exec(body)?.[1]);
    expect(counts).toEqual(["20", "5"]);
  });

  it("that has no time for one commit gives nothing", async () => {
    const cut = answerOf([suite(7, "SUCCESS")], [tooHeavy]);
    await expect(read([cut, cut, cut])).rejects.toMatchObject({ code: "github-unanswered" });
  });

  it("without the branch is told as such", async () => {
    const data = { rateLimit: { cost: 1, remaining: 1 }, repository: { branch: null } };
    await expect(read([{ data }])).rejects.toMatchObject({ code: "not-found" });
  });

  it("that answers something else is not believed", async () => {
    const data = { repository: { branch: { name: "main", target: {} } } };
    await expect(read([{ data }])).rejects.toMatchObject({ code: "github-unanswered" });
  });

  it("tells what it took", async () => {
    expect((await read([answerOf([])])).cost).toBe("1 request, 1 point, 4,999 left");
  });
});
