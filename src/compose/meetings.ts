/** When the team meets next. */
import { longInstant } from "../calendar.ts";
import type { Block, Inline } from "../domain/deck.ts";
import type { Meeting } from "../domain/facts.ts";
import type { Instant } from "../domain/time.ts";
import { joined, link, text } from "./inlines.ts";
import { paragraph } from "./slides.ts";
import type { View } from "./view.ts";

/** `Next meeting: Architecture: Office Hours, 2 September 2026, 18:00 UTC`; nothing where no next one is known. */
export function nextMeeting({ assessment: { meetings, asOf } }: View): readonly Block[] {
  const [first] = meetings
    .filter((meeting) => aheadOf(meeting, asOf) !== undefined)
    .toSorted((one, other) => ((one.next ?? "") < (other.next ?? "") ? -1 : 1));
  return first === undefined ? [] : [paragraph([text(wordsOf(first, asOf))])];
}

/** All meetings, each with the ways to it: `… · agenda · Slack #sig-architecture`. */
export function meetingBlocks({ assessment: { meetings, asOf } }: View): readonly Block[] {
  return meetings.map((meeting) => {
    const { agendaUrl, slack, mailingList } = meeting;
    const ways: readonly (readonly Inline[])[] = [
      [text(wordsOf(meeting, asOf))],
      ...(agendaUrl === undefined ? [] : [[link("agenda", agendaUrl)]]),
      ...(slack === undefined ? [] : [[text(`Slack #${slack}`)]]),
      ...(mailingList === undefined ? [] : [[wayToList(mailingList)]]),
    ];
    return paragraph(joined(ways, " \u00b7 "));
  });
}

function wordsOf(meeting: Meeting, asOf: Instant): string {
  const { title, because = "no source says" } = meeting;
  const next = aheadOf(meeting, asOf);
  const when = next === undefined ? `not known (${because})` : longInstant(next);
  return `Next meeting: ${title}, ${when}`;
}

/** One that is over by now is not the next. */
function aheadOf({ next }: Meeting, asOf: Instant): Instant | undefined {
  return next !== undefined && next > asOf ? next : undefined;
}

function wayToList(mailingList: string): Inline {
  return mailingList.startsWith("http") ? link("mailing list", mailingList) : text(mailingList);
}
