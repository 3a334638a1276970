/** From the assessment to the document. Pure; no format in it. */
import { longDate } from "../calendar.ts";
import type { Assessment } from "../domain/assessment.ts";
import type { Deck, Slide } from "../domain/deck.ts";
import type { SectionSetting } from "../domain/plan.ts";
import type { Section } from "./contract.ts";
import { withWrittenNotes } from "./notes/written.ts";
import { sections } from "./registry.ts";
import { viewOf } from "./view.ts";

export function compose(assessment: Assessment): Deck {
  const { plan, release, asOf } = assessment;
  const view = viewOf(assessment);
  const slides = arrange(plan.sections).flatMap(({ section, setting }) =>
    withWrittenNotes(view, setting.notes, section.compose(view, setting)),
  );
  return {
    title: plan.title,
    language: "en",
    release,
    asOf,
    footer: `${plan.title} · as of ${longDate(asOf.slice(0, 10))}`,
    slides: withUniqueIds(slides),
  };
}

interface Placed {
  readonly section: Section;
  readonly setting: Pick<SectionSetting, "title" | "text" | "notes">;
  readonly isHidden: boolean;
}

/**
 * The plan's sections in the plan's order. One that it leaves out stands after the section that
 * comes before it by default; one that it hides is gone.
 */
function arrange(settings: readonly SectionSetting[]): readonly Placed[] {
  const named = new Set(settings.map(({ kind }) => kind));
  const placed: Placed[] = settings.flatMap((setting) => {
    const section = sections.find(({ kind }) => kind === setting.kind);
    return section === undefined ? [] : [{ section, setting, isHidden: setting.isHidden }];
  });
  for (const [index, section] of sections.entries()) {
    if (named.has(section.kind)) continue;
    const before = sections[index - 1];
    const at = placed.findLastIndex((one) => one.section === before);
    placed.splice(at + 1, 0, { section, setting: {}, isHidden: false });
  }
  return placed.filter(({ isHidden }) => !isHidden);
}

/** Ids as anchors: small letters, digits and dashes, each once. */
function withUniqueIds(slides: readonly Slide[]): readonly Slide[] {
  const taken = new Set<string>();
  return slides.map((slide) => {
    const id = freeId(slug(slide.id), taken);
    taken.add(id);
    return { ...slide, id };
  });
}

/** The id, else with the first number from 2 on under which it is free. */
function freeId(id: string, taken: ReadonlySet<string>): string {
  let free = id;
  for (let number = 2; taken.has(free); number += 1) free = `${id}-${number}`;
  return free;
}

function slug(text: string): string {
  const plain = text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 40)
    .replace(/^-+|-+$/g, "");
  return plain === "" ? "slide" : plain;
}
