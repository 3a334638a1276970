/** The last slide: the room speaks, and hears when it is asked again. */
import { longInstant } from "../../calendar.ts";
import type { Block, Inline } from "../../domain/deck.ts";
import type { Meeting } from "../../domain/facts.ts";
import type { Instant } from "../../domain/time.ts";
import type { Section } from "../contract.ts";
import { joined, link, text } from "../inlines.ts";
import { paragraph, prose } from "../slides.ts";

export const questions: Section = {
  kind: "questions",
  about:
    "Questions and feedback, with a question of the plan if it has one, and when the team meets next.",
  compose(view, setting) {
    const { meetings, asOf } = view.assessment;
    return [
      {
        id: "questions",
        title: [text(setting.title ?? "Questions / feedback")],
        layout: "statement",
        blocks: [...prose(view, setting.text), ...meetings.map((one) => meetingBlock(one, asOf))],
      },
    ];
  },
};

/** `Next meeting: Architecture: Office Hours, 2 September 2026, 18:00 UTC · agenda · Slack #sig-architecture`. */
function meetingBlock(meeting: Meeting, asOf: Instant): Block {
  const { title, next, because = "no source says", agendaUrl, slack, mailingList } = meeting;
  const isAhead = next !== undefined && next > asOf;
  const when = isAhead ? longInstant(next) : `not known (${because})`;
  const ways: readonly (readonly Inline[])[] = [
    [text(`Next meeting: ${title}, ${when}`)],
    ...(agendaUrl === undefined ? [] : [[link("agenda", agendaUrl)]]),
    ...(slack === undefined ? [] : [[text(`Slack #${slack}`)]]),
    ...(mailingList === undefined ? [] : [[wayToList(mailingList)]]),
  ];
  return paragraph(joined(ways, " \u00b7 "));
}

function wayToList(mailingList: string): Inline {
  return mailingList.startsWith("http") ? link("mailing list", mailingList) : text(mailingList);
}
