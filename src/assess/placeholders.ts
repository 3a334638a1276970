/** Placeholders in people's texts that name no number, today or on any other day. */
import type { Assessment } from "../domain/assessment.ts";
import { placeInProse, type Place, type Prose } from "../domain/place.ts";
import { placeholdersIn } from "../domain/placeholder.ts";
import type { Plan } from "../domain/plan.ts";
import { findKind } from "../key-results/registry.ts";
import { numberFamilies } from "./numbers/registry.ts";

export interface UnknownPlaceholder {
  readonly name: string;
  readonly at: Place;
  readonly length: number;
}

/** A number that today's facts do not hold is not known; a name that no facts could hold is a mistake. */
export function unknownPlaceholders({ plan, numbers }: Assessment): readonly UnknownPlaceholder[] {
  const given = new Set(numbers.map(({ name }) => name));
  return prosesOf(plan).flatMap((prose) =>
    placeholdersIn(prose.text)
      .filter(({ name }) => !given.has(name) && !isPossible(plan, name))
      .map(({ name, offset, length }) => ({ name, at: placeInProse(prose, offset), length })),
  );
}

function isPossible(plan: Plan, name: string): boolean {
  if (numberFamilies.some(({ names }) => names.test(name))) return true;
  return plan.objectives
    .flatMap(({ keyResults }) => keyResults)
    .filter(({ id }) => name.startsWith(`${id}.`))
    .some(({ id, kind }) => findKind(kind)?.optionalNames?.test(name.slice(id.length + 1)));
}

/** Every text of a plan that may hold placeholders. */
export function prosesOf(plan: Plan): readonly Prose[] {
  const notes = plan.objectives.flatMap(({ note, keyResults }) => [
    note,
    ...keyResults.flatMap((keyResult) => [
      keyResult.note,
      ...keyResult.groups.map((group) => group.note),
    ]),
  ]);
  return [
    plan.intro,
    ...notes,
    ...plan.sections.flatMap(({ text, notes: said }) => [text, said]),
  ].filter((prose) => prose !== undefined);
}
