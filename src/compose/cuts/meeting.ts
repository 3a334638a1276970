/** The whole report. */
import { sections } from "../registry.ts";
import { sectionSlides } from "../section-slides.ts";
import type { Cut } from "./contract.ts";

export const meeting: Cut = {
  about: "all sections",
  slides: (view) => sectionSlides(view, sections),
};
