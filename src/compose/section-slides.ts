/** The slides of all sections, in the order that the plan wants, and the appendix behind them. */
import type { Slide } from "../domain/deck.ts";
import type { SectionSetting } from "../domain/plan.ts";
import type { Section } from "./contract.ts";
import { withWrittenNotes } from "./notes/written.ts";
import type { View } from "./view.ts";

export function sectionSlides(view: View, sections: readonly Section[]): readonly Slide[] {
  const all = arrange(sections, view.assessment.plan.sections).flatMap(({ section, setting }) => {
    const { isAppendix = section.isAppendix } = setting;
    const slides = withWrittenNotes(view, setting.notes, section.compose(view, setting));
    return isAppendix === undefined ? slides : slides.map((slide) => ({ ...slide, isAppendix }));
  });
  const [proper = [], appendix = []] = [false, true].map((isBehind) =>
    all.filter(({ isAppendix = false }) => isAppendix === isBehind),
  );
  return [...proper, ...appendix.map(asAppendix)];
}

function asAppendix({ kicker, ...slide }: Slide): Slide {
  return { ...slide, kicker: kicker === undefined ? "Appendix" : `Appendix: ${kicker}` };
}

interface Placed {
  readonly section: Section;
  readonly setting: Pick<SectionSetting, "title" | "text" | "notes" | "isAppendix">;
  readonly isHidden: boolean;
}

/**
 * Those of the sections that the plan names, in its order. One that it leaves out stands after the
 * section that comes before it by default; one that it hides is gone.
 */
function arrange(
  sections: readonly Section[],
  settings: readonly SectionSetting[],
): readonly Placed[] {
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
