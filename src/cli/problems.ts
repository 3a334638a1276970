/** What is wrong with a plan, as lines for a terminal. */
import type { PlanError, Problem } from "../domain/errors.ts";

/** Every problem as `file:line:column message`, the excerpt below it, and what to do about it. */
export function formatProblems(error: PlanError): string {
  return error.problems.map(formatProblem).join("\n\n");
}

function formatProblem({ message, at, excerpt, hint }: Problem): string {
  const place = at ? `${at.file}:${at.line}:${at.column} ` : "";
  const lines = [`${place}${message}`, excerpt, hint === undefined ? undefined : `  ${hint}`];
  return lines.filter((line) => line !== undefined).join("\n");
}
