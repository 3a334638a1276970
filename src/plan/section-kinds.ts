/** Whether the sections that a plan names exist: asked once the registry of sections is at hand. */
import { PlanError } from "../domain/errors.ts";
import type { Problem } from "../domain/errors.ts";
import { excerptAt, visible } from "../domain/excerpt.ts";
import type { Plan, SectionSetting } from "../domain/plan.ts";
import { suggestion } from "./issue.ts";

/** Throws a PlanError that names every section of a kind that is not `known`. */
export function checkSectionKinds(plan: Plan, known: readonly string[]): void {
  const unknown = plan.sections.filter(({ kind }) => !known.includes(kind));
  if (unknown.length === 0) return;
  const problems = unknown.map((section) => problemOf(plan, section, known));
  throw new PlanError(`unknown sections in ${plan.file}`, { code: "plan", problems });
}

function problemOf(
  { text }: Plan,
  { kind, at }: SectionSetting,
  known: readonly string[],
): Problem {
  const hint = suggestion(kind, known);
  return {
    message: visible(`kind: ${JSON.stringify(kind)} is not known`),
    at,
    excerpt: excerptAt(text, at, kind.length),
    ...(hint === undefined ? {} : { hint }),
  };
}
