/** The retrospective of a release that is over. */
import { finalSections } from "../registry.ts";
import { sectionSlides } from "../section-slides.ts";
import type { Cut } from "./contract.ts";

export const final: Cut = {
  about: "what came of every promise, over all reports: results, what slipped and why, forecasts",
  // It looks back on the whole cycle: what changed since the last report is a part of that.
  slides(view) {
    const { changes: _, ...assessment } = view.assessment;
    return sectionSlides({ ...view, assessment }, finalSections);
  },
};
