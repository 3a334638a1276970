/** From the text of a plan to a complete plan, or to everything that is wrong with it at once. */
import { PlanError, type Problem } from "../domain/errors.ts";
import { checkedPlanName } from "../domain/plan-name.ts";
import type { Plan } from "../domain/plan.ts";
import { problemsOf } from "./finding.ts";
import type { Finding } from "./finding.ts";
import { linesOf, type Lines } from "./lines.ts";
import { readPlan } from "./read-plan.ts";
import { readYaml } from "./read-yaml.ts";

/** Plans are written by hand; the YAML library needs seconds for what is many times larger. */
export const maxPlanBytes = 256 * 1024;

/**
 * Reads a plan. `file` is the name under which places are reported. A byte order mark and `\r\n` are
 * accepted. Throws a PlanError with all problems found, in the order of the file, or because the
 * file's name cannot name a folder; nothing else.
 */
export function parsePlan(file: string, text: string): Plan {
  const name = planName(file);
  const plain = text.replace(/^\uFEFF/, "").replaceAll("\r\n", "\n");
  const lines = linesOf(file, plain);
  if (text.length > maxPlanBytes) throw planError([tooLarge(lines)], file);
  const { root, findings: syntax } = readYaml(plain);
  const findings: Finding[] = [...syntax];
  const draft = root && { root, lines, findings, names: new Map<string, number>() };
  const content = draft && readPlan(draft);
  if (content === undefined || findings.length > 0)
    throw planError(problemsOf(findings, lines), file);
  return { file, name, text, ...content };
}

function tooLarge(lines: Lines): Problem {
  return {
    message: `the plan is larger than ${maxPlanBytes / 1024} KiB`,
    at: lines.placeAt(0),
    hint: "a plan is written by hand: is this the right file?",
  };
}

function planError(problems: readonly Problem[], file: string): PlanError {
  const count = problems.length === 1 ? "one problem" : `${problems.length} problems`;
  return new PlanError(`${count} in ${file}`, { code: "plan", problems });
}

/** The file's own name without its ending: `plans/v1.20.yaml` is the plan `v1.20`. */
export function planName(file: string): string {
  const name = file.split(/[/\\]/).at(-1) ?? file;
  return checkedPlanName(name.replace(/\.ya?ml$/, ""));
}
