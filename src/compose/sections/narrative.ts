/** What people say between the numbers. */
import type { Section } from "../contract.ts";
import { prose, slide } from "../slides.ts";

export const narrative: Section = {
  kind: "narrative",
  about: "A text of the plan, with placeholders for any number.",
  compose(view, setting) {
    const blocks = prose(view, setting);
    if (blocks.length === 0) return [];
    const title = setting.title ?? "Notes";
    return [slide(title, title, blocks)];
  },
};
