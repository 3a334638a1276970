/** What can be asked of a plan only where its reader, the numbers and the sections are all at hand. */
import { numberFamilies } from "../assess/numbers/registry.ts";
import { unknownPlaceholders } from "../assess/placeholders.ts";
import { finalSections, sections } from "../compose/registry.ts";
import type { Assessment } from "../domain/assessment.ts";
import { PlanError, type Problem } from "../domain/errors.ts";
import { excerptAt } from "../domain/excerpt.ts";
import type { Place } from "../domain/place.ts";
import type { Plan } from "../domain/plan.ts";
import { nearest } from "../plan/nearest.ts";
import { checkSectionKinds } from "../plan/section-kinds.ts";

/** Throws a PlanError for sections that there are not, and for ids that begin the names of other numbers. */
export function checkPlan(plan: Plan): void {
  const kinds = [...new Set([...sections, ...finalSections].map(({ kind }) => kind))];
  checkSectionKinds(plan, kinds);
  const taken = idsOf(plan).filter(({ id }) => numberFamilies.some(({ family }) => family === id));
  if (taken.length === 0) return;
  const problems = taken.map(({ id, at }) => ({
    ...problemAt(plan, at, id.length),
    message: `id: ${JSON.stringify(id)} is what the names of other numbers begin with`,
    hint: "give it another id, e.g. KR1",
  }));
  throw new PlanError(`ids that are taken in ${plan.file}`, { code: "plan", problems });
}

/** Throws a PlanError where the plan wants to look as no theme does. */
export function checkTheme(plan: Plan, templates: ReadonlyMap<string, string>): void {
  const { theme } = plan;
  if (theme === undefined || templates.has(`themes/${theme.text}/theme.css`)) return;
  const known = [...templates.keys()].flatMap(
    (path) => /^themes\/([^/]+)\/theme\.css$/.exec(path)?.[1] ?? [],
  );
  const problem = {
    ...problemAt(plan, theme.at, theme.text.length),
    message: `theme: ${JSON.stringify(theme.text)} is not known`,
    hint: `there are ${known.toSorted().join(" and ")}`,
  };
  throw new PlanError(`a theme that is not known in ${plan.file}`, {
    code: "plan",
    problems: [problem],
  });
}

function idsOf({ objectives }: Plan): readonly { readonly id: string; readonly at: Place }[] {
  return objectives.flatMap(({ id, at, keyResults }) => [{ id, at }, ...keyResults]);
}

/** Throws a PlanError for every placeholder that no facts could fill. */
export function checkPlaceholders(assessment: Assessment): void {
  const { plan } = assessment;
  const unknown = unknownPlaceholders(assessment);
  if (unknown.length === 0) return;
  const problems = unknown.map(({ name, at, length }) => ({
    ...problemAt(plan, at, length),
    message: name === "" ? "an empty placeholder" : `{{${name}}} names no number`,
    hint: nearestNumber(assessment, name),
  }));
  throw new PlanError(`placeholders without a number in ${plan.file}`, { code: "plan", problems });
}

function problemAt({ text }: Plan, at: Place, length: number): Pick<Problem, "at" | "excerpt"> {
  return { at, excerpt: excerptAt(text, at, length) };
}

/** What to do about a name that no number has. */
export function nearestNumber({ numbers }: Assessment, name: string): string {
  const names = numbers.map((number) => number.name);
  const near = nearest(name, names);
  return near === undefined
    ? `there are ${names.length} numbers; report.json (--format json) lists them`
    : `did you mean ${near}?`;
}
