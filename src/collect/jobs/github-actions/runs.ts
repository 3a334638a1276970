/** The runs of one workflow among the checks of a branch. */
import { parseInstant } from "../../../calendar.ts";
import { SourceError } from "../../../domain/errors.ts";
import type { Attempt } from "../attempts.ts";
import type { Suite } from "./question.ts";

export interface WorkflowRuns {
  readonly attempts: readonly Attempt[];
  /** Name of the workflow's file; undefined where none of its runs is known. */
  readonly file?: string;
}

type Run = NonNullable<Suite["workflowRun"]>;

/**
 * Checks of the branch itself, not those that a pull request left on the same commit. Throws a
 * SourceError where several workflows have the name.
 */
export function runsOf(suites: readonly Suite[], branch: string, workflow: string): WorkflowRuns {
  const own = suites.flatMap(({ workflowRun: run, ...suite }) =>
    run && suite.branch?.name === branch ? [{ ...suite, run }] : [],
  );
  const byFile = own.filter(({ run }) => fileOf(run) === workflow);
  const found =
    byFile.length > 0 ? byFile : own.filter(({ run }) => run.workflow.name === workflow);
  const [file, other] = new Set(found.map(({ run }) => fileOf(run)));
  if (other !== undefined) throw ambiguous(workflow, `${file}, ${other}`);
  const attempts = found.flatMap((suite) => attemptOf(suite) ?? []);
  return file === undefined ? { attempts } : { attempts, file };
}

function fileOf({ workflow }: Run): string {
  return workflow.resourcePath.split("/").at(-1) ?? "";
}

const outcomes: ReadonlyMap<string, Attempt["outcome"]> = new Map([
  ["SUCCESS", "passed"],
  ["FAILURE", "failed"],
  ["TIMED_OUT", "failed"],
  ["STARTUP_FAILURE", "failed"],
  ["CANCELLED", "aborted"],
]);

/** Undefined for a run that was skipped: it is as if there were none. */
function attemptOf({
  status,
  conclusion,
  run,
}: Suite & { readonly run: Run }): Attempt | undefined {
  const startedAt = parseInstant(run.createdAt);
  if (startedAt === undefined || conclusion === "SKIPPED") return undefined;
  const ended = outcomes.get(conclusion ?? "") ?? "unknown";
  return {
    id: String(run.runNumber),
    startedAt,
    outcome: status === "COMPLETED" ? ended : "running",
    ...(/^https?:\/\/\S+$/.test(run.url) ? { url: run.url } : {}),
  };
}

function ambiguous(workflow: string, files: string): SourceError {
  return new SourceError(`several workflows are called ${workflow}: ${files}`, {
    code: "ambiguous",
    hint: "Name the workflow by its file.",
  });
}
