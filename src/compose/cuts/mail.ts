/** The report without what a reader needs only on a second look. */
import { link, text } from "../inlines.ts";
import { sections } from "../registry.ts";
import { sectionSlides } from "../section-slides.ts";
import { paragraph, slides } from "../slides.ts";
import type { Cut } from "./contract.ts";

export const mail: Cut = {
  about: "all sections but what is for a second look, such as the sources",
  slides(view, reportUrl) {
    return [
      ...sectionSlides(view, sections).filter(({ isDetail = false }) => !isDetail),
      ...slides({
        id: "report",
        title: "The whole report",
        blocks:
          reportUrl === undefined
            ? []
            : [paragraph([text("With its sources: "), link(reportUrl, reportUrl)])],
      }),
    ];
  },
};
