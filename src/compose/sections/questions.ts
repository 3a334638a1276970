/** The last slide: the room speaks, is asked what only it can do, and hears when it is asked again. */
import type { Section } from "../contract.ts";
import { text } from "../inlines.ts";
import { meetingBlocks } from "../meetings.ts";
import { roomQuestions } from "../room-questions.ts";
import { headedList, prose } from "../slides.ts";

export const questions: Section = {
  kind: "questions",
  about:
    "Questions and feedback: a question of the plan if it has one, what the room could do, and when the team meets next.",
  compose(view, setting) {
    return [
      {
        id: "questions",
        title: [text(setting.title ?? "Questions / feedback")],
        layout: "statement",
        blocks: [
          ...prose(view, setting.text),
          ...headedList("For the room", roomQuestions(view)),
          ...meetingBlocks(view),
        ],
      },
    ];
  },
};
