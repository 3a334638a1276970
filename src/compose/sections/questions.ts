/** The last slide: the room speaks. */
import type { Section } from "../contract.ts";
import { text } from "../inlines.ts";
import { prose } from "../slides.ts";

export const questions: Section = {
  kind: "questions",
  about: "Questions and feedback, with a question of the plan if it has one.",
  compose(view, setting) {
    return [
      {
        id: "questions",
        title: [text(setting.title ?? "Questions / feedback")],
        layout: "statement",
        blocks: prose(view, setting.text),
      },
    ];
  },
};
