/** What people say between the numbers. */
import type { Section } from "../contract.ts";
import { prose, slides } from "../slides.ts";

export const narrative: Section = {
  kind: "narrative",
  about: "A text of the plan, with placeholders for any number.",
  compose(view, { title = "Notes", text }) {
    return slides({ id: title, title, blocks: prose(view, text) });
  },
};
