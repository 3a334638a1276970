/** All texts that people wrote into a plan, with what each stands over. */
import type { AssessedGroup, AssessedKeyResult, Assessment } from "../../domain/assessment.ts";
import type { Prose } from "../../domain/place.ts";
import { placeholderPattern } from "../../domain/placeholder.ts";
import type { LintText } from "./contract.ts";

export function lintTexts({ plan, objectives }: Assessment): readonly LintText[] {
  return [
    ...lintText(plan.intro, {}),
    ...objectives.flatMap(({ objective, keyResults }) => [
      ...lintText(objective.note, {}),
      ...keyResults.flatMap(keyResultTexts),
    ]),
    ...plan.sections.flatMap(({ text, notes }) => [...lintText(text, {}), ...lintText(notes, {})]),
  ];
}

function keyResultTexts({ keyResult, groups }: AssessedKeyResult): readonly LintText[] {
  const { id } = keyResult;
  return [
    ...lintText(keyResult.note, { keyResult: id }),
    ...groups.flatMap((group) =>
      lintText(group.group.note, { keyResult: id, group: groupOf(id, group) }),
    ),
  ];
}

function groupOf(keyResult: string, { group, items, sum }: AssessedGroup) {
  const parts = items.map(({ item }) => item.adds ?? 0);
  return { keyResult, title: group.title ?? keyResult, sum, parts };
}

function lintText(
  prose: Prose | undefined,
  over: Omit<LintText, "prose" | "text">,
): readonly LintText[] {
  if (prose === undefined) return [];
  const text = prose.text.replace(placeholderPattern, (found) => " ".repeat(found.length));
  return [{ prose, text, ...over }];
}
