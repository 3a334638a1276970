/** The first slide of a retrospective: which release, and from which reports it is told. */
import { longDate, longInstant } from "../../calendar.ts";
import type { Section } from "../contract.ts";
import { text } from "../inlines.ts";
import { paragraph, prose } from "../slides.ts";
import { count } from "../words.ts";

export const finalTitle: Section = {
  kind: "title",
  about: "The release, and the reports that its retrospective is told from.",
  compose(view, setting) {
    const { plan, asOf, outcome } = view.assessment;
    const { from, reports } = outcome;
    const since = reports === 1 ? "" : `, the first of ${longDate(from.slice(0, 10))}`;
    return [
      {
        id: "title",
        title: [text(`${setting.title ?? plan.title}: retrospective`)],
        layout: "title",
        blocks: [
          ...prose(view, setting.text ?? plan.intro),
          paragraph([text(`As of ${longInstant(asOf)}`)]),
          paragraph([text(`From ${count(reports, "report")}${since}`)]),
        ],
      },
    ];
  },
};
