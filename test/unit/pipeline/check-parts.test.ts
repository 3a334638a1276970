import { expect, it } from "vitest";
import { PlanError } from "../../../src/domain/errors.ts";
import { checkParts } from "../../../src/pipeline/check-parts.ts";
import { parsePlan } from "../../../src/plan/parse-plan.ts";

const head = 'release: "1.20"\nobjectives: []\n';

/** `line:column message (hint)` of each problem. */
function check(more: string, expected: readonly string[]): void {
  const found = problemsOf(more);
  expect(found).toEqual(expected);
}

function problemsOf(more: string): readonly string[] {
  try {
    checkParts(parsePlan("v1.20.yaml", head + more), undefined);
    return [];
  } catch (error) {
    if (!(error instanceof PlanError)) throw error;
    return error.problems.map(
      ({ message, at, hint = "" }) => `${at?.line}:${at?.column} ${message} (${hint})`,
    );
  }
}

it("sources and places to post to that are in order say nothing", () => {
  check("", []);
  check("sources: { timeline: { kind: sig-release } }\npost: [{ to: file, path: a.md }]\n", []);
});

it("what is wrong in either is told at once, in the order of the file", () => {
  const post = "post: [{ to: fil, path: a.md }]\n";
  const sources = "sources: { timeline: { kind: sig-relase } }\n";
  const inSources = 'kind: "sig-relase" is not known (did you mean sig-release?)';
  const inPost = 'to: "fil" is not known (did you mean file?)';
  check(sources + post, [`3:30 ${inSources}`, `4:14 ${inPost}`]);
  check(post + sources, [`3:14 ${inPost}`, `4:30 ${inSources}`]);
});
