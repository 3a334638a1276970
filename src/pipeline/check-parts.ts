/** What `check` looks at beside what a build needs: a plan's sources, and where it is posted. */
import type { Timeline } from "../domain/facts.ts";
import { PlanError, type Problem } from "../domain/errors.ts";
import type { Notice } from "../domain/notice.ts";
import type { Plan } from "../domain/plan.ts";
import { postsOf, unknownMentions } from "./plan-posts.ts";
import { sourcesOf } from "./plan-sources.ts";

/** Throws a PlanError with every mistake in either; gives what is strange. Asks nobody. */
export function checkParts(plan: Plan, timeline: Timeline | undefined): readonly Notice[] {
  const problems = [
    ...problemsOf(() => sourcesOf(plan)),
    ...problemsOf(() => postsOf(plan)),
  ].toSorted((left, right) => (left.at?.line ?? 0) - (right.at?.line ?? 0));
  if (problems.length === 0) return unknownMentions(postsOf(plan), timeline);
  const count = problems.length === 1 ? "one problem" : `${problems.length} problems`;
  throw new PlanError(`${count} in ${plan.file}`, { code: "plan", problems });
}

function problemsOf(read: () => unknown): readonly Problem[] {
  try {
    read();
    return [];
  } catch (error) {
    if (error instanceof PlanError) return error.problems;
    throw error;
  }
}
