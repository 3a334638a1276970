/** From the assessment to the document. Pure; no format in it. */
import { longDate } from "../calendar.ts";
import type { Assessment } from "../domain/assessment.ts";
import type { Deck, Slide } from "../domain/deck.ts";
import type { SectionSetting } from "../domain/plan.ts";
import type { Section } from "./contract.ts";
import { sections } from "./registry.ts";
import { viewOf } from "./view.ts";

export function compose(assessment: Assessment): Deck {
  const { plan, release, asOf } = assessment;
  const view = viewOf(assessment);
  const slides = arrange(plan.sections).flatMap(({ section, setting }) =>
    section.compose(view, setting),
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
  readonly setting: Pick<SectionSetting, "title" | "text">;
}

/**
 * The plan's sections in the plan's order. One that it leaves out stands after the section that
 * comes before it by default; one that it hides is gone.
 */
function arrange(settings: readonly SectionSetting[]): readonly Placed[] {
  const named = new Set(settings.map(({ kind }) => kind));
  const placed = settings.flatMap((setting) => {
    const section = sections.find(({ kind }) => kind === setting.kind);
    return section === undefined ? [] : [{ section, setting, isHidden: setting.isHidden }];
  });
  for (const [index, section] of sections.entries()) {
    if (named.has(section.kind)) continue;
    const before = sections[index - 1];
    const at = placed.findLastIndex((one) => one.section === before);
    placed.splice(at + 1, 0, { section, setting: emptySetting, isHidden: false });
  }
  return placed.filter(({ isHidden }) => !isHidden);
}

const emptySetting: SectionSetting = {
  kind: "",
  isHidden: false,
  at: { file: "", line: 1, column: 1 },
};

/** Ids as anchors: small letters, digits and dashes, each once. */
function withUniqueIds(slides: readonly Slide[]): readonly Slide[] {
  const seen = new Map<string, number>();
  return slides.map((slide) => {
    const id = slug(slide.id);
    const times = (seen.get(id) ?? 0) + 1;
    seen.set(id, times);
    return { ...slide, id: times === 1 ? id : `${id}-${times}` };
  });
}

function slug(text: string): string {
  const plain = text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 40);
  return plain === "" ? "slide" : plain;
}
