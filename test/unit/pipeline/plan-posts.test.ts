import { describe, expect, it } from "vitest";
import { PlanError } from "../../../src/domain/errors.ts";
import { postsOf, unknownMentions } from "../../../src/pipeline/plan-posts.ts";
import { parsePlan } from "../../../src/plan/parse-plan.ts";
import { anEvent, aTimeline } from "../../builders/snapshot.ts";

function planOf(...entries: readonly string[]) {
  const post = entries.map((entry) => `  - ${entry}\n`).join("");
  return parsePlan("v1.20.yaml", `release: "1.20"\nobjectives: []\npost:\n${post}`);
}

/** The problems of a plan's `post`, each as `line:column message / excerpt / hint`. */
function problemsOf(...entries: readonly string[]): readonly string[] {
  try {
    postsOf(planOf(...entries));
  } catch (error) {
    if (!(error instanceof PlanError)) throw error;
    return error.problems.map(({ message, at, excerpt = "", hint = "" }) =>
      [`${at?.line}:${at?.column} ${message}`, excerpt.split("\n")[0]?.trim(), hint].join(" / "),
    );
  }
  return [];
}

const issue = "{ to: github-issue, repo: acme/kit, number: 2 }";

function check(entry: string, expected: string | RegExp): void {
  const [problem, ...others] = problemsOf(entry);
  expect(others).toEqual([]);
  expect(problem).toMatch(expected);
}

describe("what is wrong with an entry is told with its place", () => {
  it.each([
    [
      "{ to: github-isue, repo: acme/kit, number: 2 }",
      '4:11 to: "github-isue" is not known / 4 |   - { to: github-isue, repo: acme/kit, number: 2 } / did you mean github-issue?',
    ],
    [
      "{ to: carrier-pigeon }",
      /4:11 to: "carrier-pigeon" is not known .* it may be github-issue, .* clipboard-html$/,
    ],
    ["{ repo: acme/kit, number: 2 }", /^4:5 to is missing/],
    [
      "{ to: github-issue, rep: acme/kit, number: 2 }",
      /^4:25 unknown key "rep" .* did you mean "?repo"?\?$/,
    ],
    ["{ to: github-issue, repo: acme, number: 2 }", /^4:31 repo: expected an owner and a name/],
    ["{ to: github-issue, repo: acme/kit, number: two }", /^4:49 number: expected .*found "?two/],
    ["{ to: file, path: ../report.md }", /^4:23 path: expected a path below this folder/],
    ["{ to: slack }", /^4:5 .*needs a channel or a webhook, and not both/],
    [
      "{ to: file, path: a.md, links: redirected }",
      /^4:36 links: "redirected" is not known .* did you mean redirect\?$/,
    ],
    [
      "{ to: file, path: a.md, mention: [{ login: '@alice', freeze: test-freeze, days: 3 }] }",
      /^4:48 login: expected a login .* without @, found "@alice"/,
    ],
    ["{ to: file, path: a.md, mention: [{ login: alice, days: 3 }] }", /^4:39 freeze is missing/],
    [
      "{ to: file, path: a.md, mention: [{ login: alice, freeze: test-freeze }] }",
      /^4:39 days is missing/,
    ],
    ["{ to: file, path: a.md, mention: [alice] }", /^4:39 mention, entry 1: expected a map/],
  ])("%s", check);
});

it("everything is told at once, in the order of the file", () => {
  const places = problemsOf("{ to: fil }", issue, issue, "{ to: gist, links: none }").map(
    (problem) => problem.split(" ")[0],
  );
  expect(places).toEqual(["4:11", "6:11", "7:24"]);
});

describe("two entries for one place", () => {
  it("are told, with the line of the first", () => {
    const [problem] = problemsOf(issue, "{ to: gist }", issue);
    expect(problem).toMatch(
      /^6:11 to: "github-issue github\.com\/acme\/kit#2" is taken already, on line 4/,
    );
  });

  it("may be the report and its reminders, or kinds of their own", () => {
    const reminder = "{ to: github-issue, repo: acme/kit, number: 2, cut: reminder }";
    const body = "{ to: github-issue, repo: acme/kit, number: 2, as: body }";
    expect(postsOf(planOf(issue, reminder, body)).map(({ place }) => place)).toEqual([
      "github.com/acme/kit#2",
      "github.com/acme/kit#2 (reminder)",
      "github.com/acme/kit#2 (body)",
    ]);
  });
});

describe("a person who is mentioned before a freeze", () => {
  const mentioning = (freeze: string) =>
    postsOf(
      planOf(
        issue,
        `{ to: file, path: a.md, mention: [{ login: alice, freeze: ${freeze}, days: 3 }] }`,
      ),
    );
  const timeline = aTimeline({ events: [anEvent({ id: "code-freeze" })] });

  it("that the calendar does not hold is told", () => {
    expect(unknownMentions(mentioning("code-freze"), timeline)).toEqual([
      {
        code: "freeze-unknown",
        severity: "warning",
        subject: "a.md",
        message:
          'the release calendar holds no "code-freze", before which alice is to be mentioned',
        at: { file: "v1.20.yaml", line: 5, column: 5 },
      },
    ]);
  });

  it("that it holds, or where there is no calendar, is in order", () => {
    expect(unknownMentions(mentioning("code-freeze"), timeline)).toEqual([]);
    expect(unknownMentions(mentioning("code-freze"), undefined)).toEqual([]);
  });
});

it("a plan that is posted nowhere is in order", () => {
  expect(postsOf(parsePlan("v1.20.yaml", 'release: "1.20"\nobjectives: []\n'))).toEqual([]);
});
