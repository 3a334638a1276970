/** From an error to what a person reads and the code that the process leaves with. */
import { PlanError, PostError, RenderError, SourceError } from "../domain/errors.ts";
import { exitCodes } from "./exit-codes.ts";
import { formatProblems } from "./problems.ts";
import { printable, type Terminal } from "./terminal.ts";

/** Prints what went wrong and what to do; gives the exit code. A stack trace only if asked for. */
export function reportFailure(terminal: Terminal, error: unknown, wantsStack: boolean): number {
  terminal.note(printable(failureText(error)));
  if (wantsStack && error instanceof Error && error.stack !== undefined) terminal.note(error.stack);
  return codeOf(error);
}

/** What went wrong and what to do, in lines. */
export function failureText(error: unknown): string {
  if (
    error instanceof PlanError ||
    error instanceof SourceError ||
    error instanceof RenderError ||
    error instanceof PostError
  ) {
    const lines = [`error: ${error.message}`, evidenceOf(error), error.hint ?? ""];
    return lines.filter((line) => line !== "").join("\n");
  }
  const message = error instanceof Error ? error.message : String(error);
  return `error: ${message}\nThis is a bug in release-deck. Run it again with --debug and report what it prints.`;
}

/** What shows where the fault is. */
function evidenceOf(error: Error): string {
  if (error instanceof PlanError) return formatProblems(error);
  return error instanceof PostError ? (error.diff ?? "") : "";
}

function codeOf(error: unknown): number {
  if (error instanceof PlanError) return exitCodes.plan.code;
  if (error instanceof SourceError) return exitCodes.source.code;
  if (error instanceof RenderError) return exitCodes.render.code;
  if (error instanceof PostError) return exitCodes.posting.code;
  return exitCodes.bug.code;
}
