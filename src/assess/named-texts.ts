/** The texts that people wrote into a plan, each with what to call it. */
import type { Prose } from "../domain/place.ts";
import type { KeyResult, Objective, Plan, SectionSetting } from "../domain/plan.ts";

export interface NamedText {
  /** `the intro`, `the note of KR2`, `"Conclusions"`. */
  readonly what: string;
  readonly prose: Prose;
}

/** In the order of the plan; those of hidden sections are not shown and not among them. */
export function namedTexts({ intro, objectives, sections }: Plan): readonly NamedText[] {
  return [
    ...named("the intro", intro),
    ...objectives.flatMap(objectiveTexts),
    ...sections
      .filter(({ isHidden }) => !isHidden)
      .flatMap((section) => named(sectionName(section), section.text)),
  ];
}

/** `"Conclusions"`; of a section without a title `the section timeline`. */
export function sectionName({ title, kind }: SectionSetting): string {
  return title === undefined ? `the section ${kind}` : JSON.stringify(title);
}

function objectiveTexts({ id, note, keyResults }: Objective): readonly NamedText[] {
  return [...named(`the note of ${id}`, note), ...keyResults.flatMap(keyResultTexts)];
}

function keyResultTexts({ id, note, groups }: KeyResult): readonly NamedText[] {
  return [
    ...named(`the note of ${id}`, note),
    ...groups.flatMap((group) =>
      named(`the note of ${group.title ?? "the items"} in ${id}`, group.note),
    ),
  ];
}

function named(what: string, prose: Prose | undefined): readonly NamedText[] {
  return prose === undefined || prose.text.trim() === "" ? [] : [{ what, prose }];
}
